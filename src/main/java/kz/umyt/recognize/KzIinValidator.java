package kz.umyt.recognize;

import java.time.LocalDate;

/**
 * Individual identification number: {@code YYMMDD C NNNN K}, where C gives century and sex. Births
 * before 1900 and in the future are refused, which time stamps do not survive; C = 0, known from
 * older descriptions for foreigners, needs a context word.
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
        || Surroundings.isPointed(text, start, end)
        || Surroundings.isHexadecimal(text, start, end)) {
      return Verdict.refused(start, end);
    }
    return number.digit(6) == 0 || end - start > IdentityNumber.LENGTH
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

  @Override
  public double leastScore() {
    return CHECK_DIGIT_SCORE;
  }
}
