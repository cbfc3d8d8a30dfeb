package kz.umyt.source.jdbc;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kz.umyt.source.Column;
import kz.umyt.source.TableName;

/**
 * Which cells of one table are read.
 *
 * @param columns in the order in which the cells come; at least one
 * @param range the rows between two keys; absent means all
 * @param sample about a share of the rows; absent means all
 * @param most of a value that can be longer, so many characters or bytes are read and one more,
 *     which tells that it is longer
 * @param timeout how long the one statement may take
 */
public record CellQuery(
    TableName table,
    List<Column> columns,
    Optional<KeyRange> range,
    Optional<Sample> sample,
    int most,
    Duration timeout) {

  public CellQuery {
    columns = List.copyOf(columns);
  }

  /** Whether one of the values may be as long as it is allowed to be. */
  boolean hasLongValues() {
    return columns.stream().anyMatch(column -> column.mayExceed(most));
  }

  /**
   * A part of the rows, drawn over the whole table.
   *
   * @param share above 0, below 1
   * @param seed the same one draws the same rows of an unchanged table
   */
  public record Sample(double share, int seed) {}
}
