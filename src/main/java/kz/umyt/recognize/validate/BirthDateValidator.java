package kz.umyt.recognize.validate;

import java.time.LocalDate;

/**
 * A day on which a living person can have been born: one of the Gregorian calendar (ISO 8601), not
 * in the future, at most 120 years ago, and not the empty date of an old system (01.01.1900).
 */
final class BirthDateValidator implements Validator {

  private static final int OLDEST = 120;
  private static final int FULL_YEAR = 4;

  private final LocalDate today;

  BirthDateValidator(LocalDate today) {
    this.today = today;
  }

  @Override
  public Verdict judge(String text, int start, int end) {
    boolean valid =
        !Surroundings.isMasked(text, start, end)
            && !Surroundings.isJoined(text, start, end, ".-/")
            && isBirth(new WrittenDate(text, start, end))
            && !BirthLabels.speakOfOther(text, start, end);
    return valid ? Verdict.accepted(start, end) : Verdict.refusedUntil(start + 1);
  }

  private boolean isBirth(WrittenDate date) {
    return switch (date.count()) {
      case 1 -> isBirth(date.number(0), date.length(0));
      case 2 ->
          date.length(0) == FULL_YEAR
              ? isDay(date.number(0), date.month(), date.number(1))
              : isDay(year(date, 1), date.month(), date.number(0));
      case 3 -> isBirthOfNumbers(date);
      default -> false;
    };
  }

  private boolean isBirthOfNumbers(WrittenDate date) {
    if (date.length(0) == FULL_YEAR) {
      return isDay(date.number(0), date.number(1), date.number(2));
    }
    int year = year(date, 2);
    return isDay(year, date.number(1), date.number(0))
        || isDay(year, date.number(0), date.number(1));
  }

  /** Eight digits in a row, or a year. */
  private boolean isBirth(int number, int length) {
    return switch (length) {
      case 8 ->
          isDay(number / 10_000, number / 100 % 100, number % 100)
              || isDay(number % 10_000, number / 10_000 % 100, number / 1_000_000);
      case FULL_YEAR -> number > today.getYear() - OLDEST && number <= today.getYear();
      default -> false;
    };
  }

  private int year(WrittenDate date, int index) {
    int year = date.number(index);
    if (date.length(index) == FULL_YEAR) {
      return year;
    }
    return year > today.getYear() % 100 ? 1900 + year : 2000 + year;
  }

  private boolean isDay(int year, int month, int day) {
    return year >= today.getYear() - OLDEST
        && year <= today.getYear()
        && Dates.isDay(year, month, day)
        && !LocalDate.of(year, month, day).isAfter(today);
  }
}
