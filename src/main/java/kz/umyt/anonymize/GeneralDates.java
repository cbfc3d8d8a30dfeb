package kz.umyt.anonymize;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import kz.umyt.settings.OperatorSpec.Generalize.To;
import org.jspecify.annotations.Nullable;

/** The first day of a date's year or month, at the beginning of the day. */
record GeneralDates(To to) {

  /**
   * Of a date or time; a time with zone keeps its offset.
   *
   * @return of the same class, or null if it is neither a date nor a time
   */
  @Nullable Object of(Object value) {
    if (value instanceof LocalDate date) {
      return first(date);
    }
    if (value instanceof LocalDateTime time) {
      return first(time.toLocalDate()).atStartOfDay();
    }
    if (value instanceof OffsetDateTime time) {
      return first(time.toLocalDate()).atStartOfDay().atOffset(time.getOffset());
    }
    return null;
  }

  /**
   * Of a date written {@code yyyy-MM-dd}, {@code dd.MM.yyyy} or {@code yyyyMMdd}, written the same
   * way; null for any other text and for days that no calendar has.
   */
  @Nullable String ofText(String text) {
    boolean ten = text.length() == 10;
    if (ten && text.charAt(4) == '-' && text.charAt(7) == '-') {
      return ofText(text, 0, 5, 8);
    }
    if (ten && text.charAt(2) == '.' && text.charAt(5) == '.') {
      return ofText(text, 6, 3, 0);
    }
    return text.length() == 8 ? ofText(text, 0, 4, 6) : null;
  }

  private @Nullable String ofText(String text, int yearAt, int monthAt, int dayAt) {
    int year = number(text, yearAt, 4);
    int month = number(text, monthAt, 2);
    int day = number(text, dayAt, 2);
    if (year < 1 || month < 1 || month > 12 || day < 1) {
      return null;
    }
    if (day > YearMonth.of(year, month).lengthOfMonth()) {
      return null;
    }
    StringBuilder general = new StringBuilder(text).replace(dayAt, dayAt + 2, "01");
    return (to == To.YEAR ? general.replace(monthAt, monthAt + 2, "01") : general).toString();
  }

  private LocalDate first(LocalDate date) {
    return to == To.YEAR ? date.withDayOfYear(1) : date.withDayOfMonth(1);
  }

  /** Only ASCII digits; -1 for anything else. */
  private static int number(String text, int from, int length) {
    int number = 0;
    for (int at = from; at < from + length; at++) {
      int digit = text.charAt(at) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = 10 * number + digit;
    }
    return number;
  }
}
