package kz.umyt.recognize.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import kz.umyt.recognize.BuiltIn;
import kz.umyt.settings.Located;
import kz.umyt.settings.Position;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Any file may name any validator for any pattern: whatever it is asked, it answers. */
class ValidatorsTest {

  private static final List<String> PARTS =
      List.of(
          "4400430022542572",
          "^",
          "B",
          "%",
          ";",
          "=",
          "/",
          "2703",
          "7",
          " ",
          "-",
          ".",
          ":",
          "@",
          "+",
          "[",
          "<",
          "a",
          "ff",
          "Ж",
          "ова",
          "Ерлан",
          "ул",
          "\n",
          "\"",
          "\uD83D\uDE00",
          "\uD83D",
          "«",
          "№");

  private static final Validators VALIDATORS = new Validators(BuiltIn.TODAY);

  static Stream<String> names() {
    return VALIDATORS.names().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("names")
  void answersWhateverItIsAsked(String name) {
    Validator validator =
        VALIDATORS.named(new Located<>(name, new Position("recognizers.yaml", 1, 1)));
    Random random = new Random(1);
    for (int round = 0; round < 20_000; round++) {
      StringBuilder made = new StringBuilder();
      for (int part = 1 + random.nextInt(9); part > 0; part--) {
        made.append(PARTS.get(random.nextInt(PARTS.size())));
      }
      String text = made.toString();
      int start = random.nextInt(text.length());
      int end = start + 1 + random.nextInt(text.length() - start);

      Verdict verdict = validator.judge(text, start, end);

      if (verdict.answer() != Verdict.Answer.REFUSED) {
        assertThat(verdict.start()).as(text).isBetween(0, verdict.end() - 1);
        assertThat(verdict.end()).as(text).isLessThanOrEqualTo(text.length());
      }
    }
  }
}
