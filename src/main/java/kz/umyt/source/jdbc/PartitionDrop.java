package kz.umyt.source.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import kz.umyt.source.TableName;

/**
 * Drops partitions of a table in the transaction that is open, so that the evidence commits with
 * them or not at all.
 */
public interface PartitionDrop {

  /** Whether a table is divided into partitions. */
  boolean isPartitioned(Connection connection, TableName table) throws SQLException;

  /**
   * Partitions that hold rows and could go without anybody missing more than the rows: none that
   * new rows need, that a foreign key points to, that is copied elsewhere row by row, or whose rows
   * set something off when they go.
   */
  List<TableName> droppable(Connection connection, TableName table) throws SQLException;

  /**
   * What stands behind FROM for the rows of one partition.
   *
   * @param alias quoted name under which conditions know the table
   */
  String rows(TableName partition, String alias);

  /**
   * From here to the end of the transaction no statement lasts longer, and none leaves out rows
   * that this user may not see.
   */
  void begin(Connection connection, Duration most) throws SQLException;

  /** From here to the end of the transaction nobody writes into the partition; it can be read. */
  void close(Connection connection, TableName partition) throws SQLException;

  /**
   * Drops a partition that is {@linkplain #close closed}.
   *
   * @return false if somebody waits to write into it, and nothing was done
   */
  boolean drop(Connection connection, TableName partition) throws SQLException;
}
