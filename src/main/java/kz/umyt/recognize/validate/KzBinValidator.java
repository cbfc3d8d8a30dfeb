package kz.umyt.recognize.validate;

import java.time.LocalDate;

/**
 * Business identification number: {@code YYMM T A NNNNN K}. T = 4 resident, 5 non-resident, 6 joint
 * entrepreneurship; A = 0 head office, 1 branch, 2 representative office, 3 farm. It never overlaps
 * with an IIN, whose fifth digit is at most 3.
 */
final class KzBinValidator implements Validator {

  /** No legal person was registered in the Republic before 1991. */
  private static final int FIRST_YEAR = 91;

  private final int year;

  KzBinValidator(LocalDate today) {
    this.year = today.getYear() % 100;
  }

  @Override
  public Verdict judge(String text, int start, int end) {
    IdentityNumber number = IdentityNumber.read(text, start, end);
    if (number == null
        || !isRegistration(number)
        || !number.isConfirmed()
        || (Surroundings.isPointed(text, start, end) && !Surroundings.isFloat(text, start, end))
        || Surroundings.isHexadecimal(text, start, end)) {
      return Verdict.refused(start, end);
    }
    return end - start > IdentityNumber.LENGTH
            || Surroundings.isAmount(text, end)
            || Surroundings.isFloat(text, start, end)
            || Surroundings.isHyphenatedOn(text, start, end)
        ? Verdict.needsContext(start, end)
        : Verdict.accepted(start, end);
  }

  private boolean isRegistration(IdentityNumber number) {
    int registered = number.twoDigits(0);
    int month = number.twoDigits(2);
    int kind = number.digit(4);
    return month >= 1
        && month <= 12
        && (registered <= year || registered >= FIRST_YEAR)
        && kind >= 4
        && kind <= 6
        && number.digit(5) <= 3;
  }

  @Override
  public boolean isRightButForItsCheckDigit(String digits) {
    IdentityNumber number = IdentityNumber.read(digits, 0, digits.length());
    return number != null && isRegistration(number);
  }

  @Override
  public boolean hasCheckDigit() {
    return true;
  }

  @Override
  public double leastScore() {
    return CHECK_DIGIT_SCORE;
  }
}
