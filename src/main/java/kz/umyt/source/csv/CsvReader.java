package kz.umyt.source.csv;

import java.io.IOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import kz.umyt.source.SourceException;
import org.jspecify.annotations.Nullable;

/**
 * Streams the rows of one file, once, in memory that does not depend on the file's size. The
 * iterator throws {@link SourceException} where the file cannot be read on.
 */
public final class CsvReader implements Iterable<CsvRow>, AutoCloseable {

  private final CsvFile file;
  private final CsvFormat format;
  private final RawRecords records;
  private long rows;
  private long raggedRows;
  private long blankLines;

  private CsvReader(CsvFile file, CsvFormat format, RawRecords records) {
    this.file = file;
    this.format = format;
    this.records = records;
  }

  /**
   * Opens a file behind its header.
   *
   * @throws SourceException if it cannot be read or has another header than the format says
   */
  public static CsvReader open(CsvFile file, CsvFormat format) {
    return open(file, format, false);
  }

  static CsvReader open(CsvFile file, CsvFormat format, boolean digesting) {
    RawRecords records;
    try {
      records = RawRecords.open(file, format, digesting);
    } catch (IOException e) {
      throw Failures.reading(file, e);
    }
    CsvReader reader = new CsvReader(file, format, records);
    try {
      reader.skipHeader();
    } catch (RuntimeException e) {
      reader.close();
      throw e;
    }
    return reader;
  }

  private void skipHeader() {
    boolean found = records.next() && (!format.separatorLine() || records.next());
    if (!found) {
      throw Failures.of(file, "the header is gone since the file was examined; start again");
    }
    format.requireHeader(file, records.cells());
  }

  /** The rows that follow; a second iterator goes on where the first one stopped. */
  @Override
  public Iterator<CsvRow> iterator() {
    return new Rows();
  }

  /** Rows read so far. */
  public long rows() {
    return rows;
  }

  /** Of these, the rows that have fewer or more cells than the header. */
  public long raggedRows() {
    return raggedRows;
  }

  /** Lines without any character passed so far; they are no rows. */
  public long blankLines() {
    return blankLines;
  }

  /** Digest of the stored bytes, in lower-case hex; only behind the last row. */
  String sha256() throws IOException {
    return records.sha256();
  }

  @Override
  public void close() {
    try {
      records.close();
    } catch (IOException e) {
      throw Failures.reading(file, e);
    }
  }

  private @Nullable CsvRow read() {
    while (records.next()) {
      if (records.isBlank()) {
        blankLines++;
        continue;
      }
      rows++;
      CsvRow row = new CsvRow(rows, records.line(), records.cells());
      if (row.cells().size() != format.header().size()) {
        raggedRows++;
      }
      return row;
    }
    return null;
  }

  private final class Rows implements Iterator<CsvRow> {
    private @Nullable CsvRow ahead;

    @Override
    public boolean hasNext() {
      if (ahead == null) {
        ahead = read();
      }
      return ahead != null;
    }

    @Override
    public CsvRow next() {
      if (!hasNext() || ahead == null) {
        throw new NoSuchElementException();
      }
      CsvRow row = ahead;
      ahead = null;
      return row;
    }
  }
}
