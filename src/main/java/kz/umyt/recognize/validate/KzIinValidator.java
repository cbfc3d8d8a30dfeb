package kz.umyt.recognize.validate;

import java.time.LocalDate;

/**
 * Individual identification number: {@code YYMMDD C NNNN K}, where C gives century and sex. Births
 * before 1900 and in the future are refused, which time stamps of the form {@code yyMMddHHmmss} do
 * not survive. A context word is needed for C = 0, known from older descriptions for foreigners,
 * and for men born in 1920 whose number reads as {@code yyyyMMddHHmm} of 2001 to 2012.
 */
final class KzIinValidator implements Validator {

  private static final int EARLIEST = 1900;

  private final LocalDate today;

  KzIinValidator(LocalDate today) {
    this.today = today;
  }

  @Override
  public Verdict judge(String text, int start, int end) {
    IdentityNumber number = IdentityNumber.read(text, start, end);
    if (number == null
        || !isBorn(number)
        || !number.isConfirmed()
        || (Surroundings.isPointed(text, start, end) && !Surroundings.isFloat(text, start, end))
        || Surroundings.isHexadecimal(text, start, end)) {
      return Verdict.refused(start, end);
    }
    return number.digit(6) == 0
            || isTimeStamp(number)
            || end - start > IdentityNumber.LENGTH
            || Surroundings.isAmount(text, end)
            || Surroundings.isFloat(text, start, end)
            || Surroundings.isHyphenatedOn(text, start, end)
        ? Verdict.needsContext(start, end)
        : Verdict.accepted(start, end);
  }

  private boolean isBorn(IdentityNumber number) {
    int year = number.twoDigits(0);
    return switch (number.digit(6)) {
      case 0 -> isDay(EARLIEST + year, number) || isDay(2000 + year, number);
      case 3, 4 -> isDay(EARLIEST + year, number);
      case 5, 6 -> isDay(2000 + year, number);
      default -> false;
    };
  }

  private boolean isDay(int year, IdentityNumber number) {
    int month = number.twoDigits(2);
    int day = number.twoDigits(4);
    return Dates.isDay(year, month, day) && !LocalDate.of(year, month, day).isAfter(today);
  }

  /** Whether the digits are a minute of the 30th or 31st of a month: {@code 2012 07 31 14 05}. */
  private static boolean isTimeStamp(IdentityNumber number) {
    int month = number.twoDigits(4);
    int day = number.twoDigits(6);
    return number.twoDigits(0) == 20
        && day >= 30
        && Dates.isDay(2000 + number.twoDigits(2), month, day)
        && number.twoDigits(8) <= 23
        && number.twoDigits(10) <= 59;
  }

  @Override
  public boolean isRightButForItsCheckDigit(String digits) {
    IdentityNumber number = IdentityNumber.read(digits, 0, digits.length());
    return number != null && isBorn(number);
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
