package kz.umyt.recognize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import kz.umyt.recognize.pattern.SearchPattern;
import kz.umyt.recognize.pattern.Symbols;
import kz.umyt.settings.RecognizerSpec.Boundary;
import kz.umyt.settings.RegexFlags;
import kz.umyt.settings.SettingsException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random expressions on random texts: the engine finds what RE2J alone finds. */
class RandomExpressionsTest {

  private static final String[] ATOMS = {
    "a",
    "b",
    "k",
    "1",
    "[12]",
    "[a-c]",
    "[^a]",
    "\\d",
    "\\w",
    "\\.",
    "-",
    "[ -]",
    "ж",
    ".",
    "\\pL",
    "[^\\pN]",
    "[ж-я]",
    "(?-i:Ж)",
    "(?-i:[а-я])",
    "№",
    "\\W",
    "@",
    "\\PM"
  };
  private static final String[] QUANTIFIERS = {
    "", "", "", "?", "??", "{2}", "{1,3}", "{0,2}?", "{2,3}?", "+", "*?", "*"
  };
  private static final String TEXT = "aabbkKc112233..-- _жəЖяЯ№@@𐐀\u00BD\u0301\n";

  @ParameterizedTest
  @EnumSource(Boundary.class)
  void findsWhatRe2jFinds(Boundary boundary) {
    Random random = new Random(23);
    int onTable = 0;
    int found = 0;
    for (int i = 0; i < 1_000; i++) {
      String regex = regex(random, 3);
      String wrapped = random.nextInt(8) == 0 ? "\\A" + regex + "\\z" : regex;
      Optional<Analyzer> made = analyzer(wrapped, boundary);
      if (made.isEmpty()) {
        continue;
      }
      Analyzer analyzer = made.get();
      onTable += isOnTable(wrapped, boundary) ? 1 : 0;
      for (int round = 0; round < 25; round++) {
        String text = text(random);
        List<Finding> findings = analyzer.analyze(text, null);
        assertThat(findings)
            .as("%s in %s", wrapped, text)
            .isEqualTo(analyzer.analyzeUnfiltered(text, null));
        found += findings.size();
      }
    }
    assertThat(onTable).isGreaterThan(150);
    assertThat(found).isGreaterThan(500);
  }

  /** None if the expression is refused since it matches empty text. */
  private static Optional<Analyzer> analyzer(String regex, Boundary boundary) {
    try {
      return Optional.of(
          new Analyzer(List.of(Specs.pattern("own", regex, 0.5, boundary)), BuiltIn.TODAY));
    } catch (SettingsException e) {
      assertThat(e).hasMessageContaining("matches empty text");
      return Optional.empty();
    }
  }

  private static boolean isOnTable(String regex, Boundary boundary) {
    SearchPattern pattern =
        SearchPattern.compile(
            "own", Specs.at(regex), 0.5, boundary, RegexFlags.DEFAULT, new Symbols());
    return pattern.automaton() != null || pattern.anchor() != null;
  }

  private static String regex(Random random, int depth) {
    StringBuilder regex = new StringBuilder();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      boolean group = depth > 0 && random.nextInt(3) == 0;
      regex.append(
          group
              ? "(?:" + regex(random, depth - 1) + "|" + regex(random, depth - 1) + ")"
              : ATOMS[random.nextInt(ATOMS.length)]);
      regex.append(QUANTIFIERS[random.nextInt(QUANTIFIERS.length)]);
    }
    return regex.toString();
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(30); i > 0; i--) {
      text.append(TEXT.charAt(random.nextInt(TEXT.length())));
    }
    return text.toString();
  }
}
