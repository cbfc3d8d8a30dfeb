package kz.umyt.source.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * Blocks of the file. From version 14 on a range of them is read without a look at the others.
 *
 * @param table quoted
 */
record PostgresRowPlaces(String table) implements RowPlaces {

  /** Of common length; how long a chunk takes corrects what this gets wrong. */
  private static final int ROWS_A_BLOCK = 40;

  /** The highest number of a row within its block. */
  private static final String LAST_IN_BLOCK = ",65535)";

  /** Rows of partitions and of heirs lie in files of their own, with the same places. */
  @Override
  public String usable() {
    return "SELECT COUNT(*) FROM pg_catalog.pg_class c WHERE c.oid = "
        + oid()
        + " AND c.relkind = 'r' AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_inherits i WHERE"
        + " i.inhparent = c.oid)";
  }

  private String oid() {
    return "to_regclass('" + table.replace("'", "''") + "')";
  }

  @Override
  public String column() {
    return "ctid";
  }

  @Override
  public String mark() {
    return "CAST(? AS tid)";
  }

  @Override
  public Optional<String> last(
      Connection connection, Optional<String> after, Optional<String> upTo, int rows)
      throws SQLException {
    long before = after.map(PostgresRowPlaces::block).orElse(-1L);
    long last = before + Math.max(1, rows / ROWS_A_BLOCK);
    long end = upTo.isPresent() ? block(upTo.get()) : blocks(connection) - 1;
    return last < end ? Optional.of("(" + last + LAST_IN_BLOCK) : Optional.empty();
  }

  private long blocks(Connection connection) throws SQLException {
    String sql =
        "SELECT pg_relation_size(" + oid() + ") / CAST(current_setting('block_size') AS integer)";
    try (Statement statement = connection.createStatement();
        ResultSet blocks = statement.executeQuery(sql)) {
      blocks.next();
      return blocks.getLong(1);
    }
  }

  private static long block(String place) {
    return Long.parseLong(place, 1, place.indexOf(','), 10);
  }
}
