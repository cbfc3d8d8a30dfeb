package kz.umyt.source.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import kz.umyt.source.Column;
import kz.umyt.source.ColumnKind;
import kz.umyt.source.TableName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said to SQL Server; as far as H2 understands it too, by saying it. */
class SqlServerDialectTest {

  private static final SqlServerDialect SQL_SERVER = new SqlServerDialect();
  private static final TableReading READING = SQL_SERVER.reading();
  private static final int MOST = 3;
  private static final String BYTE_BY_BYTE = " COLLATE Latin1_General_BIN2";

  private Connection h2;

  @BeforeEach
  void connect() throws SQLException {
    h2 = DriverManager.getConnection("jdbc:h2:mem:;MODE=MSSQLServer");
  }

  @AfterEach
  void close() throws SQLException {
    h2.close();
  }

  @ParameterizedTest
  @CsvSource({
    "nvarchar, -9, 40, 0, TEXT, 40",
    "nvarchar, -9, 1073741823, 0, TEXT, 0",
    "varchar, 12, 2147483647, 0, TEXT, 0",
    "ntext, -16, 1073741823, 0, TEXT, 0",
    "int identity, 4, 10, 0, INTEGER, 10",
    "tinyint, -6, 3, 0, INTEGER, 3",
    "numeric() identity, 2, 12, 0, INTEGER, 12",
    "decimal, 3, 12, 0, INTEGER, 12",
    "decimal, 3, 12, 2, DECIMAL, 12",
    "money, 3, 19, 4, DECIMAL, 19",
    "date, 91, 10, 0, DATE, 10",
    "datetime, 93, 23, 3, TIMESTAMP, 23",
    "datetime2, 93, 27, 7, TIMESTAMP, 27",
    "datetimeoffset, -155, 34, 7, INSTANT, 34",
    "uniqueidentifier, 1, 36, 0, OTHER, 36",
    "xml, -16, 2147483647, 0, OTHER, 0",
    "sql_variant, -156, 8000, 0, OTHER, 8000",
    "varbinary, -3, 2147483647, 0, OTHER, 0",
    "timestamp, -2, 8, 0, OTHER, 8",
    // A type that somebody has made of nvarchar.
    "PhoneNumber, -9, 20, 0, TEXT, 20",
  })
  void knowsWhatATypeHolds(
      String type, int jdbcType, int size, int scale, ColumnKind kind, int length) {
    assertThat(SQL_SERVER.kind(jdbcType, type, size, scale)).isEqualTo(kind);
    assertThat(SQL_SERVER.length(type, size)).isEqualTo(length);
  }

  @Test
  void cutsLongValues() throws SQLException {
    assertThat(
            read(
                READING.selected(column("nvarchar", ColumnKind.TEXT, 0), "[Note]", MOST),
                "[Note] NVARCHAR(100)",
                "N'ұзақ мәтін'",
                "N'abc'"))
        .containsExactly("ұзақ", "abc");
    assertThat(
            read(
                READING.selected(column("varbinary", ColumnKind.OTHER, 0), "[Scan]", MOST),
                "[Scan] VARBINARY(100)",
                "0x616263646566"))
        .containsExactly("abcd");
    assertThat(READING.selected(column("ntext", ColumnKind.TEXT, 0), "[C]", MOST))
        .isEqualTo("LEFT(CAST([C] AS nvarchar(max)), 4)");
    assertThat(READING.selected(column("xml", ColumnKind.OTHER, 0), "[C]", MOST))
        .isEqualTo("LEFT(CAST([C] AS nvarchar(max)), 4)");
    assertThat(READING.selected(column("image", ColumnKind.OTHER, 0), "[C]", MOST))
        .isEqualTo("SUBSTRING(CAST([C] AS varbinary(max)), 1, 4)");
    assertThat(READING.streamsLongValues()).isFalse();
  }

  @Test
  void readsShortValuesAsTheyAre() {
    assertThat(READING.selected(column("nvarchar", ColumnKind.TEXT, 3), "[C]", MOST))
        .isEqualTo("[C]");
    assertThat(READING.selected(column("int identity", ColumnKind.INTEGER, 10), "[C]", MOST))
        .isEqualTo("[C]");
    assertThat(READING.selected(column("uniqueidentifier", ColumnKind.OTHER, 36), "[C]", 1 << 21))
        .isEqualTo("[C]");
  }

  @Test
  void readsMomentsInOneFormAndBareDaysAsDays() {
    assertThat(READING.selected(column("datetime", ColumnKind.TIMESTAMP, 23), "[C]", MOST))
        .isEqualTo(
            "CASE WHEN [C] = CAST([C] AS date) THEN CONVERT(varchar(40), [C], 23)"
                + " ELSE CONVERT(varchar(40), [C], 121) END");
    assertThat(READING.selected(column("datetimeoffset", ColumnKind.INSTANT, 34), "[C]", MOST))
        .isEqualTo("CONVERT(varchar(40), [C], 126)");
    assertThat(READING.selected(column("date", ColumnKind.DATE, 10), "[C]", MOST)).isEqualTo("[C]");
  }

  @Test
  void readsASnapshotWhereTheDatabaseKeepsThem() throws SQLException {
    List<String> said = SaidToServer.beforeReading(READING, 1);
    assertThat(said.get(0)).contains("snapshot_isolation_state");
    // In this order: a transaction that has begun cannot become a snapshot.
    assertThat(said.subList(1, said.size()))
        .containsExactly(
            "ROLLBACK", "isolation 4096", "SET LOCK_TIMEOUT 5000", "SET DEADLOCK_PRIORITY LOW");
    assertThat(READING.stopsByItself()).isFalse();
  }

  @Test
  void readsElsewhereOnlyWhatIsCommittedAndWaitsForNobodyLong() throws SQLException {
    assertThat(SaidToServer.beforeReading(READING, 0))
        .contains("isolation " + Connection.TRANSACTION_READ_COMMITTED, "SET LOCK_TIMEOUT 5000");
  }

  /** Pages would be what TABLESAMPLE draws. */
  @Test
  void drawsRowsWithASeed() {
    assertThat(READING.sampled("[dbo].[t]", new CellQuery.Sample(0.5, 7)))
        .isEqualTo(
            "[dbo].[t] WHERE CAST(SUBSTRING(HASHBYTES('SHA2_256', CAST(7 AS binary(4))"
                + " + %%physloc%%), 1, 6) AS bigint) < "
                + (1L << 47));
  }

  @Test
  void asksTheCatalogueHowManyRowsThereAre() throws SQLException {
    catalogue();
    assertThat(READING.estimatedRows(h2, new TableName("dbo", "clients"))).hasValue(700);
    assertThat(READING.estimatedRows(h2, new TableName("dbo", "none"))).isEmpty();
  }

  @Test
  void saysWhichColumnsDoNotShowWhatIsStored() throws SQLException {
    catalogue();
    TableName clients = new TableName("dbo", "clients");
    try (Statement statement = h2.createStatement()) {
      statement.execute(
          "CREATE ALIAS HAS_PERMS_BY_NAME AS 'int may(String of, String kind, String right) {"
              + " return 0; }'");
    }
    assertThat(READING.disguised(h2, clients)).containsOnlyKeys("phone", "iin");
    assertThat(READING.disguised(h2, clients).get("phone")).contains("UNMASK");
    assertThat(READING.disguised(h2, clients).get("iin")).contains("encrypted");
    try (Statement statement = h2.createStatement()) {
      statement.execute("DROP ALIAS HAS_PERMS_BY_NAME");
      statement.execute(
          "CREATE ALIAS HAS_PERMS_BY_NAME AS 'int may(String of, String kind, String right) {"
              + " return 1; }'");
    }
    assertThat(READING.disguised(h2, clients)).containsOnlyKeys("iin");
  }

  /** As SQL Server describes a table in three partitions, with an index that is not its own. */
  private void catalogue() throws SQLException {
    try (Statement statement = h2.createStatement()) {
      statement.execute("CREATE SCHEMA sys");
      statement.execute("CREATE ALIAS DB_NAME AS 'String name() { return \"crm\"; }'");
      statement.execute("CREATE TABLE sys.schemas (schema_id INT, name VARCHAR(9))");
      statement.execute("CREATE TABLE sys.tables (object_id INT, schema_id INT, name VARCHAR(9))");
      statement.execute("CREATE TABLE sys.partitions (object_id INT, index_id INT, rows BIGINT)");
      statement.execute(
          "CREATE TABLE sys.columns (object_id INT, name VARCHAR(9), encryption_type INT,"
              + " is_masked INT)");
      statement.execute("INSERT INTO sys.schemas VALUES (1, 'dbo'), (2, 'old')");
      statement.execute("INSERT INTO sys.tables VALUES (1, 1, 'clients'), (2, 2, 'clients')");
      statement.execute(
          "INSERT INTO sys.partitions VALUES (1, 1, 500), (1, 1, 200), (1, 2, 700), (2, 0, 9)");
      statement.execute(
          "INSERT INTO sys.columns VALUES (1, 'id', NULL, 0), (1, 'phone', NULL, 1),"
              + " (1, 'iin', 1, 0), (2, 'old', 1, 1)");
    }
  }

  @Test
  void quotesNames() throws SQLException {
    assertThat(SQL_SERVER.quote(new TableName("dbo", "a]b.[c"))).isEqualTo("[dbo].[a]]b.[c]");
    assertThat(read(SQL_SERVER.quote("Аты жөні"), "[Аты жөні] NVARCHAR(9)", "N'x'"))
        .containsExactly("x");
  }

  @Test
  void comparesWithADayInTheTypeOfTheLowestRank() {
    ZoneId almaty = ZoneId.of("Asia/Almaty");
    LocalDate day = LocalDate.of(2026, 1, 15);
    assertThat(SQL_SERVER.startOfDay(ColumnKind.DATE, day, almaty))
        .isEqualTo("CAST('2026-01-15' AS date)");
    // Without signs between: with them, the language of the session decides what is the month.
    assertThat(SQL_SERVER.startOfDay(ColumnKind.TIMESTAMP, day, almaty))
        .isEqualTo("CAST('20260115' AS datetime)");
    assertThat(SQL_SERVER.startOfDay(ColumnKind.TIMESTAMP, LocalDate.of(1, 1, 1), almaty))
        .isEqualTo("CAST('0001-01-01' AS datetime2)");
    assertThat(SQL_SERVER.startOfDay(ColumnKind.INSTANT, day, almaty))
        .isEqualTo("CAST('2026-01-14 19:00:00 +00:00' AS datetimeoffset)");
  }

  @Test
  void writesKeysInOneFormWhateverTheSession() {
    assertThat(SQL_SERVER.keyText("[K]", column("int", ColumnKind.INTEGER, 10)))
        .isEqualTo("CAST([K] AS nvarchar(4000))" + BYTE_BY_BYTE);
    assertThat(SQL_SERVER.keyText("[K]", column("datetime2", ColumnKind.TIMESTAMP, 27)))
        .isEqualTo("CONVERT(nvarchar(4000), [K], 126)" + BYTE_BY_BYTE);
    assertThat(SQL_SERVER.keyText("[K]", column("datetimeoffset", ColumnKind.INSTANT, 34)))
        .isEqualTo("CONVERT(nvarchar(4000), SWITCHOFFSET([K], '+00:00'), 126)" + BYTE_BY_BYTE);
    assertThat(SQL_SERVER.keyText("[K]", column("varbinary", ColumnKind.OTHER, 16)))
        .isEqualTo("CONVERT(nvarchar(4000), [K], 2)" + BYTE_BY_BYTE);
    assertThat(SQL_SERVER.keyText("[K]", column("uniqueidentifier", ColumnKind.OTHER, 36)))
        .isEqualTo("CAST([K] AS nvarchar(4000))" + BYTE_BY_BYTE);
  }

  @Test
  void joinsTextsSoThatNullStaysNull() throws SQLException {
    assertThat(
            read(SQL_SERVER.concat(List.of("[a]", "'-'", "[a]")), "[a] VARCHAR(9)", "'x'", "NULL"))
        .containsExactly("x-x", null);
  }

  @Test
  void makesItsEvidenceTables() throws SQLException {
    List<String> ddl = SQL_SERVER.journalDdl("[dbo]");
    assertThat(ddl.get(0))
        .startsWith("CREATE TABLE [dbo].umyt_journal (")
        .contains("target NVARCHAR(300) COLLATE Latin1_General_BIN2 NOT NULL")
        .contains("PRIMARY KEY NONCLUSTERED (run, target, lane, chunk)");
    assertThat(ddl.get(1)).contains("PRIMARY KEY NONCLUSTERED (target, row_key)");
    try (Statement statement = h2.createStatement()) {
      statement.execute("CREATE SCHEMA [dbo]");
      for (String table : ddl) {
        // H2 has one order of letters for a whole database.
        statement.execute(table.replace(BYTE_BY_BYTE, "").replace(" NONCLUSTERED", ""));
      }
    }
  }

  @Test
  void keepsATemporaryTableToItself() {
    assertThat(
            SQL_SERVER.temporaryTable(
                SQL_SERVER.temporaryName("umyt_holds"), "SELECT 1 AS one WHERE 1 = 0"))
        .isEqualTo(
            "SELECT * INTO #umyt_holds FROM (SELECT 1 AS one WHERE 1 = 0"
                + " UNION ALL SELECT 1 AS one WHERE 1 = 0) umyt_t");
    assertThat(SQL_SERVER.dropTemporaryTable(SQL_SERVER.temporaryName("umyt_holds")))
        .isEqualTo("DROP TABLE IF EXISTS #umyt_holds");
  }

  @ParameterizedTest
  @CsvSource({
    "40001, 1205, true, true, false",
    "S0051, 1222, true, false, false",
    "S0005, 3960, true, true, false",
    "23000, 547, false, false, true",
    "S0001, 2628, false, false, true",
    "S0001, 50000, false, false, true",
    "S0005, 229, false, false, false",
  })
  void tellsFailuresApart(
      String state, int code, boolean isTransient, boolean endsTransaction, boolean isCausedByRow) {
    SQLException failure = new SQLException("", state, code);
    assertThat(SQL_SERVER.isTransient(failure)).isEqualTo(isTransient);
    assertThat(SQL_SERVER.endsTransaction(failure)).isEqualTo(endsTransaction);
    assertThat(SQL_SERVER.isCausedByRow(failure)).isEqualTo(isCausedByRow);
  }

  private List<String> read(String selected, String column, String... values) throws SQLException {
    List<String> read = new ArrayList<>();
    try (Statement statement = h2.createStatement()) {
      statement.execute("CREATE TABLE t (n INT, " + column + ")");
      for (int i = 0; i < values.length; i++) {
        statement.execute("INSERT INTO t VALUES (" + i + ", " + values[i] + ")");
      }
      try (ResultSet rows = statement.executeQuery("SELECT " + selected + " FROM t ORDER BY n")) {
        while (rows.next()) {
          read.add(rows.getString(1));
        }
      }
      statement.execute("DROP TABLE t");
    }
    return read;
  }

  @Test
  void locksByHintsAndDigestsTextsOfAnyLength() {
    assertThat(SQL_SERVER.locking("1", "[dbo].[T]", " WHERE a = 1"))
        .isEqualTo("SELECT 1 FROM [dbo].[T] WITH (UPDLOCK, ROWLOCK) WHERE a = 1");
    assertThat(SQL_SERVER.wholeText("[a]", column("nvarchar", ColumnKind.TEXT, 0)))
        .isEqualTo("CAST([a] AS nvarchar(max))" + BYTE_BY_BYTE);
    assertThat(SQL_SERVER.digest("t"))
        .isEqualTo("LOWER(CONVERT(nvarchar(64), HASHBYTES('SHA2_256', t), 2))");
    assertThat(SQL_SERVER.literal("Ұ'")).isEqualTo("N'Ұ'''");
    assertThat(SQL_SERVER.keyMark(column("datetime", ColumnKind.TIMESTAMP, 23)))
        .isEqualTo("CAST(? AS datetime)");
  }

  private static Column column(String type, ColumnKind kind, int length) {
    return new Column("C", type, kind, length, true, false, false);
  }
}
