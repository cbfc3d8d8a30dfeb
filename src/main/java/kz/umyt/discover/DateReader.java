package kz.umyt.discover;

import java.time.LocalDate;
import java.time.YearMonth;
import kz.umyt.recognize.text.Characters;

/**
 * Reads a cell that is nothing but a day, with or without a time, in any of the usual forms. Makes
 * nothing new for a cell: what was read stands in its fields until the next one.
 */
final class DateReader {

  /** 20240115 and 20240115093000. */
  private static final int DAY_DIGITS = 8;

  private static final int TIME_DIGITS = 14;

  /** 1.1.2024 and 2024-01-15T09:30:00.123456789+05:00. */
  private static final int SHORTEST = 8;

  private static final int LONGEST = 40;

  /** Numbers of eight digits that are no dates have other beginnings, mostly. */
  private static final int FIRST_YEAR = 1900;

  private static final int LAST_YEAR = 2100;

  private String text = "";
  private int at;
  private int year;
  private int month;
  private int day;
  private int times;
  private char sign;
  private boolean yearFirst;

  /** Reads; false if the cell is no date. */
  boolean read(String cell) {
    int start = 0;
    int end = cell.length();
    while (start < end && cell.charAt(start) <= ' ') {
      start++;
    }
    while (end > start && cell.charAt(end - 1) <= ' ') {
      end--;
    }
    if (end - start < SHORTEST
        || end - start > LONGEST
        || !Characters.isDigit(cell.charAt(start))) {
      return false;
    }
    text = end == cell.length() ? cell : cell.substring(0, end);
    at = start;
    times = 0;
    int first = number();
    int length = at - start;
    if (at == end) {
      return (length == DAY_DIGITS || length == TIME_DIGITS) && digits(start, length);
    }
    return length <= 4 && day(first, length) && (at == end ? bare() : time());
  }

  /** Reads what a driver writes of a stored date: year, month and day first; the rest is time. */
  boolean readStored(String cell) {
    text = cell;
    at = 0;
    times = TimeForm.BARE;
    year = number();
    boolean read = at > 0 && take('-');
    month = read ? number() : 0;
    read = read && take('-');
    day = read ? number() : 0;
    // Infinity, and days before Christ, which no business has.
    return read && !cell.endsWith("BC");
  }

  private boolean bare() {
    times |= TimeForm.BARE;
    return true;
  }

  private boolean digits(int start, int length) {
    sign = '\0';
    yearFirst = true;
    year = part(start, 4);
    month = part(start + 4, 2);
    day = part(start + 6, 2);
    boolean plausible =
        (year >= FIRST_YEAR && year <= LAST_YEAR && isDay()) || (isSentinel() && year > 0);
    if (length == DAY_DIGITS) {
      times |= TimeForm.BARE;
      return plausible;
    }
    times |= TimeForm.SECONDS;
    return plausible && isTime(part(start + 8, 2), part(start + 10, 2), part(start + 12, 2));
  }

  private boolean day(int first, int length) {
    sign = text.charAt(at++);
    if (sign != '.' && sign != '-' && sign != '/') {
      return false;
    }
    yearFirst = length == 4;
    int from = at;
    int second = number();
    int secondLength = at - from;
    if (secondLength == 0 || secondLength > 2 || !take(sign)) {
      return false;
    }
    from = at;
    int third = number();
    int thirdLength = at - from;
    int shortest = Math.min(secondLength, yearFirst ? thirdLength : length);
    if (shortest == 1) {
      times |= TimeForm.SHORT_DAY;
    }
    year = yearFirst ? first : third;
    month = second;
    day = yearFirst ? third : first;
    return yearFirst ? thirdLength > 0 && thirdLength <= 2 : length <= 2 && thirdLength == 4;
  }

  private boolean time() {
    boolean letter = text.charAt(at) == 'T';
    if (!letter && text.charAt(at) != ' ') {
      return false;
    }
    times |= letter ? TimeForm.LETTER : TimeForm.SPACE;
    int from = ++at;
    int hour = number();
    int length = at - from;
    if (length == 0 || length > 2 || !take(':')) {
      return false;
    }
    if (length == 1) {
      times |= TimeForm.SHORT_HOUR;
    }
    from = at;
    int minute = number();
    if (at - from != 2) {
      return false;
    }
    int second = 0;
    if (take(':')) {
      from = at;
      second = number();
      if (at - from != 2 || !fraction()) {
        return false;
      }
      times |= TimeForm.SECONDS;
    } else {
      times |= TimeForm.MINUTES;
    }
    return isTime(hour, minute, second) && zone();
  }

  private boolean fraction() {
    if (!take('.')) {
      times |= TimeForm.WHOLE_SECONDS;
      return true;
    }
    int from = at;
    number();
    int digits = at - from;
    if (digits == 0 || digits > 9) {
      return false;
    }
    times |= TimeForm.FRACTION << (digits - 1);
    return true;
  }

  private boolean zone() {
    if (at == text.length()) {
      times |= TimeForm.NO_ZONE;
      return true;
    }
    if (take('Z')) {
      times |= TimeForm.ZONE_COLON;
      return at == text.length();
    }
    if (!take('+') && !take('-')) {
      return false;
    }
    int from = at;
    number();
    int digits = at - from;
    if (digits == 2 && take(':')) {
      from = at;
      number();
      times |= TimeForm.ZONE_COLON;
      return at - from == 2 && at == text.length();
    }
    times |= digits == 2 ? TimeForm.ZONE_HOURS : TimeForm.ZONE_MINUTES;
    return (digits == 2 || digits == 4) && at == text.length();
  }

  private static boolean isTime(int hour, int minute, int second) {
    return hour < 24 && minute < 60 && second < 60;
  }

  private boolean take(char expected) {
    if (at < text.length() && text.charAt(at) == expected) {
      at++;
      return true;
    }
    return false;
  }

  /** The number that starts here; wrong, and of no use, where it is longer than nine digits. */
  private int number() {
    int number = 0;
    while (at < text.length() && Characters.isDigit(text.charAt(at))) {
      number = number * 10 + text.charAt(at) - '0';
      at++;
    }
    return number;
  }

  private int part(int from, int length) {
    int number = 0;
    for (int i = from; i < from + length; i++) {
      number = number * 10 + text.charAt(i) - '0';
    }
    return number;
  }

  /** Whether the form fits; a form is none where the calendar has no such day. */
  boolean is(DateForm form) {
    if (form == DateForm.STORED
        || form.sign() != sign
        || yearFirst != form.pattern().startsWith("y")) {
      return false;
    }
    if (form != DateForm.MONTH_FIRST_SLASHES) {
      return isDay() || isSentinel();
    }
    swap();
    boolean fits = isDay();
    swap();
    return fits;
  }

  /** Exchanges day and month: a form that has the month first reads them so. */
  void swap() {
    int first = day;
    day = month;
    month = first;
  }

  private boolean isDay() {
    return year > 0
        && month >= 1
        && month <= 12
        && day >= 1
        && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth());
  }

  /** Whether the day stands for no day: the empty dates of old systems, and the end of time. */
  boolean isSentinel() {
    boolean firstOfJanuary = day == 1 && month == 1;
    return (firstOfJanuary && (year == 1 || year == 1753 || year == 1900 || year == 1970))
        || (day == 0 && month == 0 && year == 0)
        || (year == 1899 && month == 12 && day >= 30)
        || year >= 2900;
  }

  boolean isAfter(LocalDate today) {
    return year != today.getYear()
        ? year > today.getYear()
        : month != today.getMonthValue()
            ? month > today.getMonthValue()
            : day > today.getDayOfMonth();
  }

  /** Bits of {@link TimeForm}. */
  int times() {
    return times;
  }
}
