package kz.umyt.recognize.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CharactersTest {

  @Test
  void saysOfEveryCharacterWhatJavaSays() {
    assertThat(IntStream.rangeClosed(0, 0xFFFF).filter(c -> !isSame((char) c))).isEmpty();
  }

  private static boolean isSame(char c) {
    return Characters.lower(c) == Character.toLowerCase(c)
        && Characters.isUpperCase(c) == Character.isUpperCase(c)
        && Characters.isLetter(c) == Character.isLetter(c)
        && Characters.isLetterOrDigit(c) == Character.isLetterOrDigit(c);
  }
}
