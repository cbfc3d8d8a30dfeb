package kz.umyt.source.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.umyt.source.Column;
import kz.umyt.source.ColumnKind;
import kz.umyt.source.SideEffects;
import kz.umyt.source.TableName;

/** Microsoft SQL Server from 2016 on, and Azure SQL. */
final class SqlServerDialect implements Dialect {

  private static final int DEADLOCK = 1205;
  private static final int LOCK_TIMEOUT = 1222;
  private static final int SNAPSHOT_CONFLICT = 3960;

  /** Foreign key or check, NULL, too long (two codes), too large, a value of another type. */
  private static final Set<Integer> OF_A_VALUE = Set.of(547, 515, 8152, 2628, 8115, 245);

  /** From here on the numbers are those of triggers. */
  private static final int FIRST_OF_TRIGGERS = 50000;

  /** The first year of the type datetime. */
  private static final int FIRST_YEAR = 1753;

  /** Characters of a text that an index takes. */
  private static final int LONGEST_INDEXED = 800;

  private static final String SHORT_TEXT = "nvarchar(4000)";
  private static final String BYTE_BY_BYTE = " COLLATE Latin1_General_BIN2";

  @Override
  public String engine() {
    return "SQL Server";
  }

  @Override
  public Optional<String> driverToBring() {
    return Optional.of("mssql-jdbc-13.2.1.jre11.jar");
  }

  @Override
  public String quote(String name) {
    return '[' + name.replace("]", "]]") + ']';
  }

  @Override
  public boolean schemaIsCatalog() {
    return false;
  }

  @Override
  public ColumnKind kind(int jdbcType, String typeName) {
    return switch (plainType(typeName)) {
      case "tinyint" -> ColumnKind.INTEGER;
      case "datetimeoffset" -> ColumnKind.INSTANT;
      // The driver takes some of them for texts, and the version of a row for bytes.
      case "xml", "json", "uniqueidentifier", "sql_variant", "hierarchyid", "timestamp" ->
          ColumnKind.OTHER;
      default -> Ansi.kind(jdbcType);
    };
  }

  @Override
  public ColumnKind kind(int jdbcType, String typeName, int precision, int scale) {
    ColumnKind kind = kind(jdbcType, typeName);
    boolean money = plainType(typeName).endsWith("money");
    return kind == ColumnKind.DECIMAL && scale == 0 && !money ? ColumnKind.INTEGER : kind;
  }

  /** The driver writes {@code int identity} and {@code numeric() identity}. */
  static String plainType(String typeName) {
    String type = typeName.toLowerCase(Locale.ROOT);
    int end = 0;
    while (end < type.length() && Character.isLetterOrDigit(type.charAt(end))) {
      end++;
    }
    return type.substring(0, end);
  }

  /** Literals of the lower type, so that not the column is converted but the literal. */
  @Override
  public String startOfDay(ColumnKind kind, LocalDate day, ZoneId zone) {
    return switch (kind) {
      case DATE -> "CAST('" + day + "' AS date)";
      case TIMESTAMP ->
          day.getYear() < FIRST_YEAR
              ? "CAST('" + day + "' AS datetime2)"
              : "CAST('" + DateTimeFormatter.BASIC_ISO_DATE.format(day) + "' AS datetime)";
      case INSTANT ->
          "CAST('"
              + Ansi.utc(day.atStartOfDay(zone).withZoneSameInstant(ZoneOffset.UTC))
              + " +00:00' AS datetimeoffset)";
      default -> throw new IllegalArgumentException(kind + " holds no days");
    };
  }

  @Override
  public String asText(String expression) {
    return asText(expression, SHORT_TEXT);
  }

  private static String asText(String expression, String type) {
    return "CAST(" + expression + " AS " + type + ")" + BYTE_BY_BYTE;
  }

  private static String asText(String expression, String type, int style) {
    return "CONVERT(" + type + ", " + expression + ", " + style + ")" + BYTE_BY_BYTE;
  }

  @Override
  public String keyText(String expression, Column column) {
    return text(expression, column, SHORT_TEXT);
  }

  /** Texts that are joined end at 4,000 characters, unless one of them is of a type without end. */
  @Override
  public String wholeText(String expression, Column column) {
    return text(expression, column, "nvarchar(max)");
  }

  private static String text(String expression, Column column, String type) {
    return switch (column.kind()) {
      case DATE, TIMESTAMP -> asText(expression, type, 126);
      case INSTANT -> asText("SWITCHOFFSET(" + expression + ", '+00:00')", type, 126);
      case OTHER ->
          isBinary(column)
              ? asText(expression, type, 2)
              : switch (plainType(column.type())) {
                // Otherwise with six digits.
                case "float", "real" -> asText(expression, type, 3);
                default -> asText(expression, type);
              };
      // Otherwise with two of its four digits behind the point.
      case DECIMAL ->
          plainType(column.type()).endsWith("money")
              ? asText(expression, type, 2)
              : asText(expression, type);
      default -> asText(expression, type);
    };
  }

  private static boolean isBinary(Column column) {
    String type = plainType(column.type());
    return type.endsWith("binary") || type.equals("timestamp");
  }

  @Override
  public String is(String condition, Truth truth) {
    return Ansi.is(condition, truth);
  }

  @Override
  public boolean comparesRows() {
    return false;
  }

  /** Without the N, letters that the database's own character set lacks would become another. */
  @Override
  public String literal(String text) {
    return "N" + Dialect.super.literal(text);
  }

  /** Of the two bytes by character that the engine holds; UTF-8 it knows from 2019 on only. */
  @Override
  public String digest(String text) {
    return "LOWER(CONVERT(nvarchar(64), HASHBYTES('SHA2_256', " + text + "), 2))";
  }

  /** In bytes: LEN does not count blanks at the end. */
  @Override
  public String length(String text) {
    return "DATALENGTH(" + text + ")";
  }

  /** TRIM is there from 2017 on only. */
  @Override
  public String trimmed(String text) {
    return "LTRIM(RTRIM(REPLACE(" + text + ", NCHAR(160), N' ')))";
  }

  /** A moment of this type is sent as one of a finer type, to which its own are not equal. */
  @Override
  public String keyMark(Column column) {
    return plainType(column.type()).equals("datetime") ? "CAST(? AS datetime)" : "?";
  }

  /** Not CONCAT, which passes over NULL. */
  @Override
  public String concat(List<String> expressions) {
    return String.join(" + ", expressions);
  }

  /** An index in which the rows themselves lie takes no key as long as these. */
  @Override
  public List<String> journalDdl(String quotedSchema) {
    return Ansi.journalDdl(
            quotedSchema,
            new Ansi.JournalTypes(
                length -> "NVARCHAR(" + length + ")" + BYTE_BY_BYTE,
                "BIGINT",
                "DATETIMEOFFSET",
                "DATETIME2",
                "DATETIMEOFFSET"))
        .stream()
        .map(ddl -> ddl.replace("PRIMARY KEY", "PRIMARY KEY NONCLUSTERED"))
        .toList();
  }

  @Override
  public String temporaryName(String name) {
    return "#" + name;
  }

  /** Without the UNION a column that the engine numbers would be numbered in the copy too. */
  @Override
  public String temporaryTable(String name, String selectWithoutRows) {
    return "SELECT * INTO "
        + name
        + " FROM ("
        + selectWithoutRows
        + " UNION ALL "
        + selectWithoutRows
        + ") umyt_t";
  }

  @Override
  public List<String> indexTemporaryTable(String name, String column, int length) {
    return length > LONGEST_INDEXED
        ? List.of()
        : List.of("CREATE INDEX " + name.replace("#", "") + "_i ON " + name + " (" + column + ")");
  }

  @Override
  public String dropTemporaryTable(String name) {
    return "DROP TABLE IF EXISTS " + name;
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
    return "SELECT " + columns + " FROM " + from + " WITH (UPDLOCK, ROWLOCK)" + rest;
  }

  /** Whoever puts a row there only looks at the row that it points to, which a lock allows. */
  @Override
  public String closed(String from) {
    return from + " WITH (HOLDLOCK)";
  }

  /** From 5,000 locks of one statement on, the whole table is locked instead. */
  @Override
  public int mostRowsAtOnce() {
    return 4_000;
  }

  /** The driver refuses to. */
  @Override
  public void release(Connection connection, Savepoint savepoint) {}

  /** In any higher one, nobody could write into the tables meanwhile. */
  @Override
  public int countingIsolation() {
    return Connection.TRANSACTION_READ_COMMITTED;
  }

  @Override
  public Optional<String> checks() {
    return Optional.of(
        "SELECT c.name, c.definition FROM sys.check_constraints c"
            + " JOIN sys.tables t ON t.object_id = c.parent_object_id"
            + " JOIN sys.schemas s ON s.schema_id = t.schema_id"
            + " WHERE c.is_disabled = 0 AND s.name = ? AND t.name = ? ORDER BY c.name");
  }

  /** Views that keep rows of their own are changed with their tables. */
  @Override
  public List<SideEffects.Trigger> triggers(Connection connection, TableName table)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT r.name, e.type_desc, OBJECT_DEFINITION(r.object_id) FROM sys.triggers r"
                + " JOIN sys.trigger_events e ON e.object_id = r.object_id"
                + " JOIN sys.tables t ON t.object_id = r.parent_id"
                + " JOIN sys.schemas s ON s.schema_id = t.schema_id"
                + " WHERE r.is_disabled = 0 AND s.name = ? AND t.name = ?"
                + " ORDER BY r.name, e.type_desc")) {
      query.setString(1, table.schema());
      query.setString(2, table.name());
      return Ansi.triggers(query);
    }
  }

  @Override
  public Map<String, String> driverOptions() {
    // Rows as they come, not a result as a whole.
    return Map.of("responseBuffering", "adaptive");
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
      // One row that fails must not take the chunk with it.
      statement.execute("SET XACT_ABORT OFF");
      // Whoever else waits for the same locks goes first.
      statement.execute("SET DEADLOCK_PRIORITY LOW");
    }
  }

  @Override
  public void limitLockWait(Connection connection, Duration most) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET LOCK_TIMEOUT " + Math.max(100, most.toMillis()));
    }
  }

  @Override
  public TableReading reading() {
    return new SqlServerReading();
  }

  @Override
  public int streamingFetchSize() {
    return 1000;
  }

  @Override
  public boolean isTransient(SQLException failure) {
    int code = failure.getErrorCode();
    return code == DEADLOCK || code == LOCK_TIMEOUT || code == SNAPSHOT_CONFLICT;
  }

  @Override
  public boolean endsTransaction(SQLException failure) {
    return failure.getErrorCode() == DEADLOCK || failure.getErrorCode() == SNAPSHOT_CONFLICT;
  }

  @Override
  public boolean isCausedByRow(SQLException failure) {
    int code = failure.getErrorCode();
    return Dialect.super.isCausedByRow(failure)
        || OF_A_VALUE.contains(code)
        || code >= FIRST_OF_TRIGGERS;
  }

  @Override
  public boolean tryLock(Connection connection, String name) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SET NOCOUNT ON; DECLARE @result int;"
                + " EXEC @result = sp_getapplock @Resource = ?, @LockMode = 'Exclusive',"
                + " @LockOwner = 'Session', @LockTimeout = 0; SELECT @result")) {
      // Names of locks end at 255 characters.
      statement.setString(1, "umyt." + (name.length() > 250 ? name.substring(0, 250) : name));
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() && rows.getInt(1) >= 0;
      }
    }
  }
}
