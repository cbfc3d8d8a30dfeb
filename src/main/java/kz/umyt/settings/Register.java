package kz.umyt.settings;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV list kept by people: UTF-8, comma or semicolon, first line names the columns, dates as
 * {@code 2026-01-31} or {@code 31.01.2026}.
 */
public final class Register {

  /** Which list it is. */
  public enum Kind {
    /** {@code subject, date, purpose}; without a purpose the withdrawal is for everything. */
    WITHDRAWALS,
    /** {@code subject, from, to, reason}. */
    BLOCKS,
    /**
     * {@code subject, table, key, authority, reason, from, to}: a person, one record of a table, or
     * a whole table or file.
     */
    HOLDS
  }

  private Register() {}

  /**
   * Reads the whole list.
   *
   * @throws SettingsException if the file cannot be read, a column is unknown or missing, a subject
   *     is empty or a date is wrong; names the line and never a value
   */
  public static List<RegisterEntry> read(Located<Path> file, Kind kind) {
    SettingsFile register = open(file);
    String text = register.text();
    List<RegisterEntry> entries = new ArrayList<>();
    Lines lines = new Lines(text, register.name());
    long good = 0;
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format(text))) {
      RegisterColumns columns = null;
      for (CSVRecord row : parser) {
        good = parser.getCurrentLineNumber();
        if (!isFilled(row)) {
          continue;
        }
        if (columns == null) {
          columns = RegisterColumns.of(row, kind, lines.of(row));
        } else {
          entries.add(columns.entry(row, lines.of(row)));
        }
      }
      if (columns == null) {
        throw new SettingsException(
            register.name() + ": is empty; the first line must name the columns");
      }
    } catch (IOException | UncheckedIOException e) {
      throw new SettingsException(
          new Position(register.name(), (int) good + 1, 1),
          "is not readable as CSV from here on; look for a quote that is not closed");
    }
    return List.copyOf(entries);
  }

  private static SettingsFile open(Located<Path> file) {
    try {
      return SettingsFile.read(file.value(), file.value().toString());
    } catch (SettingsException e) {
      throw new SettingsException(file.at(), "register " + e.getMessage());
    }
  }

  /** Spreadsheets leave lines of bare delimiters behind. */
  private static boolean isFilled(CSVRecord row) {
    return row.stream().anyMatch(cell -> !cell.isBlank());
  }

  /** The lines that records begin on, asked for in their order. */
  private static final class Lines {
    private final String text;
    private final String name;
    private int at;
    private int line = 1;

    Lines(String text, String name) {
      this.text = text;
      this.name = name;
    }

    Position of(CSVRecord row) {
      int begin = (int) Math.min(text.length(), row.getCharacterPosition());
      for (; at < begin; at++) {
        line += text.charAt(at) == '\n' ? 1 : 0;
      }
      return new Position(name, line, 1);
    }
  }

  private static CSVFormat format(String text) {
    int end = text.indexOf('\n');
    boolean semicolon = (end < 0 ? text : text.substring(0, end)).indexOf(';') >= 0;
    return CSVFormat.DEFAULT
        .builder()
        .setDelimiter(semicolon ? ';' : ',')
        .setTrim(true)
        .setIgnoreEmptyLines(false)
        .setIgnoreSurroundingSpaces(true)
        .get();
  }
}
