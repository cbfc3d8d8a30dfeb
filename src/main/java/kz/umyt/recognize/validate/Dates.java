package kz.umyt.recognize.validate;

import java.time.YearMonth;
import java.util.List;
import kz.umyt.recognize.text.Characters;

/** Days of the Gregorian calendar (ISO 8601) and the forms in which fields hold them. */
final class Dates {

  /** The first letters of the months in Russian, Kazakh and English. */
  private static final List<List<String>> MONTHS =
      List.of(
          List.of("янв", "қаң", "кан", "jan"),
          List.of("фев", "ақп", "акп", "feb"),
          List.of("мар", "нау", "mar"),
          List.of("апр", "сәу", "сау", "apr"),
          List.of("мая", "май", "мам", "may"),
          List.of("июн", "мау", "jun"),
          List.of("июл", "шіл", "шил", "jul"),
          List.of("авг", "там", "aug"),
          List.of("сен", "қыр", "кыр", "sep"),
          List.of("окт", "қаз", "каз", "oct"),
          List.of("ноя", "қар", "кар", "nov"),
          List.of("дек", "жел", "dec"));

  private static final String ISO = "0000-00-00";

  private Dates() {}

  static boolean isDay(int year, int month, int day) {
    return month >= 1
        && month <= 12
        && day >= 1
        && day <= YearMonth.of(year, month).lengthOfMonth();
  }

  /** The month that a word in lower case names, in any form; 0 if it names none. */
  static int month(String word) {
    for (int month = 0; month < MONTHS.size(); month++) {
      if (MONTHS.get(month).stream().anyMatch(word::startsWith)) {
        return month + 1;
      }
    }
    return 0;
  }

  /** Whether a span starts as ISO 8601 writes a day. */
  static boolean isIso(String text, int start, int end) {
    if (end - start < ISO.length()) {
      return false;
    }
    for (int i = 0; i < ISO.length(); i++) {
      char c = text.charAt(start + i);
      if (ISO.charAt(i) == '-' ? c != '-' : !Characters.isDigit(c)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a span is of digits and the signs of dates, times and versions only. */
  static boolean isOfNumbers(String text, int start, int end) {
    boolean parted = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      boolean sign = c == '.' || c == '-' || c == ':' || c == '/';
      if (!sign && !Characters.isDigit(c)) {
        return false;
      }
      parted |= sign;
    }
    return parted;
  }
}
