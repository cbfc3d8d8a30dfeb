package kz.umyt.source.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kz.umyt.source.TableName;

/** {@code DROP TABLE} of a partition, which in PostgreSQL belongs to its transaction. */
final class PostgresPartitionDrop implements PartitionDrop {

  /**
   * The whole table is locked while a partition leaves it, and whoever comes meanwhile waits behind
   * this lock. It is also less than the time (deadlock_timeout, one second) after which the server
   * would end somebody who has begun to write: this run gives way first.
   */
  private static final int MOST_WAIT_MILLIS = 300;

  @Override
  public boolean isPartitioned(Connection connection, TableName table) throws SQLException {
    return isTrue(
        connection,
        "SELECT COUNT(*) > 0 FROM pg_catalog.pg_partitioned_table WHERE partrelid = to_regclass(?)",
        table);
  }

  /**
   * Partitions by ranges that end: a new row may need those by lists and hashes, the one for all
   * others, and one without an end. What goes as a whole fires no trigger, and is not told to
   * subscribers of a publication.
   */
  @Override
  public List<TableName> droppable(Connection connection, TableName table) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            WITH RECURSIVE parts(oid, parent) AS (
              SELECT to_regclass(?)::oid, 0::oid
              UNION ALL
              SELECT i.inhrelid, i.inhparent
              FROM parts JOIN pg_catalog.pg_inherits i ON i.inhparent = parts.oid)
            SELECT n.nspname, c.relname
            FROM parts
            JOIN pg_catalog.pg_class c ON c.oid = parts.oid
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_catalog.pg_partitioned_table t ON t.partrelid = parts.parent
            WHERE c.relkind = 'r' AND c.relispartition AND t.partstrat = 'r'
              AND pg_get_expr(c.relpartbound, c.oid) NOT LIKE '%MAXVALUE)'
              AND pg_get_expr(c.relpartbound, c.oid) <> 'DEFAULT'
              AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_constraint k
                WHERE k.contype = 'f' AND k.confrelid IN (SELECT oid FROM parts))
              AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_trigger g
                WHERE g.tgrelid IN (c.oid, parts.parent, to_regclass(?)) AND NOT g.tgisinternal
                  AND g.tgtype & 8 <> 0 AND g.tgenabled IN ('O', 'A'))
              AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_rewrite r
                WHERE r.ev_class IN (c.oid, parts.parent, to_regclass(?)) AND r.ev_type = '4')
              AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_publication_tables p
                WHERE to_regclass(format('%I.%I', p.schemaname, p.tablename))
                  IN (c.oid, parts.parent, to_regclass(?)))
            ORDER BY 1, 2
            """)) {
      for (int mark = 1; mark <= 4; mark++) {
        query.setString(mark, quoted(table));
      }
      List<TableName> partitions = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          partitions.add(new TableName(rows.getString(1), rows.getString(2)));
        }
      }
      return List.copyOf(partitions);
    }
  }

  @Override
  public String rows(TableName partition, String alias) {
    return "ONLY " + quoted(partition) + " AS " + alias;
  }

  @Override
  public void begin(Connection connection, Duration most) throws SQLException {
    execute(connection, "SET LOCAL row_security = off");
    execute(connection, "SET LOCAL statement_timeout = " + Math.max(100, most.toMillis()));
  }

  @Override
  public void close(Connection connection, TableName partition) throws SQLException {
    execute(connection, "LOCK TABLE ONLY " + quoted(partition) + " IN SHARE MODE");
  }

  @Override
  public boolean drop(Connection connection, TableName partition) throws SQLException {
    // A writer has the whole table already, as this run wants it, and waits for the partition.
    if (isTrue(
        connection,
        "SELECT COUNT(*) > 0 FROM pg_catalog.pg_locks WHERE NOT granted AND relation ="
            + " to_regclass(?) AND database = (SELECT oid FROM pg_catalog.pg_database WHERE datname"
            + " = current_database())",
        partition)) {
      return false;
    }
    execute(
        connection,
        "SELECT set_config('lock_timeout', LEAST(setting::int, "
            + MOST_WAIT_MILLIS
            + ")::text, true) FROM pg_catalog.pg_settings WHERE name = 'lock_timeout'");
    execute(connection, "DROP TABLE " + quoted(partition));
    return true;
  }

  private static boolean isTrue(Connection connection, String sql, TableName table)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, quoted(table));
      try (ResultSet rows = query.executeQuery()) {
        rows.next();
        return rows.getBoolean(1);
      }
    }
  }

  private static String quoted(TableName table) {
    return Ansi.quote(table.schema()) + "." + Ansi.quote(table.name());
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
