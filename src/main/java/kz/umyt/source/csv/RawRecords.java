package kz.umyt.source.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Steps through the records of a file and shows each in two forms: its cells, as Commons CSV reads
 * them, and its characters, as they stand in the file. One record is read ahead, since a record's
 * characters end where the next one's begin.
 */
final class RawRecords implements Closeable {

  private final CsvFile file;
  private final Dialect dialect;
  private final Tee tee;
  private final StoredInput input;
  private final RecordParser parser;
  private @Nullable CSVRecord current;
  private @Nullable CSVRecord upcoming;
  private long line;
  private long upcomingLine;
  private long start;
  private long contentEnd;
  private long end;
  private boolean started;

  /** Of the first record that has one. */
  private String firstLineEnd = "";

  RawRecords(CsvFile file, StoredInput input, Charset charset, Dialect dialect) throws IOException {
    StrictReader text = new StrictReader(file, input.text(), charset);
    this.input = input;
    this.tee = new Tee(text);
    this.file = file;
    this.dialect = dialect;
    this.parser = new RecordParser(file, text, tee, dialect);
  }

  /** Opens a file at its first record, which may be the {@code sep=} line or the header. */
  static RawRecords open(CsvFile file, CsvFormat format, boolean digesting) throws IOException {
    StoredInput input = StoredInput.open(file, format, digesting);
    try {
      return new RawRecords(file, input, format.charset(), format.dialect());
    } catch (IOException | RuntimeException e) {
      input.close();
      throw e;
    }
  }

  /** Steps to the next record; false at the end of the file. */
  boolean next() {
    if (!started) {
      started = true;
      readAhead();
    }
    current = upcoming;
    if (current == null) {
      return false;
    }
    line = upcomingLine;
    start = current.getCharacterPosition();
    tee.forgetBefore(start);
    readAhead();
    end = upcoming == null ? tee.end() : upcoming.getCharacterPosition();
    contentEnd = end - lineEndLength();
    if (dialect.escaping().hasBackslash()) {
      requireSameLineEnd();
    }
    return true;
  }

  private void readAhead() {
    upcoming = parser.next();
    upcomingLine = parser.line();
  }

  /**
   * A database puts no backslash before a line break that is not its own: a record that ends in
   * another way than the first one is only a part of one, and its rest would be left behind.
   */
  private void requireSameLineEnd() {
    if (contentEnd == end) {
      return;
    }
    if (firstLineEnd.isEmpty()) {
      firstLineEnd = lineEnd();
    } else if (!lineEnd().equals(firstLineEnd)) {
      throw Failures.at(
          file,
          line,
          "the record that begins here ends with another line break than the first one, so probably"
              + " a line break in a cell has no backslash before it; export the data with cells in"
              + " quotes (ENCLOSED BY '\"') or as CSV");
    }
  }

  private int lineEndLength() {
    if (end > start && tee.at(end - 1) == '\n' && !isEscaped(end - 1)) {
      return end - 1 > start && tee.at(end - 2) == '\r' && !isEscaped(end - 2) ? 2 : 1;
    }
    return end > start && tee.at(end - 1) == '\r' && !isEscaped(end - 1) ? 1 : 0;
  }

  /** Whether the character there belongs to a cell, since a backslash stands before it. */
  private boolean isEscaped(long at) {
    long before = at;
    while (dialect.escaping().hasBackslash()
        && before > start
        && tee.at(before - 1) == Dialect.BACKSLASH) {
      before--;
    }
    return (at - before) % 2 != 0;
  }

  /** The unquoted cells. */
  List<String> cells() {
    if (current == null) {
      throw new IllegalStateException("no record: next() has not returned true");
    }
    return List.of(current.values());
  }

  /** The unquoted cells without what guards them, see {@link CellGuard}; NULL is empty. */
  List<String> values() {
    return dialect.values(cells());
  }

  /** One-based line on which the record begins. */
  long line() {
    return line;
  }

  /** True for a line without any character: no row, but kept in the file. */
  boolean isBlank() {
    return contentEnd == start;
  }

  /** True for what is no row, and kept in the file: a blank line, or the end mark of COPY. */
  boolean isNoRow() {
    return isBlank() || (contentEnd - start == Dialect.END.length() && dialect.isEnd(content()));
  }

  /** The characters without the line end. */
  String content() {
    return tee.text(start, contentEnd);
  }

  void copyContent(Writer target) throws IOException {
    tee.copy(start, contentEnd, target);
  }

  /** The characters of the line end; empty where the file ends without one. */
  String lineEnd() {
    return tee.text(contentEnd, end);
  }

  /** Digest of the stored bytes, in lower-case hex; only after the last record. */
  String sha256() throws IOException {
    return input.sha256();
  }

  @Override
  public void close() throws IOException {
    tee.close();
    input.close();
  }
}
