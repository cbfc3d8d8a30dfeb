package kz.umyt.plan;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalQueries;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.umyt.policy.ClockReading;
import kz.umyt.settings.ClockSpec;
import kz.umyt.settings.Located;
import kz.umyt.settings.SettingsException;

/**
 * Reads the date in a cell, strictly: 30.02.2020 is no date. For one thread, since it remembers the
 * days that it has read: exports hold the same ones again and again.
 */
final class CellDate {

  /** What exports hold where nobody said: ISO and the usual form of the region. */
  private static final List<String> USUAL =
      List.of(
          "uuuu-MM-dd[['T'][' ']HH:mm[:ss[.SSS]]]",
          "dd.MM.uuuu[ HH:mm[:ss]]",
          "dd.MM.uuuu[ H:mm[:ss]]");

  /** 20240131, which its length must tell from other numbers. */
  private static final String COMPACT = "uuuuMMdd";

  /** What people and programs write where there is nothing, in lower case. */
  private static final Set<String> NOTHING =
      Set.of("null", "\\n", "-", "–", "—", "нет", "н/д", "n/a", "жоқ");

  private static final int MOST_KNOWN = 4096;
  private static final int LONGEST_KNOWN = 40;

  private final Map<String, ClockReading> known = new HashMap<>();
  private final List<DateTimeFormatter> formatters;
  private final Optional<ExcelDays> excel;
  private final boolean usual;

  /** Takes the job's own format, or the usual ones. */
  CellDate(Optional<Located<String>> format) {
    this.usual = format.isEmpty();
    this.excel = format.flatMap(written -> excel(written.value()));
    if (usual) {
      this.formatters = USUAL.stream().map(CellDate::strict).toList();
    } else {
      this.formatters =
          excel.isPresent() ? List.of() : format.stream().map(CellDate::formatter).toList();
    }
  }

  private static Optional<ExcelDays> excel(String format) {
    return switch (format) {
      case ClockSpec.EXCEL -> Optional.of(ExcelDays.USUAL);
      case ClockSpec.EXCEL_1904 -> Optional.of(ExcelDays.OF_1904);
      default -> Optional.empty();
    };
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
    ClockReading remembered = known.get(cell);
    if (remembered != null) {
      return remembered;
    }
    ClockReading reading = parsed(cell);
    if (known.size() == MOST_KNOWN) {
      known.clear();
    }
    if (cell.length() <= LONGEST_KNOWN) {
      known.put(cell, reading);
    }
    return reading;
  }

  private ClockReading parsed(String cell) {
    String text = trim(cell);
    if (text.isEmpty() || NOTHING.contains(text.toLowerCase(Locale.ROOT))) {
      return new ClockReading.Empty();
    }
    Optional<LocalDate> day = excel.isPresent() ? excel.get().day(text) : day(text);
    return day.<ClockReading>map(ClockReading.Day::new).orElseGet(ClockReading.Unreadable::new);
  }

  private Optional<LocalDate> day(String text) {
    if (usual && isCompact(text)) {
      return day(strict(COMPACT), text);
    }
    return formatters.stream().flatMap(formatter -> day(formatter, text).stream()).findFirst();
  }

  private static Optional<LocalDate> day(DateTimeFormatter formatter, String text) {
    try {
      return Optional.ofNullable(formatter.parse(text).query(TemporalQueries.localDate()));
    } catch (DateTimeParseException another) {
      return Optional.empty();
    }
  }

  private static boolean isCompact(String text) {
    return text.length() == COMPACT.length()
        && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
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
