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

  RawRecords(CsvFile file, StoredInput input, Charset charset, char delimiter) throws IOException {
    StrictReader text = new StrictReader(file, input.text(), charset);
    this.input = input;
    this.tee = new Tee(text);
    this.parser = new RecordParser(file, text, tee, delimiter);
  }

  /** Opens a file at its first record, which may be the {@code sep=} line or the header. */
  static RawRecords open(CsvFile file, CsvFormat format, boolean digesting) throws IOException {
    StoredInput input = StoredInput.open(file, format, digesting);
    try {
      return new RawRecords(file, input, format.charset(), format.delimiter());
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
    return true;
  }

  private void readAhead() {
    upcoming = parser.next();
    upcomingLine = parser.line();
  }

  private int lineEndLength() {
    if (end > start && tee.at(end - 1) == '\n') {
      return end - 1 > start && tee.at(end - 2) == '\r' ? 2 : 1;
    }
    return end > start && tee.at(end - 1) == '\r' ? 1 : 0;
  }

  /** The unquoted cells. */
  List<String> cells() {
    if (current == null) {
      throw new IllegalStateException("no record: next() has not returned true");
    }
    return List.of(current.values());
  }

  /** The unquoted cells without what guards them, see {@link CellGuard}. */
  List<String> values() {
    return CellGuard.inside(cells());
  }

  /** One-based line on which the record begins. */
  long line() {
    return line;
  }

  /** True for a line without any character: no row, but kept in the file. */
  boolean isBlank() {
    return contentEnd == start;
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
