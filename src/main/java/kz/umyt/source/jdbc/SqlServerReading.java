package kz.umyt.source.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import kz.umyt.source.Column;
import kz.umyt.source.ColumnKind;
import kz.umyt.source.TableName;

/** Reads the tables of SQL Server. */
final class SqlServerReading implements TableReading {

  /**
   * {@code SQLServerConnection.TRANSACTION_SNAPSHOT}, which is not among the driver's interface.
   */
  static final int SNAPSHOT = 4096;

  /** Of a hash so many bytes decide whether a row is drawn. */
  private static final int HASH_BYTES = 6;

  private static final double HASHES = 1L << (8 * HASH_BYTES);

  @Override
  public String selected(Column column, String quoted, int most) {
    return switch (SqlServerDialect.plainType(column.type())) {
      // Hardly a function takes the older types of long values.
      case "text", "ntext", "xml", "json" ->
          "LEFT(CAST(" + quoted + " AS nvarchar(max)), " + end(most);
      case "image" -> "SUBSTRING(CAST(" + quoted + " AS varbinary(max)), 1, " + end(most);
      case "sql_variant", "hierarchyid" -> "CAST(" + quoted + " AS nvarchar(4000))";
      case "datetime", "datetime2", "smalldatetime" -> dayOrMoment(quoted);
      case "datetimeoffset" -> "CONVERT(varchar(40), " + quoted + ", 126)";
      default ->
          !column.mayExceed(most)
              ? quoted
              : (column.kind() == ColumnKind.TEXT ? "LEFT(" : "SUBSTRING(")
                  + quoted
                  + (column.kind() == ColumnKind.TEXT ? ", " : ", 1, ")
                  + end(most);
    };
  }

  private static String end(int most) {
    return (most + 1) + ")";
  }

  /** As everybody writes it who means a day; older tables have no type for it. */
  private static String dayOrMoment(String quoted) {
    return "CASE WHEN "
        + quoted
        + " = CAST("
        + quoted
        + " AS date) THEN CONVERT(varchar(40), "
        + quoted
        + ", 23) ELSE CONVERT(varchar(40), "
        + quoted
        + ", 121) END";
  }

  /**
   * By the place of each row. TABLESAMPLE draws whole pages: of a small table often none, and of a
   * large one rows that were written together.
   */
  @Override
  public String sampled(String from, CellQuery.Sample sample) {
    return from
        + " WHERE CAST(SUBSTRING(HASHBYTES('SHA2_256', CAST("
        + sample.seed()
        + " AS binary(4)) + %%physloc%%), 1, "
        + HASH_BYTES
        + ") AS bigint) < "
        + Math.round(sample.share() * HASHES);
  }

  @Override
  public Map<String, String> disguised(Connection connection, TableName table) throws SQLException {
    Map<String, String> reasons = new HashMap<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT c.name, c.encryption_type FROM sys.columns c"
                + " JOIN sys.tables t ON t.object_id = c.object_id"
                + " JOIN sys.schemas s ON s.schema_id = t.schema_id"
                + " WHERE s.name = ? AND t.name = ? AND (c.encryption_type IS NOT NULL"
                + " OR c.is_masked = 1"
                + " AND HAS_PERMS_BY_NAME(DB_NAME(), 'DATABASE', 'UNMASK') = 0)")) {
      statement.setString(1, table.schema());
      statement.setString(2, table.name());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          String column = rows.getString(1);
          rows.getInt(2);
          reasons.put(
              column,
              rows.wasNull()
                  ? "the database masks it for this user, who needs the right UNMASK"
                  : "its values are encrypted, and the key is not in the database");
        }
      }
    }
    return reasons;
  }

  /** Of the catalogue, since not everybody may ask the views on the state of the server. */
  @Override
  public OptionalLong estimatedRows(Connection connection, TableName table) throws SQLException {
    return TableReading.number(
        connection,
        "SELECT SUM(p.rows) FROM sys.partitions p"
            + " JOIN sys.tables t ON t.object_id = p.object_id"
            + " JOIN sys.schemas s ON s.schema_id = t.schema_id"
            + " WHERE p.index_id IN (0, 1) AND s.name = ? AND t.name = ?",
        table);
  }

  /**
   * Where the database keeps older states of its rows, the state at the start is read, and nobody
   * waits. Elsewhere only what is committed: each row is locked while it is read, and a row that
   * somebody changes is waited for. Reading what is not committed would skip rows and read others
   * twice.
   */
  @Override
  public void prepare(Connection connection, Duration timeout) throws SQLException {
    boolean snapshots = keepsSnapshots(connection);
    // The question has begun a transaction, and a running one cannot become a snapshot.
    connection.rollback();
    connection.setTransactionIsolation(
        snapshots ? SNAPSHOT : Connection.TRANSACTION_READ_COMMITTED);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET LOCK_TIMEOUT 5000");
      // Whoever else waits for the same locks goes first.
      statement.execute("SET DEADLOCK_PRIORITY LOW");
    }
  }

  private static boolean keepsSnapshots(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT snapshot_isolation_state FROM sys.databases"
                    + " WHERE database_id = DB_ID()")) {
      return rows.next() && rows.getInt(1) == 1;
    }
  }

  @Override
  public boolean stopsByItself() {
    return false;
  }
}
