package kz.umyt.destroy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import kz.umyt.plan.BoundTable;
import kz.umyt.plan.PartitionSql;
import kz.umyt.source.TableName;
import kz.umyt.source.jdbc.PartitionDrop;

/**
 * Drops a partition whose rows are all due: they are counted while nobody can write into it, in the
 * transaction that drops it.
 */
final class PartitionDropper {

  private final BoundTable target;
  private final PartitionDrop partitions;
  private final PartitionSql sql;
  private final Duration most;

  /**
   * For a target that drops partitions.
   *
   * @param most how long the partition may be closed to writers while it is counted
   */
  PartitionDropper(BoundTable target, Duration most) {
    this.target = target;
    this.partitions = target.database().dialect().partitionDrop().orElseThrow();
    this.sql = new PartitionSql(target, partitions);
    this.most = most;
  }

  /** Partitions that could go, if their rows may. */
  List<TableName> candidates(Connection connection) throws SQLException {
    return partitions.droppable(connection, target.table().name());
  }

  /**
   * Drops a partition in the transaction that is open.
   *
   * @return its rows; empty if it stays, since some row does or somebody wants to write there
   */
  OptionalLong drop(Connection connection, TableName partition) throws SQLException {
    partitions.begin(connection, most);
    // Most partitions hold rows that stay: they are told without a lock.
    if (numbers(connection, sql.anyThatStays(partition), 1).get(0) > 0) {
      return OptionalLong.empty();
    }
    partitions.close(connection, partition);
    if (!candidates(connection).contains(partition)) {
      return OptionalLong.empty();
    }
    List<Long> counts = numbers(connection, sql.rowsAndDue(partition), 2);
    long rows = counts.get(0);
    // An empty one was made for rows to come.
    return rows > 0 && rows == counts.get(1) && partitions.drop(connection, partition)
        ? OptionalLong.of(rows)
        : OptionalLong.empty();
  }

  private static List<Long> numbers(Connection connection, String query, int count)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return count == 1 ? List.of(rows.getLong(1)) : List.of(rows.getLong(1), rows.getLong(2));
    }
  }
}
