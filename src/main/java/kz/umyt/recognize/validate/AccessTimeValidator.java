package kz.umyt.recognize.validate;

import java.time.LocalDate;
import java.util.Locale;
import kz.umyt.recognize.text.Characters;

/**
 * Moment at which somebody came: a day of the calendar, from the first public web pages of 1991 to
 * the year after this one, and a time. Sentinels such as 01.01.0001 are none. Read are ISO 8601,
 * {@code dd.MM.yyyy HH:mm} and the log format {@code 12/Aug/2025:10:15:30}.
 */
final class AccessTimeValidator implements Validator {

  private static final int FIRST_YEAR = 1991;
  private static final int NUMBERS = 5;

  private final int lastYear;

  AccessTimeValidator(LocalDate today) {
    this.lastYear = today.getYear() + 1;
  }

  @Override
  public Verdict judge(String text, int start, int end) {
    int[] numbers = new int[NUMBERS];
    int count = 0;
    int at = start;
    int yearAt = -1;
    while (at < end && count < NUMBERS) {
      char c = text.charAt(at);
      int from = at;
      if (Characters.isDigit(c)) {
        while (at < end && Characters.isDigit(text.charAt(at))) {
          numbers[count] = numbers[count] * 10 + text.charAt(at) - '0';
          at++;
        }
        yearAt = at - from == 4 ? count : yearAt;
        count++;
      } else if (Characters.isLatin(c) && count == 1) {
        while (at < end && Characters.isLatin(text.charAt(at))) {
          at++;
        }
        numbers[count] = Dates.month(text.substring(from, at).toLowerCase(Locale.ROOT));
        count++;
      } else {
        at++;
      }
    }
    return count == NUMBERS && isMoment(numbers, yearAt)
        ? Verdict.accepted(start, end)
        : Verdict.refused(start, end);
  }

  /** Whether the numbers are a day, its year in first or third place, then hour and minute. */
  private boolean isMoment(int[] numbers, int yearAt) {
    boolean day =
        switch (yearAt) {
          case 0 -> isDay(numbers[0], numbers[1], numbers[2]);
          case 2 -> isDay(numbers[2], numbers[1], numbers[0]);
          default -> false;
        };
    return day && numbers[3] < 24 && numbers[4] < 60;
  }

  private boolean isDay(int year, int month, int day) {
    return year >= FIRST_YEAR && year <= lastYear && Dates.isDay(year, month, day);
  }
}
