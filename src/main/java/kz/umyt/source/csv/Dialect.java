package kz.umyt.source.csv;

import java.util.List;
import org.apache.commons.csv.CSVFormat;

/**
 * What cuts a text into cells, and how cells are written.
 *
 * @param delimiter stands between two cells
 */
record Dialect(char delimiter, Escaping escaping) {

  static final char QUOTE = '"';
  static final char BACKSLASH = '\\';

  /** Stands for NULL. */
  static final String NOTHING = "\\N";

  /** Ends the data of COPY. */
  static final String END = "\\.";

  static Dialect quoted(char delimiter) {
    return new Dialect(delimiter, Escaping.QUOTES);
  }

  /** Blank lines are records too, so that no character is lost between two records. */
  CSVFormat format() {
    CSVFormat.Builder format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(delimiter)
            .setQuote(escaping.hasQuotes() ? QUOTE : null)
            .setIgnoreEmptyLines(false);
    return (escaping.hasBackslash() ? format.setEscape(BACKSLASH) : format).get();
  }

  /** For a look at a text that may be cut off or damaged. */
  CSVFormat lenient() {
    return format().builder().setTrailingData(true).setLenientEof(true).get();
  }

  /** Whether these characters of a record say that the data is over. */
  boolean isEnd(String content) {
    return escaping.hasBackslash() && content.equals(END);
  }

  /** The values of cells as the parser gives them. */
  List<String> values(List<String> cells) {
    List<String> inside = CellGuard.inside(cells);
    return escaping.hasBackslash() && inside.contains(NOTHING)
        ? inside.stream().map(cell -> cell.equals(NOTHING) ? "" : cell).toList()
        : inside;
  }

  /** The value that will be read where this one is written. */
  String asRead(String value) {
    String plain = CellGuard.plain(value);
    return escaping.hasBackslash() && plain.equals(NOTHING) ? "" : plain;
  }
}
