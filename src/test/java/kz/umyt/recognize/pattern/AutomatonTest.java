package kz.umyt.recognize.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.umyt.recognize.Specs;
import kz.umyt.settings.RecognizerSpec.Boundary;
import kz.umyt.settings.RegexFlags;
import org.junit.jupiter.api.Test;

class AutomatonTest {

  @Test
  void leavesToRe2jWhatItCannotHold() {
    List<String> left =
        Stream.of("a+", "a*b", "^a", "\\ba", "(?U:a)", "a{1,600}", "é", "[α-ω]", "\\p{Lu}")
            .filter(regex -> !isOnTable(regex, Boundary.WORD))
            .toList();

    assertThat(left)
        .containsExactly("a+", "a*b", "^a", "\\ba", "(?U:a)", "a{1,600}", "é", "[α-ω]", "\\p{Lu}");
    assertThat(Stream.of("a+@b*c", "ж", "[^a]", ".", "\\pL", "(?-i:A)", "(?-i:\\p{Lu})"))
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

  @Test
  void takesForACapitalWhatRe2jDoes() {
    Pattern re2 = Pattern.compile("\\p{Lu}");
    Symbols symbols = new Symbols();

    assertThat(
            IntStream.rangeClosed(0, 0xFFFF)
                .filter(c -> !Character.isSurrogate((char) c))
                .filter(
                    c ->
                        Symbols.capitals().get(symbols.of((char) c))
                            != re2.matches(Character.toString(c))))
        .isEmpty();
  }

  private static boolean isOnTable(String regex, Boundary boundary) {
    SearchPattern pattern =
        SearchPattern.compile(
            "own", Specs.at(regex), 0.5, boundary, RegexFlags.DEFAULT, new Symbols());
    return pattern.automaton() != null || pattern.anchor() != null;
  }
}
