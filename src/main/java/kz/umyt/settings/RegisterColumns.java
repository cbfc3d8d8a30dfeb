package kz.umyt.settings;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;

/** The columns of a register by name, and how its lines are read. */
final class RegisterColumns {

  /** Nothing in a register is older than this; 0001-01-01 and 1900-01-01 mean "unknown". */
  private static final int FIRST_YEAR = 1991;

  private static final int LAST_YEAR = 2199;
  private static final DateTimeFormatter ISO = pattern("uuuu-MM-dd");
  private static final DateTimeFormatter DOTTED = pattern("dd.MM.uuuu");

  /** Columns that a later version will read. */
  private static final Set<String> LATER = Set.of("table", "key");

  private final String dayColumn;
  private final Map<String, Integer> places;

  private RegisterColumns(String dayColumn, Map<String, Integer> places) {
    this.dayColumn = dayColumn;
    this.places = places;
  }

  private static List<String> known(Register.Kind kind) {
    return switch (kind) {
      case WITHDRAWALS -> List.of("subject", "date");
      case BLOCKS -> List.of("subject", "from", "to", "reason");
      case HOLDS -> List.of("subject", "authority", "reason", "from", "to");
    };
  }

  private static DateTimeFormatter pattern(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  static RegisterColumns of(CSVRecord header, Register.Kind kind, Position at) {
    List<String> known = known(kind);
    Map<String, Integer> places = new LinkedHashMap<>();
    for (int i = 0; i < header.size(); i++) {
      String name = header.get(i).toLowerCase(Locale.ROOT);
      if (kind == Register.Kind.HOLDS && LATER.contains(name)) {
        throw new SettingsException(
            at,
            "column '" + name + "' is not in this version; name people in the column 'subject'");
      }
      if (!known.contains(name)) {
        // The cell is not shown: in a file without a header it would be a person's value.
        throw new SettingsException(
            at,
            "column "
                + (i + 1)
                + " is unknown; the first line must name the columns"
                + NearestName.find(name, known)
                    .map(near -> "; did you mean '" + near + "'?")
                    .orElse(": " + String.join(", ", known)));
      }
      if (places.putIfAbsent(name, i) != null) {
        throw new SettingsException(at, "column '" + name + "' is written twice");
      }
    }
    String dayColumn = kind == Register.Kind.WITHDRAWALS ? "date" : "from";
    for (String needed : List.of("subject", dayColumn)) {
      if (!places.containsKey(needed)) {
        throw new SettingsException(at, "column '" + needed + "' is missing");
      }
    }
    return new RegisterColumns(dayColumn, Map.copyOf(places));
  }

  RegisterEntry entry(CSVRecord row, Position at) {
    if (row.size() != places.size()) {
      throw new SettingsException(
          at, "has " + row.size() + " cells; the first line names " + places.size() + " columns");
    }
    String subject = cell(row, "subject");
    if (subject.isEmpty()) {
      throw new SettingsException(at, "'subject' is empty");
    }
    LocalDate from = date(row, dayColumn, at);
    if (from.getYear() < FIRST_YEAR || from.getYear() > LAST_YEAR) {
      throw new SettingsException(at, "'" + dayColumn + "' is not a day that can be meant");
    }
    Optional<LocalDate> to =
        cell(row, "to").isEmpty() ? Optional.empty() : Optional.of(date(row, "to", at));
    if (to.isPresent() && to.get().isBefore(from)) {
      throw new SettingsException(at, "'to' is before 'from'");
    }
    return new RegisterEntry(subject, from, to, at);
  }

  private String cell(CSVRecord row, String column) {
    Integer place = places.get(column);
    return place == null ? "" : row.get(place).strip();
  }

  private LocalDate date(CSVRecord row, String column, Position at) {
    String text = cell(row, column);
    try {
      return LocalDate.parse(text, text.indexOf('.') < 0 ? ISO : DOTTED);
    } catch (DateTimeException e) {
      throw new SettingsException(
          at, "'" + column + "' is not a date; write it like 2026-01-31 or 31.01.2026");
    }
  }
}
