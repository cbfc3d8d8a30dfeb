package kz.umyt.plan;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kz.umyt.policy.ClockReading;
import kz.umyt.settings.Located;
import kz.umyt.settings.SettingsException;

/** Reads the date in a cell, strictly: 30.02.2020 is no date. */
final class CellDate {

  /** What exports hold where nobody said: ISO and the usual form of the region. */
  private static final List<String> USUAL =
      List.of(
          "uuuu-MM-dd[['T'][' ']HH:mm[:ss[.SSS]]]",
          "dd.MM.uuuu[ HH:mm[:ss]]",
          "dd.MM.uuuu[ H:mm[:ss]]");

  private final List<DateTimeFormatter> formatters;

  /** Takes the job's own format, or the usual ones. */
  CellDate(Optional<Located<String>> format) {
    this.formatters =
        format
            .map(written -> List.of(formatter(written)))
            .orElseGet(() -> USUAL.stream().map(CellDate::strict).toList());
  }

  private static DateTimeFormatter formatter(Located<String> written) {
    try {
      // The letter y means year of an era, which a strict reader cannot resolve without the era.
      return strict(written.value().replace('y', 'u'));
    } catch (IllegalArgumentException malformed) {
      throw new SettingsException(
          written.at(), "'" + written + "' is no date format; write for example dd.MM.yyyy");
    }
  }

  private static DateTimeFormatter strict(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  ClockReading read(String cell) {
    String text = trim(cell);
    if (text.isEmpty()) {
      return new ClockReading.Empty();
    }
    for (DateTimeFormatter formatter : formatters) {
      try {
        LocalDate day = formatter.parse(text).query(TemporalQueries.localDate());
        if (day != null) {
          return new ClockReading.Day(day);
        }
      } catch (DateTimeParseException next) {
        // Not this form.
      }
    }
    return new ClockReading.Unreadable();
  }

  /** Without white space at both ends, no-break and zero-width spaces included. */
  static String trim(String cell) {
    int start = 0;
    int end = cell.length();
    while (start < end && isSpace(cell.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(cell.charAt(end - 1))) {
      end--;
    }
    return cell.substring(start, end);
  }

  private static boolean isSpace(char character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || character == '\u200B'
        || character == '\uFEFF';
  }
}
