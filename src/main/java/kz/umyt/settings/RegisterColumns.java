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
import org.apache.commons.csv.CSVRecord;

/** The columns of a register by name, and how its lines are read. */
final class RegisterColumns {

  /** Nothing in a register is older than this; 0001-01-01 and 1900-01-01 mean "unknown". */
  private static final int FIRST_YEAR = 1991;

  private static final int LAST_YEAR = 2199;
  private static final DateTimeFormatter ISO = pattern("uuuu-MM-dd");
  private static final DateTimeFormatter DOTTED = pattern("dd.MM.uuuu");

  private final String dayColumn;
  private final Map<String, Integer> places;

  private RegisterColumns(String dayColumn, Map<String, Integer> places) {
    this.dayColumn = dayColumn;
    this.places = places;
  }

  private static List<String> known(Register.Kind kind) {
    return switch (kind) {
      case WITHDRAWALS -> List.of("subject", "date", "purpose");
      case BLOCKS -> List.of("subject", "from", "to", "reason");
      case HOLDS -> List.of("subject", "table", "key", "authority", "reason", "from", "to");
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
    if (!places.containsKey("subject") && !places.containsKey("table")) {
      throw new SettingsException(at, "column 'subject' is missing");
    }
    if (places.containsKey("key") && !places.containsKey("table")) {
      throw new SettingsException(at, "column 'table' is missing: 'key' alone names no record");
    }
    if (!places.containsKey(dayColumn)) {
      throw new SettingsException(at, "column '" + dayColumn + "' is missing");
    }
    return new RegisterColumns(dayColumn, Map.copyOf(places));
  }

  RegisterEntry entry(CSVRecord row, Position at) {
    if (row.size() != places.size()) {
      throw new SettingsException(
          at, "has " + row.size() + " cells; the first line names " + places.size() + " columns");
    }
    RegisterEntry.Whose whose = whose(row, at);
    LocalDate from = date(row, dayColumn, at);
    if (from.getYear() < FIRST_YEAR || from.getYear() > LAST_YEAR) {
      throw new SettingsException(at, "'" + dayColumn + "' is not a day that can be meant");
    }
    Optional<LocalDate> to =
        cell(row, "to").isEmpty() ? Optional.empty() : Optional.of(date(row, "to", at));
    if (to.isPresent() && to.get().isBefore(from)) {
      throw new SettingsException(at, "'to' is before 'from'");
    }
    return new RegisterEntry(whose, written(row, "purpose"), from, to, at);
  }

  private RegisterEntry.Whose whose(CSVRecord row, Position at) {
    Optional<String> subject = written(row, "subject");
    Optional<String> table = written(row, "table");
    Optional<String> key = written(row, "key");
    if (subject.isPresent() && table.or(() -> key).isPresent()) {
      throw new SettingsException(
          at, "names a subject and a table; write one line for each, so that both are held");
    }
    if (key.isPresent() && table.isEmpty()) {
      throw new SettingsException(at, "'table' is empty, but 'key' is not");
    }
    if (table.isPresent()) {
      return new RegisterEntry.Whose.Records(table.get(), key);
    }
    if (subject.isPresent() && isDamaged(subject.get())) {
      throw new SettingsException(
          at, "'subject' is a number that a spreadsheet has rounded; write all of its digits");
    }
    return new RegisterEntry.Whose.Person(
        subject.orElseThrow(
            () ->
                new SettingsException(
                    at,
                    places.containsKey("table")
                        ? "'subject' and 'table' are both empty"
                        : "'subject' is empty")));
  }

  /** Such as 8.50101E+11. */
  private static boolean isDamaged(String subject) {
    int exponent = subject.toUpperCase(Locale.ROOT).indexOf("E+");
    return exponent > 0
        && Character.isDigit(subject.charAt(0))
        && subject.chars().allMatch(c -> Character.isDigit(c) || ".,eE+".indexOf(c) >= 0);
  }

  private Optional<String> written(CSVRecord row, String column) {
    String cell = cell(row, column);
    return cell.isEmpty() ? Optional.empty() : Optional.of(cell);
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
