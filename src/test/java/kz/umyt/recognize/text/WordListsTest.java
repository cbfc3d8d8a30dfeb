package kz.umyt.recognize.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordListsTest {

  @Test
  void wordsArePartedByCommasAndByTheEndsOfLines() {
    WordLists lists = WordLists.of("places.txt");

    assertThat(lists.list("before a city")).startsWith("г", "гор").endsWith("town of");
    assertThat(lists.list("cities"))
        .contains("Алма-Ата", "San Francisco")
        .noneMatch(word -> word.contains(",") || word.contains("#") || word.contains("["));
    assertThat(lists.set("before a city", word -> word.toUpperCase(Locale.ROOT))).contains("ГОР");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no person", "nothing", "words of forms and sentences"})
  void noWordStandsTwice(String name) {
    assertThat(WordLists.of("no-values.txt").list(name)).doesNotHaveDuplicates().isNotEmpty();
  }

  @Test
  void aListOrFileThatIsNotThereIsNamed() {
    WordLists lists = WordLists.of("places.txt");

    assertThatThrownBy(() -> lists.list("rivers")).hasMessage("places.txt has no list [rivers]");
    assertThatThrownBy(() -> WordLists.of("seas.txt")).hasMessageContaining("seas.txt");
  }
}
