package kz.umyt.settings;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the day in the name of a file, strictly: 20230230 is none. Of a month or a year it is the
 * last day, since until then rows may have been added.
 */
public final class FileNameDay {

  /** Looked for together: a name with two different days says nothing. */
  private static final List<String> DAYS =
      List.of("yyyy-MM-dd", "yyyyMMdd", "yyyy_MM_dd", "yyyy.MM.dd", "dd.MM.yyyy", "dd-MM-yyyy");

  private static final List<String> MONTHS =
      List.of("yyyy-MM", "yyyyMM", "yyyy_MM", "yyyy.MM", "MM.yyyy", "MM-yyyy");

  private final List<List<String>> patterns;

  /** Takes a pattern, or the usual ones. */
  public FileNameDay(Optional<String> pattern) {
    this.patterns =
        pattern.map(given -> List.of(List.of(given))).orElseGet(() -> List.of(DAYS, MONTHS));
  }

  /**
   * Whether a pattern gives a day, a month or a year in digits of which there is a fixed number.
   */
  public static boolean isPattern(String pattern) {
    try {
      LocalDate sample = LocalDate.of(2023, 11, 30);
      String written = formatter(pattern).format(sample.atStartOfDay());
      boolean isFixed = written.length() == pattern.length() && pattern.contains("yyyy");
      return isFixed && day(formatter(pattern).parse(written)).getYear() == sample.getYear();
    } catch (IllegalArgumentException | DateTimeException none) {
      return false;
    }
  }

  private static DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  /**
   * The day in a name; empty where it has none, or several.
   *
   * @param path of the file below its folder, with {@code /}
   */
  public Optional<LocalDate> in(String path) {
    for (List<String> alike : patterns) {
      Set<LocalDate> days = new TreeSet<>();
      for (String pattern : alike) {
        String text = pattern.indexOf('/') < 0 ? path.substring(path.lastIndexOf('/') + 1) : path;
        collect(text, pattern, days);
      }
      if (!days.isEmpty()) {
        return days.size() == 1 ? days.stream().findFirst() : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static void collect(String text, String pattern, Set<LocalDate> days) {
    DateTimeFormatter formatter = formatter(pattern);
    int length = pattern.length();
    for (int start = 0; start + length <= text.length(); start++) {
      boolean isCut =
          (isDigit(text, start - 1) && isDigit(text, start))
              || (isDigit(text, start + length - 1) && isDigit(text, start + length));
      if (!isCut) {
        try {
          days.add(day(formatter.parse(text.substring(start, start + length))));
        } catch (DateTimeException none) {
          // Another place may hold one.
        }
      }
    }
  }

  private static boolean isDigit(String text, int at) {
    return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  private static LocalDate day(TemporalAccessor parsed) {
    int year = parsed.get(ChronoField.YEAR);
    if (!parsed.isSupported(ChronoField.MONTH_OF_YEAR)) {
      return LocalDate.of(year, 12, 31);
    }
    return parsed.isSupported(ChronoField.DAY_OF_MONTH)
        ? LocalDate.from(parsed)
        : YearMonth.of(year, parsed.get(ChronoField.MONTH_OF_YEAR)).atEndOfMonth();
  }
}
