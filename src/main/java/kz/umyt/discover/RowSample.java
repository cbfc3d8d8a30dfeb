package kz.umyt.discover;

import java.nio.charset.Charset;
import java.util.List;
import kz.umyt.source.csv.CsvFile;
import kz.umyt.source.csv.CsvRow;
import kz.umyt.source.csv.FileWatch;

/**
 * Which rows of a file belong to a sample that is drawn over all of it, the same ones every time.
 *
 * @param share of the rows; 1 or more for all
 */
record RowSample(double share) {

  /** Rows from which the length of the others is guessed. */
  static final int LOOK_AT = 500;

  /** Text that was packed is about so many times as long. */
  private static final int PACKED = 6;

  /**
   * A sample of about so many rows.
   *
   * @param first the first rows of the file, or all where it has fewer
   */
  static RowSample of(CsvFile file, Charset charset, List<CsvRow> first, long wanted) {
    if (first.size() < LOOK_AT) {
      return new RowSample(wanted / (double) Math.max(1, first.size()));
    }
    long length =
        first.stream()
            .flatMap(row -> row.cells().stream())
            .mapToLong(cell -> cell.getBytes(charset).length + 1L)
            .sum();
    long size = FileWatch.size(file) * (file.name().endsWith(".gz") ? PACKED : 1);
    double rows = size / (length / (double) first.size());
    return new RowSample(wanted / Math.max(1, rows));
  }

  boolean takes(long row) {
    return share >= 1 || unit(row) < share;
  }

  /** Numbers from 0 to 1 that are spread evenly: the finisher of SplitMix64 over a counter. */
  private static double unit(long row) {
    long bits = (row + ScanLimits.SEED) * 0x9e3779b97f4a7c15L;
    bits = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
    bits = (bits ^ (bits >>> 27)) * 0x94d049bb133111ebL;
    return ((bits ^ (bits >>> 31)) >>> 11) * 0x1.0p-53;
  }
}
