package kz.umyt.source.csv;

import java.util.List;
import java.util.Optional;

/**
 * One record below the header.
 *
 * @param number one-based, header, blank lines and rows of totals not counted
 * @param line one-based line of the file on which the record begins
 * @param cells unquoted and without guards ({@link CellGuard}); may be fewer or more than the
 *     header has
 */
public record CsvRow(long number, long line, List<String> cells) {

  public CsvRow {
    cells = List.copyOf(cells);
  }

  /** The cell under a column (zero-based), absent where the record is too short. */
  public Optional<String> cell(int column) {
    return column < cells.size() ? Optional.of(cells.get(column)) : Optional.empty();
  }

  /** Without the values, which may be personal. */
  @Override
  public String toString() {
    return "CsvRow[number=" + number + ", line=" + line + ", cells=" + cells.size() + "]";
  }
}
