package kz.umyt.source.jdbc;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
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
import kz.umyt.source.SideEffects;
import kz.umyt.source.TableName;

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

  private static final Set<String> OBJECTS = Set.of("XMLTYPE", "SYS.XMLTYPE", "JSON", "BFILE");

  /** Resource busy, deadlock, cannot serialize, time-out of WAIT. */
  private static final Set<Integer> TRANSIENT = Set.of(54, 60, 8177, 30006);

  /** Too long, too large, NULL, a value that is no number or no date. */
  private static final Set<Integer> OF_A_VALUE = Set.of(1401, 1407, 1438, 1722, 1861, 12899);

  /** The codes that triggers raise errors of their own with. */
  private static final int FIRST_OF_TRIGGERS = 20000;

  private static final int LAST_OF_TRIGGERS = 20999;

  private static final int LOCK_TAKEN_BY_ANOTHER = 1;

  /** In seconds. */
  private static final int LONGEST_WAIT = 5;

  @Override
  public String engine() {
    return "Oracle";
  }

  @Override
  public Optional<String> driverToBring() {
    return Optional.of("ojdbc11.jar");
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
      case INTEGER, DECIMAL -> number(expression);
      case INSTANT -> "TO_CHAR(SYS_EXTRACT_UTC(" + expression + "), 'SYYYY-MM-DD HH24:MI:SS.FF9')";
      case DATE, TIMESTAMP ->
          "TO_CHAR("
              + expression
              + (type.equals("DATE")
                  ? ", 'SYYYY-MM-DD HH24:MI:SS')"
                  : ", 'SYYYY-MM-DD HH24:MI:SS.FF9')");
      default ->
          switch (type) {
            case "RAW" -> "RAWTOHEX(" + expression + ")";
            case "FLOAT", "BINARY_FLOAT", "BINARY_DOUBLE" -> number(expression);
            default -> asText(expression);
          };
    };
  }

  private static String number(String expression) {
    return "TO_CHAR(" + expression + ", 'TM9', 'NLS_NUMERIC_CHARACTERS=''.,''')";
  }

  @Override
  public String is(String condition, Truth truth) {
    return Ansi.is(condition, truth);
  }

  @Override
  public boolean comparesRows() {
    return false;
  }

  /** Of what has no limit none can be had without a right of its own. */
  @Override
  public boolean hasDigest(Column column) {
    String type = column.type().toUpperCase(Locale.ROOT);
    return !(type.endsWith("LOB") || type.startsWith("LONG") || OBJECTS.contains(type));
  }

  @Override
  public String digest(String text) {
    return "LOWER(RAWTOHEX(STANDARD_HASH(" + text + ", 'SHA256')))";
  }

  /** One after the other, since several texts joined may be longer than the engine takes one. */
  @Override
  public String digest(List<String> texts) {
    String all = ofOne(texts.get(0));
    for (String text : texts.subList(1, texts.size())) {
      all = digest(concat(List.of(all, ofOne(text))));
    }
    return all;
  }

  private String ofOne(String text) {
    return "COALESCE(" + digest(text) + ", '-')";
  }

  @Override
  public String length(String text) {
    return "LENGTH(" + text + ")";
  }

  /** A column of a fixed length is not equal to a shorter text of any other type. */
  @Override
  public String unpadded(String text) {
    return "RTRIM(" + text + ")";
  }

  @Override
  public String ofKind(ColumnKind kind, String value) {
    return "CAST("
        + value
        + (kind == ColumnKind.INSTANT ? " AS TIMESTAMP WITH TIME ZONE)" : " AS TIMESTAMP)");
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

  /** As the engine wants the names of private tables to begin. */
  @Override
  public String temporaryName(String name) {
    return "ora$ptt_" + name;
  }

  /** Private to the connection, and unlike other tables made without ending the transaction. */
  @Override
  public String temporaryTable(String name, String selectWithoutRows) {
    return "CREATE PRIVATE TEMPORARY TABLE "
        + name
        + " ON COMMIT PRESERVE DEFINITION AS "
        + selectWithoutRows;
  }

  /** A private table can have none. */
  @Override
  public List<String> indexTemporaryTable(String name, String column, int length) {
    return List.of();
  }

  @Override
  public String dropTemporaryTable(String name) {
    // -942: there is none. The prefix belongs to private tables only.
    return "BEGIN EXECUTE IMMEDIATE 'DROP TABLE "
        + name
        + "'; EXCEPTION WHEN OTHERS THEN IF SQLCODE <> -942 THEN RAISE; END IF; END;";
  }

  @Override
  public String onlyRow(int number) {
    return Ansi.onlyRow(number);
  }

  @Override
  public boolean groupsByName() {
    return false;
  }

  @Override
  public String locking(String columns, String from, String rest) {
    return "SELECT " + columns + " FROM " + from + rest + " FOR UPDATE WAIT " + LONGEST_WAIT;
  }

  /** No session can be told how long a change may wait. */
  @Override
  public boolean waitsWithoutEnd() {
    return true;
  }

  /** The driver refuses to. */
  @Override
  public void release(Connection connection, Savepoint savepoint) {}

  /** The only isolation in which more than one statement sees the same. */
  @Override
  public int countingIsolation() {
    return Connection.TRANSACTION_SERIALIZABLE;
  }

  @Override
  public Optional<String> checks() {
    return Optional.of(
        "SELECT constraint_name, search_condition_vc FROM all_constraints"
            + " WHERE constraint_type = 'C' AND status = 'ENABLED' AND owner = ?"
            + " AND table_name = ? ORDER BY constraint_name");
  }

  /** One that acts on several events comes once for each. */
  @Override
  public List<SideEffects.Trigger> triggers(Connection connection, TableName table)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT t.trigger_name, e.event, t.trigger_body FROM all_triggers t"
                + " JOIN (SELECT 'INSERT' AS event FROM dual UNION ALL SELECT 'UPDATE' FROM dual"
                + " UNION ALL SELECT 'DELETE' FROM dual) e"
                + " ON INSTR(t.triggering_event, e.event) > 0 WHERE t.table_owner = ?"
                + " AND t.table_name = ? AND t.status = 'ENABLED'"
                + " ORDER BY t.trigger_name, e.event")) {
      query.setString(1, table.schema());
      query.setString(2, table.name());
      return Ansi.triggers(query);
    }
  }

  @Override
  public List<TableName> materializedViews(Connection connection, TableName table)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT DISTINCT owner, mview_name FROM all_mview_detail_relations"
                + " WHERE detailobj_owner = ? AND detailobj_name = ? ORDER BY owner, mview_name")) {
      query.setString(1, table.schema());
      query.setString(2, table.name());
      return Ansi.tables(query);
    }
  }

  @Override
  public Map<String, String> driverOptions() {
    // As the DBA sees the session; otherwise the names of the machine's user and its Java.
    return Map.of("v$session.program", "umyt");
  }

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
