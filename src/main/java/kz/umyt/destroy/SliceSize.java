package kz.umyt.destroy;

import java.util.List;
import kz.umyt.source.Column;
import kz.umyt.source.ColumnKind;

/**
 * How many rows are read into memory at a time: many where rows are short, since each reading costs
 * something of its own, and few where they may be long.
 */
final class SliceSize {

  private static final int MOST = 10_000;

  private static final int FEWEST = 200;

  /** In memory at a time. */
  private static final long CHARACTERS = 10_000_000;

  /** Of a value that is no text. */
  private static final int SHORT = 20;

  private final boolean isLearning;
  private int rows;

  SliceSize(List<Column> columns) {
    this.isLearning = columns.stream().anyMatch(SliceSize::isUnlimited);
    this.rows =
        isLearning
            ? FEWEST
            : within(CHARACTERS / columns.stream().mapToLong(SliceSize::longest).sum());
  }

  private static boolean isText(Column column) {
    return column.kind() == ColumnKind.TEXT || column.kind() == ColumnKind.OTHER;
  }

  private static boolean isUnlimited(Column column) {
    return isText(column) && column.length() == 0;
  }

  private static long longest(Column column) {
    return isText(column) ? Math.max(1, column.length()) : SHORT;
  }

  private static int within(long rows) {
    return (int) Math.max(FEWEST, Math.min(MOST, rows));
  }

  int rows() {
    return rows;
  }

  /** Learns from what was read; grows slowly, since the next rows may be longer. */
  void wasRead(int read, long characters) {
    if (isLearning && read > 0) {
      long fitting = CHARACTERS / Math.max(1, characters / read);
      rows = within(Math.min(fitting, rows * 2L));
    }
  }
}
