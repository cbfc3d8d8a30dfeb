package kz.umyt.recognize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import kz.umyt.settings.RecognizerSpec.Boundary;
import kz.umyt.settings.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchPatternTest {

  private static List<String> found(String regex, Boundary boundary, String text) {
    Analyzer analyzer =
        new Analyzer(List.of(Specs.pattern("own", regex, 0.5, boundary)), BuiltIn.TODAY);
    return analyzer.analyze(text, null).stream()
        .map(finding -> text.substring(finding.start(), finding.end()))
        .toList();
  }

  @Test
  void keepsNeighboursThatShareOneSeparator() {
    assertThat(found("[0-9]{3}", Boundary.DIGITS, "123 456,789x012"))
        .containsExactly("123", "456", "789", "012");
    assertThat(found("қала", Boundary.WORD, "қала қала, қалада")).containsExactly("қала", "қала");
    assertThat(found("ab", Boundary.NONE, "ababab")).containsExactly("ab", "ab", "ab");
  }

  @Test
  void findsTheNextMatchRightAfterOneThatEndsInASign() {
    assertThat(found("\\(?[0-9]{2}\\)", Boundary.DIGITS, "12)(34)")).containsExactly("12)", "(34)");
  }

  @Test
  void refusesNeighboursOfTheBoundary() {
    assertThat(found("[0-9]{3}", Boundary.DIGITS, "1234 5678")).isEmpty();
    assertThat(found("[0-9]{3}", Boundary.WORD, "a123 123ә 123_ 𝐀123 123")).containsExactly("123");
  }

  @Test
  void ignoresCaseAsPresidioDoes() {
    assertThat(found("жсн", Boundary.WORD, "ЖСН жсн")).hasSize(2);
    assertThat(found("k", Boundary.NONE, "\u212A")).hasSize(1);
  }

  @Test
  void findsAShorterMatchInsideARefusedOne() {
    Analyzer analyzer =
        new Analyzer(
            List.of(
                Specs.spec(
                    "own",
                    List.of("[0-9]{4}(?: [0-9]{4}){3}"),
                    0.5,
                    Boundary.DIGITS,
                    List.of(),
                    List.of(),
                    Optional.of("luhn"))),
            BuiltIn.TODAY);

    assertThat(analyzer.analyze("1234 4400 4301 2345 6789", null))
        .extracting(Finding::start)
        .containsExactly(5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "(?=a)b; (?=",
        "(?<!a)b; (?<!",
        "(a)\\1; \\1",
        "a++; ++",
        "a{1001}; {1001}",
        "a{,3}; {,3}",
        "[a-z&&[^b]]; &&",
        "[a[b]]; [ inside [ ]",
        "a*; empty text",
        "\\b; empty text",
      })
  void namesWhatItRefuses(String regex, String construct) {
    assertThatThrownBy(() -> found(regex, Boundary.NONE, ""))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("own.yaml:7:9")
        .hasMessageContaining("recognizer 'own', pattern 'p'")
        .hasMessageContaining(construct);
  }

  @Test
  void namesAnUnknownValidatorAndTheNearest() {
    assertThatThrownBy(
            () ->
                new Analyzer(
                    List.of(
                        Specs.spec(
                            "own",
                            List.of("a"),
                            0.5,
                            Boundary.NONE,
                            List.of(),
                            List.of(),
                            Optional.of("kz-inn"))),
                    BuiltIn.TODAY))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("own.yaml:7:9")
        .hasMessageContaining("kz-iin");
  }
}
