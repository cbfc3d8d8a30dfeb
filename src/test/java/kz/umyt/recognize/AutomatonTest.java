package kz.umyt.recognize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import kz.umyt.settings.RecognizerSpec.Boundary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AutomatonTest {

  private static final String[] ATOMS = {
    "a", "b", "k", "1", "[12]", "[a-c]", "[^a]", "\\d", "\\w", "\\.", "-", "[ -]", "ж", "."
  };
  private static final String[] QUANTIFIERS = {
    "", "", "", "?", "??", "{2}", "{1,3}", "{0,2}?", "{2,3}?", "+", "*?"
  };
  private static final String TEXT = "aabbkKc112233..-- _жəЖ𝐀\u00BD\u0301\n";

  @ParameterizedTest
  @EnumSource(Boundary.class)
  void findsWhatRe2jFinds(Boundary boundary) {
    Random random = new Random(23);
    int plain = 0;
    int found = 0;
    for (int i = 0; i < 400; i++) {
      String regex = regex(random, 3);
      Expression expression = RegexReader.read(regex);
      if (expression.shape().shortest() == 0) {
        continue;
      }
      plain += Automaton.of(expression, boundary) == null ? 0 : 1;
      Analyzer analyzer =
          new Analyzer(List.of(Specs.pattern("own", regex, 0.5, boundary)), BuiltIn.TODAY);
      for (int round = 0; round < 25; round++) {
        String text = text(random);
        List<Finding> findings = analyzer.analyze(text, null);
        assertThat(findings)
            .as("%s in %s", regex, text)
            .isEqualTo(analyzer.analyzeUnfiltered(text, null));
        found += findings.size();
      }
    }
    assertThat(plain).isGreaterThan(50);
    assertThat(found).isGreaterThan(500);
  }

  @Test
  void leavesToRe2jWhatItCannotHold() {
    List<String> left = new ArrayList<>();
    for (String regex : List.of("a+", "[^a]", ".", "\\pL", "^a", "(?-i:a)", "a{1,600}", "ж")) {
      if (Automaton.of(RegexReader.read(regex), Boundary.WORD) == null) {
        left.add(regex);
      }
    }
    assertThat(left).containsExactly("a+", "[^a]", ".", "\\pL", "^a", "(?-i:a)", "a{1,600}", "ж");
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
