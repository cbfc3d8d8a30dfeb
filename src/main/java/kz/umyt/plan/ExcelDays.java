package kz.umyt.plan;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Dates that a spreadsheet wrote as the number of days since its own day zero, with the time as a
 * fraction: {@code 45292}, {@code 45292,75}.
 *
 * @param zero the day that has the number 0
 */
record ExcelDays(LocalDate zero) {

  /**
   * Counts a 29 February 1900 that never was; from 1 March 1900 on, this day zero makes up for it.
   */
  static final ExcelDays USUAL = new ExcelDays(LocalDate.of(1899, 12, 30));

  /** Of workbooks that older Macs made. */
  static final ExcelDays OF_1904 = new ExcelDays(LocalDate.of(1904, 1, 1));

  /** The number of 1 March 1900; no day before it is a clock. */
  private static final int LEAST = 61;

  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);
  private static final int MOST_DIGITS = 7;

  /** The day of a number; empty if the text is none, or none that stands for a day. */
  Optional<LocalDate> day(String text) {
    int whole = 0;
    while (whole < text.length() && isDigit(text.charAt(whole))) {
      whole++;
    }
    if (whole == 0 || whole > MOST_DIGITS || !isFraction(text, whole)) {
      return Optional.empty();
    }
    int days = Integer.parseInt(text, 0, whole, 10);
    return days < LEAST
        ? Optional.empty()
        : Optional.of(zero.plusDays(days)).filter(day -> !day.isAfter(LAST));
  }

  private static boolean isFraction(String text, int from) {
    if (from == text.length()) {
      return true;
    }
    boolean marked = text.charAt(from) == '.' || text.charAt(from) == ',';
    return marked
        && from + 1 < text.length()
        && text.substring(from + 1).chars().allMatch(digit -> isDigit((char) digit));
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }
}
