package kz.umyt.source.csv;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Objects;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Every record of a file in order, header and blank lines included, with failures in our words. */
final class RecordParser {

  static final char QUOTE = '"';

  private final CsvFile file;
  private final StrictReader text;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private long line;

  /**
   * Starts at the first character.
   *
   * @param text where the characters come from
   * @param through the same characters, or a reader that watches them go by
   */
  RecordParser(CsvFile file, StrictReader text, Reader through, char delimiter) throws IOException {
    this.file = file;
    this.text = text;
    this.parser = CSVParser.builder().setReader(through).setFormat(format(delimiter)).get();
    this.records = parser.iterator();
  }

  /** Blank lines are records too, so that no character is lost between two records. */
  static CSVFormat format(char delimiter) {
    return CSVFormat.DEFAULT
        .builder()
        .setDelimiter(delimiter)
        .setQuote(QUOTE)
        .setIgnoreEmptyLines(false)
        .get();
  }

  /** For a look at a text that may be cut off or damaged. */
  static CSVFormat lenient(char delimiter) {
    return format(delimiter).builder().setTrailingData(true).setLenientEof(true).get();
  }

  /** The next record, or null at the end. */
  @Nullable CSVRecord next() {
    text.recordEnds();
    line = parser.getCurrentLineNumber() + 1;
    try {
      return records.hasNext() ? records.next() : null;
    } catch (UncheckedIOException e) {
      IOException cause = Objects.requireNonNull(e.getCause());
      if (cause instanceof CSVException) {
        throw Failures.at(
            file,
            line,
            "in the record that begins here a quoted cell has no closing quote, or text follows"
                + " the closing quote; correct the file");
      }
      throw Failures.reading(file, cause);
    }
  }

  /** The line on which the last record began, one-based. */
  long line() {
    return line;
  }
}
