package kz.umyt.recognize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.umyt.settings.Installation;
import kz.umyt.settings.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files written for Presidio, from the file to the findings. */
class PresidioExpressionsTest {

  @TempDir Path base;

  private Analyzer analyzer(String yaml) {
    Path config = base.resolve("config");
    try {
      Files.createDirectories(config.resolve("recognizers"));
      Files.writeString(config.resolve("recognizers/own.yaml"), yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Analyzer(
        new Installation(base, config, base.resolve("var"), Map.of()).recognizers(), BuiltIn.TODAY);
  }

  private Analyzer pattern(String regex, String more) {
    return analyzer(
        """
        supported_languages: [en]
        recognizers:
          - name: Locker
            type: custom
            supported_entity: LOCKER
            patterns:
              - name: weak
                regex: '%s'
                score: 0.5
        %s"""
            .formatted(regex.replace("'", "''"), more));
  }

  private static List<String> found(Analyzer analyzer, String text) {
    assertThat(analyzer.analyze(text, null)).isEqualTo(analyzer.analyzeUnfiltered(text, null));
    return analyzer.analyze(text, null).stream()
        .map(finding -> text.substring(finding.start(), finding.end()))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "(?<!\\d)[0-9]{5}; lookbehind '(?<!\\d)'; leave it out and write 'boundary: digits'",
        "[0-9]{5}(?![0-9]); lookahead '(?![0-9])'; leave it out and write 'boundary: digits'",
        "(?<![\\w:])X[0-9]; lookbehind '(?<![\\w:])'; leave it out and write 'boundary: word'",
        "X[0-9](?![A-Za-z]); lookahead '(?![A-Za-z])'; leave it out and write 'boundary: word'",
        "(?<=ID )[0-9]{5}; lookbehind '(?<=ID )'; in a group (?P<value>…)",
        "[0-9]{5}(?= EUR(?:O|S)); lookahead '(?= EUR(?:O|S))'; in a group (?P<value>…)",
        "X(?!0000)[0-9]{4}; negative lookahead '(?!0000)'; allowed forms out as alternatives",
        "X(?=.*[a-z])[0-9a-z]{4}; lookahead '(?=.*[a-z])'; wanted forms out as alternatives",
        "[0-9]{2}([-:])[0-9]{2}\\1; backreference '\\1'; each form out as an alternative",
        "([-:])[0-9]{2}\\12; backreference '\\1'; each form out as an alternative",
        "(?P<s>[-:])[0-9](?P=s); backreference '(?P=s)'; each form out as an alternative",
        "(?P<s>[-:])[0-9]\\g<s>; backreference '\\g'; each form out as an alternative",
        "[0-9]++X; possessive repeat '++'; leave the last + out",
        "[0-9]*+X; possessive repeat '*+'; leave the last + out",
        "[0-9]{2,3}+X; possessive repeat '{2,3}+'; leave the last + out",
        "(?>[0-9]+)X; atomic group '(?>'; write (?:…)",
        "(X)?(?(1)[0-9]|[a-z]); conditional '(?('; both forms out as alternatives",
        "X(?R)?; recursion '(?R'; write the levels out",
        "(?#five)[0-9]{5}; comment '(?#'; YAML comment",
        "[0-9]{5}\\Z; end of text '\\Z'; write \\z",
        "\\m[0-9]{5}; start of a word '\\m'; boundary: word",
        "X\\B[0-9]{5}; '\\B'; write the letters around it",
        "ID\\K[0-9]{5}; reset of the match '\\K'; (?P<value>…)",
        "\\N{DIGIT ONE}[0-9]; name of a character '\\N'; the character itself",
        "\\u0416[0-9]; escape '\\u'; \\x{…}",
        "\\p{IsCyrillic}{3}; '\\p{IsCyrillic}'; such as \\p{Cyrillic}",
        "\\p{InCyrillic}{3}; '\\p{InCyrillic}'; such as \\p{Cyrillic}",
        "[\\p{Script=Greek}]{3}; '\\p{Script=Greek}'; such as \\p{Cyrillic}",
        "\\p{Letters}{3}; '\\p{Letters}'; invalid character class range",
        "[\\W0-9]{3}; '\\W'; write [^\\w…] instead",
        "(?x)[0-9] {5}; flag '(?x'; without blanks and comments",
        "(?a)\\w{5}; flag '(?a'; [0-9A-Za-z_]",
        "(?u)X{5}; flag '(?u'; leave it out",
        "(?V1)X{5}; flag '(?V'; only i, m and s are possible",
        "X(?i)[0-9]; '(?i)'; write it at the very beginning",
        "(?:Astana){e<=1}; fuzzy match '{e<=1}'; wrong spellings out as alternatives",
        "X{,3}Y; '{,3}'; write {0,3}",
        "[a-z&&[^b]]; '&&'; write the wanted characters out",
        "\\bкод [0-9]{3}; '\\b'; boundary: word",
        "код\\b-?[0-9]{3}; '\\b'; boundary: word",
        "r\"[0-9]{5}\"; r\"…\" is Python; single quotes without the r",
        "((X{1000}){1000}){1000}; repeats more than can be kept in memory; smaller counts",
      })
  void refusesWhatRe2HasNotOrReadsDifferently(String regex, String construct, String advice) {
    assertThatThrownBy(() -> pattern(regex, ""))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith(
            "config/recognizers/own.yaml:8:16: recognizer 'Locker', pattern 'weak'")
        .hasMessageContaining(construct)
        .hasMessageContaining(advice);
  }

  @Test
  void refusesABackspaceThatDoubleQuotesMakeOfAWordEdge() {
    assertThatThrownBy(
            () ->
                analyzer(
                    """
                    recognizers:
                      - name: Locker
                        supported_entity: LOCKER
                        patterns: [{name: weak, regex: "\\b[0-9]{5}\\b", score: 0.5}]
                    """))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("own.yaml:4:36")
        .hasMessageContaining("holds a backspace")
        .hasMessageContaining("use single quotes");
  }

  @Test
  void refusesGroupsWithoutEnd() {
    assertThatThrownBy(() -> pattern("(".repeat(5000) + "X" + ")".repeat(5000), ""))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("groups inside each other");
  }

  @Test
  void knowsWordEdgesInAllAlphabetsAsPythonDoes() {
    String text = "12345 ә12345 12345ж 123456 12345-67 (12345)";
    for (String regex : List.of("\\b\\d{5}\\b", "(\\b\\d{5}\\b)", "\\b(\\d{5})\\b")) {
      assertThat(found(pattern(regex, ""), text)).containsExactly("12345", "12345", "12345");
    }
    assertThat(found(pattern("(\\b\\d{5}(?:-\\d{2})?\\b)", ""), text))
        .containsExactly("12345", "12345-67", "12345");
    assertThat(found(pattern("\\bқала\\b", ""), "қала, Қала қалада"))
        .containsExactly("қала", "Қала");
    assertThat(found(pattern("\\bL1|L2\\b", ""), "L1x L2 xL2 xL1"))
        .containsExactly("L1", "L2", "L2");
  }

  @Test
  void takesLettersOfAllAlphabetsForLetters() {
    assertThat(found(pattern("№\\w{4}", ""), "№ABЖҚ7")).containsExactly("№ABЖҚ");
    assertThat(found(pattern("№[\\w.-]+", ""), "№а.б-в_1, №")).containsExactly("№а.б-в_1");
    assertThat(found(pattern("№[^\\w]X", ""), "№ж №-X")).containsExactly("№-X");
    assertThat(found(pattern("x\\Wx", ""), "xжx x-x")).containsExactly("x-x");
  }

  @Test
  void readsTheGroupNamedValue() {
    assertThat(found(pattern("locker (?P<value>[0-9]{3})", ""), "locker 123"))
        .containsExactly("123");
    assertThat(found(pattern("locker (?<value>[0-9]{3})", ""), "locker 123"))
        .containsExactly("123");
  }

  @Test
  void honoursTheFlags() {
    assertThat(found(pattern("^L.[a-z]$", ""), "x\nl\nZ\ny")).containsExactly("l\nZ");
    assertThat(found(pattern("L[a-z]", "    global_regex_flags: 24\n"), "lz LZ Lz"))
        .containsExactly("Lz");
    assertThat(found(pattern("L.Z", "    global_regex_flags: 10\n"), "L\nZ l-z"))
        .containsExactly("l-z");
    assertThat(found(pattern("^L[0-9]", "    global_regex_flags: 18\n"), "l1\nL2"))
        .containsExactly("l1");
  }

  @Test
  void refusesADollarThatMeansTheEndOfTheText() {
    assertThatThrownBy(() -> pattern("L[0-9]$", "    global_regex_flags: 18\n"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("RE2 reads '$' differently; without MULTILINE; write \\z");
  }

  @Test
  void findsTheFirstOfSeveralEntities() {
    Analyzer own =
        analyzer(
            """
            recognizers:
              - name: Locker
                supported_entities: [LOCKER, CABINET]
                patterns: [{name: p, regex: 'L[0-9]{4}', score: 0.5}]
            """);
    assertThat(own.analyze("L1234", null)).extracting(Finding::entity).containsExactly("LOCKER");
  }

  @Test
  void findsWordsOfLongDenyLists() {
    String words =
        IntStream.range(0, 10_000).mapToObj(i -> "Title" + i).collect(Collectors.joining(", "));
    Analyzer own =
        analyzer(
            "recognizers: [{name: T, supported_entity: TITLE, deny_list: [Mr., Dr., "
                + words
                + "]}]");
    assertThat(found(own, "mr. A, Title9999 and Title10000")).containsExactly("mr.", "Title9999");
  }
}
