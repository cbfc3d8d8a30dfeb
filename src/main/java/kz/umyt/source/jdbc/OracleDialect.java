package kz.umyt.source.jdbc;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.umyt.source.Column;
import kz.umyt.source.ColumnKind;

/** Oracle from 19c on. Its driver is not ours to ship. */
final class OracleDialect implements Dialect {

  /** Types of the engine and its driver, which are not in {@link Types}. */
  private static final int TIMESTAMP_WITH_ZONE = -101;

  private static final int TIMESTAMP_WITH_LOCAL_ZONE = -102;

  /** Types of which no value is long. */
  private static final Set<String> SHORT =
      Set.of(
          "CHAR",
          "NCHAR",
          "VARCHAR",
          "VARCHAR2",
          "NVARCHAR2",
          "RAW",
          "NUMBER",
          "FLOAT",
          "BINARY_FLOAT",
          "BINARY_DOUBLE",
          "DATE",
          "BOOLEAN",
          "ROWID",
          "UROWID");

  /** Resource busy, deadlock, cannot serialize, time-out of WAIT. */
  private static final Set<Integer> TRANSIENT = Set.of(54, 60, 8177, 30006);

  /** Too long, too large, NULL, a value that is no number or no date. */
  private static final Set<Integer> OF_A_VALUE = Set.of(1401, 1407, 1438, 1722, 1861, 12899);

  /** The codes that triggers raise errors of their own with. */
  private static final int FIRST_OF_TRIGGERS = 20000;

  private static final int LAST_OF_TRIGGERS = 20999;

  private static final int LOCK_TAKEN_BY_ANOTHER = 1;

  @Override
  public String engine() {
    return "Oracle";
  }

  @Override
  public Optional<String> driverToBring() {
    return Optional.of("ojdbc11.jar");
  }

  @Override
  public boolean takesChanges() {
    return false;
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
    String type = typeName.toUpperCase(Locale.ROOT);
    if (jdbcType == TIMESTAMP_WITH_ZONE || jdbcType == TIMESTAMP_WITH_LOCAL_ZONE) {
      return ColumnKind.INSTANT;
    }
    if (type.startsWith("TIMESTAMP")) {
      return type.contains("TIME ZONE") ? ColumnKind.INSTANT : ColumnKind.TIMESTAMP;
    }
    return switch (type) {
      // It has a time of day.
      case "DATE" -> ColumnKind.TIMESTAMP;
      case "NUMBER" -> ColumnKind.DECIMAL;
      case "FLOAT", "BINARY_FLOAT", "BINARY_DOUBLE" -> ColumnKind.OTHER;
      default -> Ansi.kind(jdbcType);
    };
  }

  /**
   * A NUMBER without a precision comes with a scale below 0 or with none, and may be a fraction.
   */
  @Override
  public ColumnKind kind(int jdbcType, String typeName, int precision, int scale) {
    return typeName.equalsIgnoreCase("NUMBER") && precision > 0 && precision < 38 && scale == 0
        ? ColumnKind.INTEGER
        : kind(jdbcType, typeName);
  }

  /** Of types without a limit the driver gives the length of what stands in the row for them. */
  @Override
  public int length(String typeName, int size) {
    String type = typeName.toUpperCase(Locale.ROOT);
    return SHORT.contains(type) || type.startsWith("TIMESTAMP") || type.startsWith("INTERVAL")
        ? Math.max(1, size)
        : 0;
  }

  /** A DATE literal leaves the index of a DATE column usable; a TIMESTAMP literal does not. */
  @Override
  public String startOfDay(ColumnKind kind, LocalDate day, ZoneId zone) {
    if (kind == ColumnKind.INSTANT) {
      return "TIMESTAMP '"
          + Ansi.utc(day.atStartOfDay(zone).withZoneSameInstant(ZoneOffset.UTC))
          + " +00:00'";
    }
    return Ansi.startOfDay(ColumnKind.DATE, day);
  }

  @Override
  public String asText(String expression) {
    return "TO_CHAR(" + expression + ")";
  }

  @Override
  public String keyText(String expression, Column column) {
    String type = column.type().toUpperCase(Locale.ROOT);
    return switch (column.kind()) {
      // How numbers and moments are written otherwise is a setting of the session.
      case INTEGER, DECIMAL ->
          "TO_CHAR(" + expression + ", 'TM9', 'NLS_NUMERIC_CHARACTERS=''.,''')";
      case INSTANT -> "TO_CHAR(SYS_EXTRACT_UTC(" + expression + "), 'SYYYY-MM-DD HH24:MI:SS.FF9')";
      case DATE, TIMESTAMP ->
          "TO_CHAR("
              + expression
              + (type.equals("DATE")
                  ? ", 'SYYYY-MM-DD HH24:MI:SS')"
                  : ", 'SYYYY-MM-DD HH24:MI:SS.FF9')");
      default -> type.equals("RAW") ? "RAWTOHEX(" + expression + ")" : asText(expression);
    };
  }

  @Override
  public String concat(List<String> expressions) {
    return String.join(" || ", expressions);
  }

  @Override
  public List<String> journalDdl(String quotedSchema) {
    return Ansi.journalDdl(
        quotedSchema,
        new Ansi.JournalTypes(
            length -> "VARCHAR2(" + length + " CHAR)",
            "NUMBER(19)",
            "TIMESTAMP WITH TIME ZONE",
            "TIMESTAMP",
            "TIMESTAMP WITH TIME ZONE"));
  }

  /** Private to the connection, and unlike other tables made without ending the transaction. */
  @Override
  public String temporaryTable(String name, String selectWithoutRows) {
    return "CREATE PRIVATE TEMPORARY TABLE "
        + temporaryName(name)
        + " ON COMMIT PRESERVE DEFINITION AS "
        + selectWithoutRows;
  }

  @Override
  public String dropTemporaryTable(String name) {
    // -942: there is none. The prefix belongs to private tables only.
    return "BEGIN EXECUTE IMMEDIATE 'DROP TABLE "
        + temporaryName(name)
        + "'; EXCEPTION WHEN OTHERS THEN IF SQLCODE <> -942 THEN RAISE; END IF; END;";
  }

  /** As the engine wants the names of private tables to begin. */
  private static String temporaryName(String name) {
    return "ora$ptt_" + name;
  }

  @Override
  public Map<String, String> driverOptions() {
    // As the DBA sees the session; otherwise the names of the machine's user and its Java.
    return Map.of("v$session.program", "umyt");
  }

  /** There is no limit to be set for how long a change waits for a lock. */
  /** Whoever reads waits for nobody. */
  @Override
  public Optional<String> onConnect() {
    return Optional.empty();
  }

  @Override
  public void prepareForChanges(Connection connection) throws SQLException {
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
  }

  @Override
  public TableReading reading() {
    return new OracleReading();
  }

  @Override
  public int streamingFetchSize() {
    return 250;
  }

  @Override
  public boolean isTransient(SQLException failure) {
    return TRANSIENT.contains(failure.getErrorCode());
  }

  @Override
  public boolean isCausedByRow(SQLException failure) {
    int code = failure.getErrorCode();
    return Dialect.super.isCausedByRow(failure)
        || OF_A_VALUE.contains(code)
        || (code >= FIRST_OF_TRIGGERS && code <= LAST_OF_TRIGGERS);
  }

  /** Needs the right to execute DBMS_LOCK. The number of the lock is drawn from its name. */
  @Override
  public boolean tryLock(Connection connection, String name) throws SQLException {
    try (CallableStatement call =
        connection.prepareCall(
            "BEGIN ? := DBMS_LOCK.REQUEST(DBMS_UTILITY.GET_HASH_VALUE(?, 0, 1073741823),"
                + " DBMS_LOCK.X_MODE, 0, FALSE); END;")) {
      call.registerOutParameter(1, Types.INTEGER);
      call.setString(2, "umyt." + name);
      call.execute();
      int result = call.getInt(1);
      // 0 granted, 4 held already by this connection; 2, 3 and 5 would be mistakes of ours.
      if (result != 0 && result != 4 && result != LOCK_TAKEN_BY_ANOTHER) {
        throw new SQLException("DBMS_LOCK.REQUEST gave " + result);
      }
      return result != LOCK_TAKEN_BY_ANOTHER;
    }
  }
}
