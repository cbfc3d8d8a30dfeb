package kz.umyt.recognize.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordSetTest {

  private static final List<String> WORDS = List.of("ауыл", "нур султан", "st", "");

  @Test
  void findsWordsWhereTheyStand() {
    WordSet set = new WordSet(WORDS);

    assertThat(set.containsLower("с. АУЫЛ, 5", 3, 7)).isTrue();
    assertThat(set.containsLower("с. АУЫЛ, 5", 3, 6)).isFalse();
    assertThat(set.containsLower("с. АУЫЛ, 5", 3, 8)).isFalse();
    assertThat(set.contains("ST".toCharArray(), 0, 2)).isFalse();
    assertThat(set.contains("1st".toCharArray(), 1, 3)).isTrue();
    assertThat(set.contains("st")).isTrue();
    assertThat(set.contains("ST")).isFalse();
    assertThat(set.contains("s")).isFalse();
  }

  @Test
  void noPartOfATextIsNoWord() {
    assertThat(new WordSet(WORDS).containsLower("st", 1, 1)).isFalse();
    assertThat(new WordSet(List.of()).containsLower("st", 0, 2)).isFalse();
  }

  @Test
  void readsLettersAsItIsTold() {
    WordSet set = new WordSet(WORDS, letter -> letter == '-' ? ' ' : letter);

    assertThat(set.containsLower("Нур-Султан", 0, 10)).isTrue();
    assertThat(new WordSet(WORDS).containsLower("Нур-Султан", 0, 10)).isFalse();
  }

  @Test
  void keepsEachOfManyWordsInAPlaceOfItsOwn() {
    List<String> words = IntStream.range(0, 5000).mapToObj(i -> "w" + i).toList();
    WordSet set = new WordSet(words);

    assertThat(words.stream().map(word -> set.findLower(word, 0, word.length())))
        .doesNotHaveDuplicates()
        .allMatch(place -> place >= 0 && place < set.size());
    assertThat(set.findLower("w5000", 0, 5)).isEqualTo(WordSet.NONE);
  }
}
