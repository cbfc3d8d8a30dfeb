package kz.umyt.recognize;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import kz.umyt.settings.RecognizerSpec;
import kz.umyt.settings.RecognizerSpec.Boundary;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cheap filter before the patterns never loses a match. */
class FilterTest {

  private static final String ALPHABET =
      "0123456789012345678901234567890123456789   ..::--++()()@@/,;\"abfkzKZАБинсқəі\n\t_*№"
          + "\u00A0\u202F\u200B\u2011\uFEFF７＠\uD835\uDC00\uD83D\uDE00\uFFFF\uD835";

  /** Names that speak for patterns of whole cells, and one that does not. */
  private static final List<String> COLUMNS =
      List.of(
          "iin_phone",
          "login",
          "password",
          "page_url",
          "last_login",
          "os",
          "full_name",
          "address",
          "город",
          "note");

  private static Analyzer manyPatterns() {
    List<RecognizerSpec> specs = new ArrayList<>(BuiltIn.specs());
    String[] regexes = {
      "[0-9]{3}[a-z]",
      "a|[0-9]{2}\\.",
      "(?:ab)+@?",
      "[^0-9 ]{3}",
      "\\d{2}\\b",
      "^\\w+$",
      "кий|[А-Я]{2}",
      "k\\W?z",
      "\\pL{2}\\pN",
      "[:@.-]{2}",
      "(?:\\+|00)[0-9]{3}",
    };
    for (int i = 0; i < regexes.length; i++) {
      for (Boundary boundary : Boundary.values()) {
        specs.add(Specs.pattern("own" + i + boundary, regexes[i], 0.1, boundary));
      }
    }
    return new Analyzer(specs, BuiltIn.TODAY);
  }

  private static List<String> corpus() throws IOException {
    return Corpus.cases().stream().map(Corpus.Case::text).toList();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void findsInRandomTextWhatThePatternsFindWithoutIt(long seed) throws IOException {
    Random random = new Random(seed);
    Analyzer builtIn = BuiltIn.analyzer();
    Analyzer many = manyPatterns();
    List<String> corpus = corpus();
    for (int round = 0; round < 400; round++) {
      StringBuilder text = new StringBuilder();
      while (text.length() < 10 + random.nextInt(80)) {
        if (random.nextInt(12) == 0) {
          text.append(corpus.get(random.nextInt(corpus.size())));
        } else {
          text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
      }
      String mixed = text.toString();
      String column = random.nextBoolean() ? COLUMNS.get(random.nextInt(COLUMNS.size())) : null;
      assertThat(builtIn.analyze(mixed, column))
          .isEqualTo(builtIn.analyzeUnfiltered(mixed, column));
      assertThat(many.analyze(mixed, column)).isEqualTo(many.analyzeUnfiltered(mixed, column));
    }
  }

  @Test
  void findsCellsByTheNamesOfTheirColumns() throws IOException {
    Analyzer analyzer = BuiltIn.analyzer();
    for (Corpus.Case one : Corpus.cases()) {
      assertThat(analyzer.analyze(one.text(), one.column()))
          .as(one.name())
          .isEqualTo(analyzer.analyzeUnfiltered(one.text(), one.column()));
    }
  }

  @Test
  void losesNoPatternHoweverManyThereAre() {
    List<RecognizerSpec> specs = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      specs.add(Specs.pattern("long" + i, "a" + i + "[0-9]{1,200}", 0.5, Boundary.NONE));
    }
    specs.add(Specs.pattern("last", "zebra[0-9]{3,5}", 0.5, Boundary.NONE));

    assertThat(new Analyzer(specs, BuiltIn.TODAY).analyze("a zebra1234", null)).hasSize(1);
  }

  @Test
  void reportsPlacesInsideTheText() {
    Random random = new Random(11);
    Analyzer many = manyPatterns();
    for (int round = 0; round < 400; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(120); i > 0; i--) {
        text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
      }
      int free = 0;
      for (Finding finding : many.analyze(text.toString(), null)) {
        assertThat(finding.start()).isGreaterThanOrEqualTo(free);
        assertThat(finding.end()).isGreaterThan(finding.start()).isLessThanOrEqualTo(text.length());
        free = finding.end();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.", "a@", "1.", "1:", ":", "1 ", "7 7", "7", "+7", "(7", "@", "KZ12 ", "0-", "a.b@c.",
        "1a", "8 701 5", "4400 ", "\u200B7", "f:", "+1 (", "a@b."
      })
  void isNotStalledByHostileText(String piece) {
    Analyzer analyzer = BuiltIn.analyzer();
    String hostile = piece.repeat(150_000 / piece.length());

    Assertions.assertTimeout(
        Duration.ofSeconds(20), () -> analyzer.analyze(hostile + " info@example.kz", null));
    assertThat(analyzer.analyze(hostile + " info@example.kz", null))
        .anyMatch(finding -> finding.entity().equals("EMAIL_ADDRESS"));
  }
}
