package kz.umyt.discover;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinaryTextTest {

  private static final String TEXT = "хат:\tdana@example.kz\r\nӘлия 😀";

  @Test
  void isUtf8() {
    assertThat(BinaryText.of(TEXT.getBytes(StandardCharsets.UTF_8), false)).contains(TEXT);
    assertThat(BinaryText.of(new byte[0], false)).contains("");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16BE", "UTF-16LE"})
  void isUtf16WithItsMark(String charset) throws Exception {
    byte[] bytes = ("\ufeff" + TEXT).getBytes(charset);

    assertThat(BinaryText.of(bytes, false)).contains(TEXT);
    assertThat(BinaryText.of(Arrays.copyOf(bytes, bytes.length - 1), true))
        .contains("хат:\tdana@example.kz\r\nӘлия ");
  }

  @Test
  void mayBeCutWithinALetter() {
    byte[] bytes = "аб😀".getBytes(StandardCharsets.UTF_8);
    for (int missing = 1; missing <= 3; missing++) {
      byte[] cut = Arrays.copyOf(bytes, bytes.length - missing);

      assertThat(BinaryText.of(cut, true)).contains("аб");
      assertThat(BinaryText.of(cut, false)).isEmpty();
    }
  }

  @Test
  void mayBeFilledWithZeros() {
    assertThat(BinaryText.of(Arrays.copyOf("ИИН 1".getBytes(StandardCharsets.UTF_8), 20), false))
        .contains("ИИН 1");
    assertThat(
            BinaryText.of(
                Arrays.copyOf("\ufeffИИН 1".getBytes(StandardCharsets.UTF_16LE), 21), false))
        .contains("ИИН 1");
    assertThat(BinaryText.of(new byte[] {'a', 0, 'b', 0, 0}, false)).isEmpty();
    assertThat(BinaryText.of(new byte[4], false)).isEmpty();
  }

  @Test
  void isNothingElse() {
    assertThat(BinaryText.of(new byte[] {'a', 0, 'b'}, false)).isEmpty();
    assertThat(BinaryText.of(new byte[] {(byte) 0x89, 'P', 'N', 'G'}, true)).isEmpty();
    assertThat(BinaryText.of("ИИН и фамилия".getBytes(Charset.forName("windows-1251")), true))
        .isEmpty();
  }
}
