package kz.umyt.recognize.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import kz.umyt.recognize.BuiltIn;
import org.junit.jupiter.api.Test;

class IdentityNumberTest {

  private final KzIinValidator iin = new KzIinValidator(BuiltIn.TODAY);
  private final KzBinValidator bin = new KzBinValidator(BuiltIn.TODAY);

  private static boolean accepts(Validator validator, String number) {
    return validator.judge(number, 0, number.length()).answer() == Verdict.Answer.ACCEPTED;
  }

  @Test
  void neverTakesANumberForBoth() {
    Random random = new Random(3);
    int found = 0;
    for (int i = 0; i < 500_000; i++) {
      String number = "%012d".formatted(Math.floorMod(random.nextLong(), 1_000_000_000_000L));
      boolean person = accepts(iin, number);
      boolean firm = accepts(bin, number);
      assertThat(person && firm).isFalse();
      found += person || firm ? 1 : 0;
    }
    // 0.09 % of random numbers pass as an IIN and 0.05 % as a BIN.
    assertThat(found).isBetween(400, 1_200);
  }

  @Test
  void refusesEveryOtherCheckDigit() {
    for (char digit = '0'; digit <= '9'; digit++) {
      assertThat(accepts(bin, "08104001402" + digit)).isEqualTo(digit == '6');
    }
  }

  @Test
  void acceptsABirthTodayAndNoneTomorrow() {
    assertThat(judgeBirth(LocalDate.of(2026, 1, 15))).isTrue();
    assertThat(judgeBirth(LocalDate.of(2026, 1, 16))).isFalse();
  }

  /** Whether any number of this birth date is accepted. */
  private boolean judgeBirth(LocalDate birth) {
    String date =
        "%02d%02d%02d"
            .formatted(birth.getYear() % 100, birth.getMonthValue(), birth.getDayOfMonth());
    for (int serial = 0; serial < 1000; serial++) {
      if (accepts(iin, date + "5%05d".formatted(serial))) {
        return true;
      }
    }
    return false;
  }

  @Test
  void takesNoTimeStampForAnIin() {
    LocalDate day = LocalDate.of(2015, 1, 1);
    for (int i = 0; i < 3000; i++) {
      LocalDate date = day.plusDays(i);
      String stamp =
          "%02d%02d%02d%02d%02d%02d"
              .formatted(
                  date.getYear() % 100,
                  date.getMonthValue(),
                  date.getDayOfMonth(),
                  i % 24,
                  i % 60,
                  i * 7 % 60);
      assertThat(accepts(iin, stamp)).as(stamp).isFalse();
    }
  }
}
