package kz.umyt.recognize;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.umyt.settings.Installation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DenyListTest {

  @TempDir Path base;

  private List<String> found(List<String> words, String text) throws IOException {
    Path folder = Files.createDirectories(base.resolve("config/recognizers"));
    Files.writeString(
        folder.resolve("own.yaml"),
        "recognizers: [{name: A, supported_entity: A, deny_list: ["
            + words.stream().map(word -> "'" + word + "'").collect(Collectors.joining(", "))
            + "]}]");
    Installation installation =
        new Installation(base, base.resolve("config"), base.resolve("var"), Map.of());
    return new Analyzer(installation.recognizers(), BuiltIn.TODAY)
        .analyze(text, null).stream()
            .map(finding -> text.substring(finding.start(), finding.end()))
            .toList();
  }

  @Test
  void findsEveryWordOfAListOfTensOfThousands() throws IOException {
    List<String> words = IntStream.range(0, 20_000).mapToObj(i -> "сөз" + i + "word").toList();
    assertThat(found(words, String.join(" ", words))).isEqualTo(words);
    assertThat(found(words, "сөз20000word сөз1wordx")).isEmpty();
  }

  @Test
  void prefersTheLongerWordWhateverPatternItIsIn() throws IOException {
    List<String> words =
        IntStream.range(0, 2_000)
            .mapToObj(i -> i)
            .flatMap(i -> List.of("w" + i, "w" + i + " and some more letters").stream())
            .toList();
    assertThat(found(words, "w7 and some more letters, w7 and some"))
        .containsExactly(words.get(15), "w7");
  }

  @Test
  void findsWordsAsLongAsAllowed() throws IOException {
    List<String> words =
        IntStream.range(100, 300)
            .mapToObj(i -> String.valueOf(i).repeat(60) + "ұ".repeat(20))
            .toList();
    assertThat(found(words, String.join("; ", words))).isEqualTo(words);
  }
}
