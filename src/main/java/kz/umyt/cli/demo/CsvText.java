package kz.umyt.cli.demo;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/** Writes one dialect of CSV; quotes only where it must. */
final class CsvText implements Closeable {
  private final Writer out;
  private final char delimiter;
  private final String lineEnd;
  private long rows = -1;

  CsvText(Writer out, char delimiter, String lineEnd) {
    this.out = out;
    this.delimiter = delimiter;
    this.lineEnd = lineEnd;
  }

  /** Null is an empty cell. The first row is the header. */
  void row(@Nullable String... cells) throws IOException {
    for (int i = 0; i < cells.length; i++) {
      if (i > 0) {
        out.write(delimiter);
      }
      out.write(written(cells[i]));
    }
    out.write(lineEnd);
    rows++;
  }

  private String written(@Nullable String cell) {
    if (cell == null) {
      return "";
    }
    boolean quotes =
        cell.indexOf(delimiter) >= 0
            || cell.indexOf('"') >= 0
            || cell.indexOf('\n') >= 0
            || cell.indexOf('\r') >= 0;
    return quotes ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }

  /** Without the header. */
  long rows() {
    return rows;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
