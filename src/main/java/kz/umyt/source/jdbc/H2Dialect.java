package kz.umyt.source.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kz.umyt.source.Column;
import kz.umyt.source.ColumnKind;
import kz.umyt.source.SideEffects;
import kz.umyt.source.TableName;

final class H2Dialect implements Dialect {

  private static final int LOCK_TIMEOUT = 50200;
  private static final int DEADLOCK = 40001;
  private static final int CONCURRENT_UPDATE = 90131;

  @Override
  public String engine() {
    return "H2";
  }

  /**
   * H2 would close the file in a shutdown hook of its own, in the middle of our last chunk, and it
   * would write failed statements with their values to a trace file beside the database; the latter
   * only an administrator of the database may forbid.
   */
  @Override
  public List<String> urls(String written) {
    String upper = written.toUpperCase(Locale.ROOT);
    String open = written + (upper.contains("DB_CLOSE_ON_EXIT") ? "" : ";DB_CLOSE_ON_EXIT=FALSE");
    return upper.contains("TRACE_LEVEL_FILE")
        ? List.of(open)
        : List.of(open + ";TRACE_LEVEL_FILE=0", open);
  }

  @Override
  public String quote(String name) {
    return Ansi.quote(name);
  }

  @Override
  public boolean schemaIsCatalog() {
    return false;
  }

  @Override
  public ColumnKind kind(int jdbcType, String typeName) {
    return Ansi.kind(jdbcType);
  }

  @Override
  public List<String> hiddenColumns(Connection connection, TableName table) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT COLUMN_NAME FROM INFORMATION_SCHEMA.COLUMNS WHERE IS_VISIBLE = FALSE"
                + " AND TABLE_SCHEMA = ? AND TABLE_NAME = ? ORDER BY ORDINAL_POSITION")) {
      statement.setString(1, table.schema());
      statement.setString(2, table.name());
      List<String> names = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          names.add(rows.getString(1));
        }
      }
      return names;
    }
  }

  @Override
  public String startOfDay(ColumnKind kind, LocalDate day, ZoneId zone) {
    if (kind == ColumnKind.INSTANT) {
      return "TIMESTAMP WITH TIME ZONE '"
          + Ansi.utc(day.atStartOfDay(zone).withZoneSameInstant(ZoneOffset.UTC))
          + "+00:00'";
    }
    return Ansi.startOfDay(kind, day);
  }

  @Override
  public Optional<String> setZone(ZoneId zone) {
    return Optional.of("SET TIME ZONE '" + zone.getId().replace("'", "''") + "'");
  }

  @Override
  public List<SideEffects.Trigger> triggers(Connection connection, TableName table)
      throws SQLException {
    return Ansi.triggers(connection, table, "java_class");
  }

  @Override
  public Optional<String> checks() {
    return Optional.of(
        "SELECT c.CONSTRAINT_NAME, c.CHECK_CLAUSE FROM INFORMATION_SCHEMA.CHECK_CONSTRAINTS c JOIN"
            + " INFORMATION_SCHEMA.TABLE_CONSTRAINTS t ON t.CONSTRAINT_SCHEMA ="
            + " c.CONSTRAINT_SCHEMA AND t.CONSTRAINT_NAME = c.CONSTRAINT_NAME"
            + " WHERE t.TABLE_SCHEMA = ? AND t.TABLE_NAME = ? ORDER BY 1");
  }

  @Override
  public String asText(String expression) {
    return "CAST(" + expression + " AS VARCHAR)";
  }

  @Override
  public String keyText(String expression, Column column) {
    if (column.kind() == ColumnKind.INSTANT) {
      return asText(expression + " AT TIME ZONE 'UTC'");
    }
    // Bytes that are no UTF-8 would all become the same sign.
    return column.type().contains("BINARY") ? "RAWTOHEX(" + expression + ")" : asText(expression);
  }

  /** As days and times of no zone: in that of this machine an hour may be missing. */
  @Override
  public Object keyValue(ResultSet row, int index, Column column) throws SQLException {
    if (column.kind() == ColumnKind.DATE) {
      return row.getObject(index, LocalDate.class);
    }
    if (column.kind() == ColumnKind.TIMESTAMP) {
      return row.getObject(index, LocalDateTime.class);
    }
    return column.type().equals("TIME")
        ? row.getObject(index, LocalTime.class)
        : row.getObject(index);
  }

  @Override
  public String written(Column column, String mark) {
    // A text alone would become one JSON string, whatever it holds.
    return column.document().isPresent() ? mark + " FORMAT JSON" : mark;
  }

  @Override
  public String digest(String text) {
    return "RAWTOHEX(HASH('SHA-256', " + text + "))";
  }

  @Override
  public String concat(List<String> expressions) {
    return String.join(" || ", expressions);
  }

  @Override
  public List<String> journalDdl(String quotedSchema) {
    return Ansi.journalDdl(
        quotedSchema,
        Ansi.JournalTypes.of(
            "VARCHAR", "TIMESTAMP WITH TIME ZONE", "TIMESTAMP", "TIMESTAMP WITH TIME ZONE"));
  }

  /** It looks for a minimum with a condition through all rows. */
  @Override
  public String nextValue(String quotedTable, String column) {
    return "SELECT "
        + column
        + " FROM "
        + quotedTable
        + " WHERE "
        + column
        + " > ? ORDER BY "
        + column
        + " LIMIT 1";
  }

  @Override
  public String temporaryTable(String name, String selectWithoutRows) {
    return "CREATE LOCAL TEMPORARY TABLE " + name + " AS " + selectWithoutRows;
  }

  @Override
  public String dropTemporaryTable(String name) {
    // H2 does not create a temporary table beside one of the same name, so this is the only one.
    return "DROP TABLE IF EXISTS " + name;
  }

  @Override
  public Optional<String> onConnect() {
    return Optional.of("SET LOCK_TIMEOUT 5000");
  }

  @Override
  public void prepareForChanges(Connection connection) throws SQLException {
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET LOCK_TIMEOUT 5000");
    }
  }

  @Override
  public void limitLockWait(Connection connection, Duration most) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET LOCK_TIMEOUT " + Math.max(100, most.toMillis()));
    }
  }

  @Override
  public Optional<ServerLoad> load() {
    return Optional.of(new H2Load());
  }

  @Override
  public Cleaning cleaning() {
    return new H2Cleaning();
  }

  @Override
  public TableReading reading() {
    return new H2Reading();
  }

  @Override
  public int streamingFetchSize() {
    return 1000;
  }

  @Override
  public boolean isTransient(SQLException failure) {
    int code = failure.getErrorCode();
    return code == LOCK_TIMEOUT || code == DEADLOCK || code == CONCURRENT_UPDATE;
  }

  @Override
  public boolean endsTransaction(SQLException failure) {
    return failure.getErrorCode() == DEADLOCK;
  }

  @Override
  public boolean tryLock(Connection connection, String name) {
    // An embedded database file is opened by one process only; H2 sees to that itself.
    return true;
  }
}
