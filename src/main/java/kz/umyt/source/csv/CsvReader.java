package kz.umyt.source.csv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import kz.umyt.source.SourceException;
import org.jspecify.annotations.Nullable;

/**
 * Streams the rows of one file, once, in memory that does not depend on the file's size. The
 * iterator throws {@link SourceException} where the file cannot be read on.
 */
public final class CsvReader implements Iterable<CsvRow>, AutoCloseable {

  /** Characters of titles that are kept for who wants to look at them. */
  private static final int TITLES = 1 << 16;

  private final CsvFile file;
  private final CsvFormat format;
  private final RawRecords records;
  private final boolean verifying;
  private final List<List<String>> titles = new ArrayList<>();
  private long rows;
  private long raggedRows;
  private long blankLines;
  private long totalsRows;
  private long titleLines;

  private CsvReader(CsvFile file, CsvFormat format, RawRecords records, boolean verifying) {
    this.file = file;
    this.format = format;
    this.records = records;
    this.verifying = verifying;
  }

  /**
   * Opens a file behind its header.
   *
   * @throws SourceException if it cannot be read or has another header than the format says
   */
  public static CsvReader open(CsvFile file, CsvFormat format) {
    return open(file, format, false);
  }

  /**
   * As {@link #open(CsvFile, CsvFormat)}.
   *
   * @param verifying whether {@link #sha256} will be asked for, and rows of totals are rows like
   *     others
   */
  static CsvReader open(CsvFile file, CsvFormat format, boolean verifying) {
    RawRecords records;
    try {
      records = RawRecords.open(file, format, verifying);
    } catch (IOException e) {
      throw Failures.reading(file, e);
    }
    CsvReader reader = new CsvReader(file, format, records, verifying);
    try {
      reader.skipHeader();
    } catch (RuntimeException e) {
      reader.close();
      throw e;
    }
    return reader;
  }

  private void skipHeader() {
    if (!format.hasHeader()) {
      return;
    }
    int size = 0;
    while (records.next()) {
      if (records.line() >= format.headerLine()) {
        format.requireHeader(file, records.cells());
        return;
      }
      String content = records.content();
      size += content.length();
      boolean separator = records.line() == 1 && SeparatorLine.delimiter(content) != null;
      if (!records.isBlank() && !separator) {
        titleLines++;
        if (size <= TITLES) {
          titles.add(records.cells());
        }
      }
    }
    throw Failures.of(file, "the header is gone since the file was examined; start again");
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

  /**
   * Rows of totals («Итого») passed so far: no records, although they stand among the rows. They
   * are kept as they are.
   */
  public long totalsRows() {
    return totalsRows;
  }

  /** Lines above the header that are neither blank nor {@code sep=}; they are kept as they are. */
  public long titleLines() {
    return titleLines;
  }

  /** The cells of these lines, of very long ones only the first. */
  public List<List<String>> titles() {
    return List.copyOf(titles);
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
      if (records.isNoRow()) {
        blankLines += records.isBlank() ? 1 : 0;
        continue;
      }
      List<String> cells = records.values();
      if (!verifying && TotalsRow.is(cells, format)) {
        totalsRows++;
        continue;
      }
      rows++;
      CsvRow row = new CsvRow(rows, records.line(), cells);
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
