package kz.umyt.source.jdbc;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.umyt.source.Column;
import kz.umyt.source.ColumnKind;
import kz.umyt.source.TableName;

class MariaDbDialect implements Dialect {

  static final String SCHEME = "jdbc:mariadb:";

  private static final int LOCK_WAIT_TIMEOUT = 1205;
  private static final int DEADLOCK = 1213;

  @Override
  public String engine() {
    return "MariaDB";
  }

  @Override
  public final Dialect of(DatabaseMetaData server) throws SQLException {
    return server.getDatabaseProductName().equals("MariaDB")
        ? new MariaDbDialect()
        : new MySqlDialect();
  }

  @Override
  public String quote(String name) {
    return '`' + name.replace("`", "``") + '`';
  }

  @Override
  public boolean schemaIsCatalog() {
    return true;
  }

  @Override
  public ColumnKind kind(int jdbcType, String typeName) {
    return switch (typeName.toLowerCase(Locale.ROOT)) {
      case "timestamp" -> ColumnKind.INSTANT;
      case "enum", "set", "json", "year" -> ColumnKind.OTHER;
      default -> Ansi.kind(jdbcType);
    };
  }

  @Override
  public String startOfDay(ColumnKind kind, LocalDate day, ZoneId zone) {
    if (kind == ColumnKind.INSTANT) {
      // TIMESTAMP columns are shown in the zone of the session, and so is FROM_UNIXTIME: the
      // comparison is one of moments, whatever that zone is. The type itself ends in 2038 or 2106.
      long seconds = day.atStartOfDay(zone).toEpochSecond();
      return seconds < 0
          ? "TIMESTAMP '1000-01-01 00:00:00'"
          : seconds > Integer.MAX_VALUE
              ? "TIMESTAMP '9999-01-01 00:00:00'"
              : "FROM_UNIXTIME(" + seconds + ")";
    }
    return Ansi.startOfDay(kind, day);
  }

  /** The engine finds its zero date, which is nonsense, with a plain IS NULL. */
  @Override
  public String isNull(String value) {
    return "(" + value + " IS NOT NULL) = FALSE";
  }

  /**
   * Such as {@code 2023-00-00} and {@code 2023-02-31}, which a server takes without NO_ZERO_IN_DATE
   * and with ALLOW_INVALID_DATES. In plain numbers: the functions of dates warn of them, and a
   * strict session makes an error of a warning.
   */
  @Override
  public Optional<String> isNoDay(String value) {
    String leap = "YEAR(#) % 4 = 0 AND (YEAR(#) % 100 <> 0 OR YEAR(#) % 400 = 0)";
    String last =
        "CASE MONTH(#) WHEN 0 THEN 0 WHEN 2 THEN IF("
            + leap
            + ", 29, 28) WHEN 4 THEN 30 WHEN 6 THEN 30 WHEN 9 THEN 30 WHEN 11 THEN 30 ELSE 31 END";
    return Optional.of(("DAY(#) NOT BETWEEN 1 AND " + last).replace("#", "(" + value + ")"));
  }

  /** The driver would have the server show every table of every database, one by one. */
  @Override
  public Optional<List<TableName>> referrers(Connection connection, TableName table)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT DISTINCT table_schema, table_name FROM information_schema.key_column_usage"
                + " WHERE referenced_table_schema = ? AND referenced_table_name = ?"
                + " ORDER BY table_schema, table_name")) {
      statement.setString(1, table.schema());
      statement.setString(2, table.name());
      List<TableName> referrers = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          referrers.add(new TableName(rows.getString(1), rows.getString(2)));
        }
      }
      return Optional.of(referrers);
    }
  }

  @Override
  public String moment(String expression) {
    return "TIMESTAMPADD(SECOND, FLOOR(UNIX_TIMESTAMP(" + expression + ")), '1970-01-01 00:00:00')";
  }

  @Override
  public boolean momentsAreUtc() {
    return true;
  }

  @Override
  public boolean isFilledOnUpdate(Connection connection, TableName table, String column)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = ?"
                + " AND table_name = ? AND column_name = ? AND extra LIKE '%on update%'")) {
      query.setString(1, table.schema());
      query.setString(2, table.name());
      query.setString(3, column);
      try (ResultSet found = query.executeQuery()) {
        return found.next() && found.getLong(1) > 0;
      }
    }
  }

  @Override
  public Optional<String> checks() {
    return Optional.of(
        "SELECT constraint_name, check_clause FROM information_schema.check_constraints"
            + " WHERE constraint_schema = ? AND table_name = ? ORDER BY 1");
  }

  @Override
  public String asText(String expression) {
    return "CAST(" + expression + " AS CHAR CHARACTER SET utf8mb4) COLLATE utf8mb4_bin";
  }

  @Override
  public String keyRead(String expression, Column column) {
    return MariaDbKeys.read(expression, column);
  }

  @Override
  public String keyText(String expression, Column column) {
    if (column.kind() == ColumnKind.INSTANT) {
      // Shown in the zone of the session otherwise, where an hour can come twice.
      String seconds = "UNIX_TIMESTAMP(" + expression + ")";
      return asText(column.nullable() ? seconds : "COALESCE(" + seconds + ", 0)");
    }
    return asText(MariaDbKeys.text(expression, column));
  }

  @Override
  public String digest(String text) {
    return "SHA2(" + text + ", 256)";
  }

  @Override
  public String concat(List<String> expressions) {
    return "CONCAT(" + String.join(", ", expressions) + ")";
  }

  @Override
  public Optional<RowValues> rowValues(
      Connection connection, List<Column> keys, List<Column> columns) throws SQLException {
    return MariaDbRowValues.of(connection, keys, columns);
  }

  @Override
  public String updateFrom(String table, String other, String assignments, String condition) {
    return "UPDATE " + other + " JOIN " + table + " SET " + assignments + " WHERE " + condition;
  }

  @Override
  public int mostWriters() {
    return 8;
  }

  /** The index stands in its table: a statement of its own would need one more right. */
  @Override
  public List<String> journalDdl(String quotedSchema) {
    List<String> ddl =
        Ansi.journalDdl(
            quotedSchema,
            Ansi.JournalTypes.of(
                "VARCHAR", "DATETIME(6)", "DATETIME(6)", "TIMESTAMP(6) NULL DEFAULT NULL"));
    int last = ddl.size() - 2;
    String indexed = ddl.get(last).substring(0, ddl.get(last).length() - 1);
    return Stream.concat(
            ddl.stream().limit(last),
            Stream.of(indexed + ",\n  INDEX umyt_due_key (target, row_key))"))
        .map(
            table ->
                table + " ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 DEFAULT COLLATE utf8mb4_bin")
        .toList();
  }

  @Override
  public String temporaryTable(String name, String selectWithoutRows) {
    return "CREATE TEMPORARY TABLE " + name + " AS " + selectWithoutRows;
  }

  @Override
  public List<String> indexTemporaryTable(String name, String column, int length) {
    // An index over more than 767 bytes is refused by older row formats.
    boolean isLong = length > 190;
    return List.of("ALTER TABLE " + name + " ADD INDEX (" + column + (isLong ? "(190)" : "") + ")");
  }

  @Override
  public String dropTemporaryTable(String name) {
    return "DROP TEMPORARY TABLE IF EXISTS " + name;
  }

  @Override
  public Map<String, String> driverOptions() {
    // The bulk protocol takes no INSERT … SELECT, and does not say how many rows each change met.
    return Map.of("useBulkStmts", "false", "useBulkStmtsForInserts", "false");
  }

  @Override
  public Optional<String> onConnect() {
    // MariaDB remembers answers of subqueries by the asking column's own collation: where that
    // takes c1 for C1, both get the same answer, although the column asked tells them apart.
    // Old tables hold days that are none, such as 0000-00-00: a row that has one in its key could
    // not be named where such days may not even be written down.
    return Optional.of(
        "SET innodb_lock_wait_timeout = 5, lock_wait_timeout = 5,"
            + " sql_mode = REPLACE(REPLACE(REPLACE(@@sql_mode, 'NO_ZERO_IN_DATE', ''),"
            + " 'NO_ZERO_DATE', ''), 'TRADITIONAL', '')"
            + "/*M! , optimizer_switch = 'subquery_cache=off' */");
  }

  @Override
  public void prepareForChanges(Connection connection) throws SQLException {
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET innodb_lock_wait_timeout = 5");
    }
  }

  @Override
  public void limitLockWait(Connection connection, Duration most) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          // Whole seconds, of which none would be no waiting at all.
          "SET innodb_lock_wait_timeout = " + Math.max(1, most.toSeconds()));
    }
  }

  @Override
  public Optional<ServerLoad> load() {
    return Optional.of(new MariaDbLoad());
  }

  @Override
  public Cleaning cleaning() {
    return new MariaDbCleaning();
  }

  @Override
  public TableReading reading() {
    return new MariaDbReading();
  }

  @Override
  public int streamingFetchSize() {
    return 1000;
  }

  @Override
  public boolean isTransient(SQLException failure) {
    return failure.getErrorCode() == LOCK_WAIT_TIMEOUT || failure.getErrorCode() == DEADLOCK;
  }

  @Override
  public boolean endsTransaction(SQLException failure) {
    return failure.getErrorCode() == DEADLOCK;
  }

  @Override
  public boolean isCausedByRow(SQLException failure) {
    // A trigger raised an error of its own.
    return Dialect.super.isCausedByRow(failure) || "45000".equals(failure.getSQLState());
  }

  @Override
  public boolean tryLock(Connection connection, String name) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("SELECT GET_LOCK(?, 0)")) {
      // Lock names end at 64 characters.
      statement.setString(1, "umyt." + (name.length() > 59 ? name.substring(0, 59) : name));
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() && rows.getInt(1) == 1;
      }
    }
  }
}
