package kz.umyt.recognize.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.umyt.recognize.Analyzer;
import kz.umyt.recognize.BuiltIn;
import kz.umyt.recognize.Finding;
import kz.umyt.recognize.Specs;
import kz.umyt.settings.RecognizerSpec.Boundary;
import kz.umyt.settings.RegexFlags;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AutomatonTest {

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
      Expression expression = RegexReader.read(regex);
      if (expression.shape().shortest() == 0) {
        continue;
      }
      String wrapped = random.nextInt(8) == 0 ? "\\A" + regex + "\\z" : regex;
      Analyzer analyzer =
          new Analyzer(List.of(Specs.pattern("own", wrapped, 0.5, boundary)), BuiltIn.TODAY);
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

  @Test
  void leavesToRe2jWhatItCannotHold() {
    List<String> left =
        Stream.of("a+", "a*b", "^a", "\\ba", "(?U:a)", "a{1,600}", "é", "[α-ω]", "\\p{Lu}")
            .filter(regex -> !isOnTable(regex, Boundary.WORD))
            .toList();

    assertThat(left)
        .containsExactly("a+", "a*b", "^a", "\\ba", "(?U:a)", "a{1,600}", "é", "[α-ω]", "\\p{Lu}");
    assertThat(Stream.of("a+@b*c", "ж", "[^a]", ".", "\\pL", "(?-i:A)", "\\Aa{1,9}\\z"))
        .allMatch(regex -> isOnTable(regex, Boundary.WORD));
  }

  @Test
  void namesTheSymbolsOfBothCasesAsRe2jDoes() {
    List<Integer> named =
        IntStream.rangeClosed(0, 0xFFFF).filter(c -> Symbols.named(c) >= 0).boxed().toList();
    for (int c : named) {
      Pattern re2 = Pattern.compile("(?is:" + Pattern.quote(Character.toString(c)) + ")");
      Expression.Chars own = (Expression.Chars) CharacterSets.of(c, true);
      for (int other : named) {
        assertThat(own.symbols().get(Symbols.named(other)))
            .as("%x and %x", c, other)
            .isEqualTo(re2.matches(Character.toString(other)));
      }
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
