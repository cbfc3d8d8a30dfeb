package kz.umyt.source.csv;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Objects;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Every record of a file in order, header and blank lines included, with failures in our words. */
final class RecordParser {

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
  RecordParser(CsvFile file, StrictReader text, Reader through, Dialect dialect)
      throws IOException {
    this.file = file;
    this.text = text;
    this.parser = CSVParser.builder().setReader(through).setFormat(dialect.format()).get();
    this.records = parser.iterator();
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
            "in the record that begins here a quoted cell has no closing quote, text follows the"
                + " closing quote, or a backslash ends the file; correct the file");
      }
      throw Failures.reading(file, cause);
    }
  }

  /** The line on which the last record began, one-based. */
  long line() {
    return line;
  }
}
