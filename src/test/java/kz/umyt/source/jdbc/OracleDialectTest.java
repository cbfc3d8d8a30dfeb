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
import java.util.Map;
import kz.umyt.source.Column;
import kz.umyt.source.ColumnKind;
import kz.umyt.source.TableName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said to Oracle; as far as H2 understands it too, by saying it. */
class OracleDialectTest {

  private static final OracleDialect ORACLE = new OracleDialect();
  private static final TableReading READING = ORACLE.reading();
  private static final int MOST = 100;

  private Connection h2;

  @BeforeEach
  void connect() throws SQLException {
    h2 = DriverManager.getConnection("jdbc:h2:mem:;MODE=Oracle");
  }

  @AfterEach
  void close() throws SQLException {
    h2.close();
  }

  @ParameterizedTest
  @CsvSource({
    "VARCHAR2, 12, 40, 0, TEXT, 40",
    "NVARCHAR2, -9, 40, 0, TEXT, 40",
    "CHAR, 1, 12, 0, TEXT, 12",
    "CLOB, 2005, 4000, 0, TEXT, 0",
    "NCLOB, 2011, 4000, 0, TEXT, 0",
    "LONG, -1, 0, 0, TEXT, 0",
    "NUMBER, 3, 12, 0, INTEGER, 12",
    "NUMBER, 3, 12, 2, DECIMAL, 12",
    "NUMBER, 2, 0, -127, DECIMAL, 1",
    "NUMBER, 2, 38, 0, DECIMAL, 38",
    "FLOAT, 6, 126, -127, OTHER, 126",
    "BINARY_DOUBLE, 101, 8, 0, OTHER, 8",
    "DATE, 93, 7, 0, TIMESTAMP, 7",
    "TIMESTAMP(6), 93, 11, 6, TIMESTAMP, 11",
    "TIMESTAMP(6) WITH TIME ZONE, -101, 13, 6, INSTANT, 13",
    "TIMESTAMP(6) WITH LOCAL TIME ZONE, -102, 11, 6, INSTANT, 11",
    "INTERVAL DAY(2) TO SECOND(6), -104, 11, 0, OTHER, 11",
    "RAW, -3, 16, 0, OTHER, 16",
    "BLOB, 2004, 4000, 0, OTHER, 0",
    "XMLTYPE, 2009, 2000, 0, OTHER, 0",
    "HR.ADDRESS_T, 2002, 1, 0, OTHER, 0",
  })
  void knowsWhatATypeHolds(
      String type, int jdbcType, int size, int scale, ColumnKind kind, int length) {
    assertThat(ORACLE.kind(jdbcType, type, size, scale)).isEqualTo(kind);
    assertThat(ORACLE.length(type, size)).isEqualTo(length);
  }

  @Test
  void readsADateWithoutATimeOfDayAsADay() throws SQLException {
    Column born = column("DATE", ColumnKind.TIMESTAMP, 7);
    assertThat(
            read(
                READING.selected(born, "\"Born\"", MOST),
                "\"Born\" TIMESTAMP(0)",
                "TIMESTAMP '1990-05-01 00:00:00'",
                "TIMESTAMP '2020-12-31 23:59:58'",
                "NULL"))
        .containsExactly("1990-05-01", "2020-12-31 23:59:58", null);
  }

  @Test
  void readsMomentsInOneFormWhateverTheSession() throws SQLException {
    assertThat(
            read(
                READING.selected(column("TIMESTAMP(6)", ColumnKind.TIMESTAMP, 11), "\"At\"", MOST),
                "\"At\" TIMESTAMP(6)",
                "TIMESTAMP '2020-12-31 23:59:58.123456'"))
        .containsExactly("2020-12-31 23:59:58.123456");
    assertThat(
            READING.selected(
                column("TIMESTAMP(6) WITH TIME ZONE", ColumnKind.INSTANT, 13), "\"At\"", MOST))
        .isEqualTo("LTRIM(TO_CHAR(\"At\", 'SYYYY-MM-DD HH24:MI:SS.FF6 TZH:TZM'))");
  }

  @Test
  void readsTextsAndNumbersAsTheyAre() {
    assertThat(READING.selected(column("VARCHAR2", ColumnKind.TEXT, 40), "\"C\"", MOST))
        .isEqualTo("\"C\"");
    // A stream needs no limit, and none that the engine can set is long enough.
    assertThat(READING.selected(column("CLOB", ColumnKind.TEXT, 0), "\"C\"", MOST))
        .isEqualTo("\"C\"");
    assertThat(READING.streamsLongValues()).isTrue();
    assertThat(READING.selected(column("NUMBER", ColumnKind.DECIMAL, 1), "\"C\"", MOST))
        .isEqualTo("\"C\"");
    assertThat(READING.selected(column("RAW", ColumnKind.OTHER, 16), "\"C\"", MOST))
        .isEqualTo("\"C\"");
  }

  @Test
  void makesATextOfWhatTheDriverCannotRead() {
    assertThat(READING.selected(column("XMLTYPE", ColumnKind.OTHER, 0), "\"C\"", MOST))
        .isEqualTo(
            "CASE WHEN \"C\" IS NOT NULL THEN"
                + " SUBSTR(XMLSERIALIZE(CONTENT \"C\" AS CLOB), 1, 101) END");
    assertThat(READING.selected(column("HR.ADDRESS_T", ColumnKind.OTHER, 0), "\"C\"", MOST))
        .isEqualTo(
            "CASE WHEN \"C\" IS NOT NULL THEN"
                + " SUBSTR(XMLSERIALIZE(CONTENT XMLTYPE(\"C\") AS CLOB), 1, 101) END");
  }

  @Test
  void readsInATransactionThatOnlyReads() throws SQLException {
    assertThat(SaidToServer.beforeReading(READING, 0)).containsExactly("SET TRANSACTION READ ONLY");
    // The engine has no time-out for statements, so the driver must keep to it.
    assertThat(READING.stopsByItself()).isFalse();
  }

  @Test
  void drawsRowsWithASeed() {
    assertThat(READING.sampled("\"T\"", new CellQuery.Sample(0.0125, 7)))
        .isEqualTo("\"T\" SAMPLE (1.250000) SEED (7)");
    assertThat(READING.sampled("\"T\"", new CellQuery.Sample(1e-12, 7)))
        .isEqualTo("\"T\" SAMPLE (0.000001) SEED (7)");
    assertThat(READING.sampled("\"T\"", new CellQuery.Sample(0.99999999999, 7)))
        .isEqualTo("\"T\" SAMPLE (99.999999) SEED (7)");
  }

  @Test
  void asksTheCatalogueHowManyRowsThereAre() throws SQLException {
    try (Statement statement = h2.createStatement()) {
      statement.execute(
          "CREATE TABLE all_tables (owner VARCHAR2(9), table_name VARCHAR2(9),"
              + " num_rows NUMBER(12), iot_type VARCHAR2(12), iot_name VARCHAR2(9))");
      statement.execute(
          "CREATE TABLE all_tab_modifications (table_owner VARCHAR2(9), table_name VARCHAR2(9),"
              + " partition_name VARCHAR2(9), inserts NUMBER(12), deletes NUMBER(12))");
      statement.execute(
          "INSERT INTO all_tables VALUES ('HR', 'STILL', 500, NULL, NULL),"
              + " ('HR', 'GROWN', 500, NULL, NULL), ('HR', 'UNKNOWN', NULL, 'IOT', NULL),"
              + " ('HR', 'REST', NULL, 'IOT_OVERFLOW', 'UNKNOWN')");
      statement.execute(
          "INSERT INTO all_tab_modifications VALUES ('HR', 'GROWN', NULL, 300, 100),"
              + " ('HR', 'GROWN', 'P1', 300, 100)");
    }
    assertThat(READING.estimatedRows(h2, new TableName("HR", "STILL"))).hasValue(500);
    assertThat(READING.estimatedRows(h2, new TableName("HR", "GROWN"))).hasValue(700);
    assertThat(READING.estimatedRows(h2, new TableName("HR", "UNKNOWN"))).isEmpty();
    assertThat(READING.estimatedRows(h2, new TableName("HR", "NONE"))).isEmpty();
    assertThat(READING.partitions(h2))
        .isEqualTo(Map.of(new TableName("HR", "REST"), new TableName("HR", "UNKNOWN")));
  }

  @Test
  void comparesWithADayInAWayThatKeepsTheIndex() throws SQLException {
    ZoneId almaty = ZoneId.of("Asia/Almaty");
    LocalDate day = LocalDate.of(2026, 1, 15);
    String midnight = ORACLE.startOfDay(ColumnKind.TIMESTAMP, day, almaty);
    assertThat(midnight).isEqualTo("DATE '2026-01-15'");
    assertThat(
            read(
                "CASE WHEN \"At\" < " + midnight + " THEN 'before' ELSE 'from' END",
                "\"At\" TIMESTAMP(0)",
                "TIMESTAMP '2026-01-14 23:59:59'",
                "TIMESTAMP '2026-01-15 00:00:00'"))
        .containsExactly("before", "from");
    assertThat(ORACLE.startOfDay(ColumnKind.INSTANT, day, almaty))
        .isEqualTo("TIMESTAMP '2026-01-14 19:00:00 +00:00'");
  }

  @Test
  void writesKeysInOneFormWhateverTheSession() throws SQLException {
    assertThat(
            read(
                ORACLE.keyText("\"K\"", column("NUMBER", ColumnKind.INTEGER, 12)),
                "\"K\" NUMBER(12)",
                "1200000"))
        .containsExactly("1200000");
    assertThat(
            read(
                ORACLE.keyText("\"K\"", column("RAW", ColumnKind.OTHER, 4)),
                "\"K\" RAW(4)",
                "X'00ff10'"))
        .singleElement()
        .asString()
        .isEqualToIgnoringCase("00FF10");
    assertThat(ORACLE.keyText("\"K\"", column("DATE", ColumnKind.TIMESTAMP, 7)))
        .isEqualTo("TO_CHAR(\"K\", 'SYYYY-MM-DD HH24:MI:SS')");
    assertThat(ORACLE.keyText("\"K\"", column("TIMESTAMP(3)", ColumnKind.TIMESTAMP, 11)))
        .isEqualTo("TO_CHAR(\"K\", 'SYYYY-MM-DD HH24:MI:SS.FF9')");
  }

  @Test
  void makesItsEvidenceTables() throws SQLException {
    try (Statement statement = h2.createStatement()) {
      for (String ddl : ORACLE.journalDdl("PUBLIC")) {
        assertThat(ddl).doesNotContain("BIGINT");
        assertThat(ddl.startsWith("CREATE INDEX") || ddl.contains(" CHAR) NOT NULL")).isTrue();
        statement.execute(ddl);
      }
      assertThat(
              statement.executeUpdate(
                  "INSERT INTO umyt_journal (run, target, lane, chunk, action, changed, range_from,"
                      + " range_to, digest, written) VALUES ('r', 't', 0, 1, 'destroy', 9000000000,"
                      + " NULL, '9', 'd', TIMESTAMP '2026-01-15 00:00:00')"))
          .isEqualTo(1);
    }
  }

  @Test
  void keepsATemporaryTableToItself() {
    assertThat(
            ORACLE.temporaryTable(
                ORACLE.temporaryName("umyt_holds"), "SELECT 1 AS one FROM dual WHERE 1 = 0"))
        .isEqualTo(
            "CREATE PRIVATE TEMPORARY TABLE ora$ptt_umyt_holds ON COMMIT PRESERVE DEFINITION"
                + " AS SELECT 1 AS one FROM dual WHERE 1 = 0");
    assertThat(ORACLE.dropTemporaryTable(ORACLE.temporaryName("umyt_holds")))
        .contains("DROP TABLE ora$ptt_umyt_holds")
        .contains("SQLCODE <> -942");
  }

  @ParameterizedTest
  @CsvSource({
    "61000, 60, true, false",
    "61000, 54, true, false",
    "72000, 8177, true, false",
    "72000, 30006, true, false",
    "72000, 12899, false, true",
    "23000, 2292, false, true",
    "72000, 20001, false, true",
    "72000, 21000, false, false",
    "42000, 942, false, false",
  })
  void tellsFailuresApart(String state, int code, boolean isTransient, boolean isCausedByRow) {
    SQLException failure = new SQLException("", state, code);
    assertThat(ORACLE.isTransient(failure)).isEqualTo(isTransient);
    assertThat(ORACLE.isCausedByRow(failure)).isEqualTo(isCausedByRow);
    assertThat(ORACLE.endsTransaction(failure)).isFalse();
  }

  @Test
  void asksConditionsWithoutValuesOfThem() {
    assertThat(ORACLE.is("a < 0", Expressions.Truth.UNKNOWN))
        .isEqualTo("CASE WHEN (\na < 0\n) THEN 1 WHEN NOT (\na < 0\n) THEN 1 ELSE 0 END = 0");
    assertThat(ORACLE.locking("1", "\"S\".\"T\"", " WHERE a = 1"))
        .isEqualTo("SELECT 1 FROM \"S\".\"T\" WHERE a = 1 FOR UPDATE WAIT 5");
  }

  @Test
  void digestsTextByTextSinceJoinedTheyMayBeTooLong() {
    assertThat(ORACLE.digest(List.of("a", "b")))
        .isEqualTo(
            "LOWER(RAWTOHEX(STANDARD_HASH(COALESCE(LOWER(RAWTOHEX(STANDARD_HASH(a, 'SHA256'))),"
                + " '-') || COALESCE(LOWER(RAWTOHEX(STANDARD_HASH(b, 'SHA256'))), '-'),"
                + " 'SHA256')))");
    assertThat(ORACLE.hasDigest(column("VARCHAR2", ColumnKind.TEXT, 4000))).isTrue();
    assertThat(ORACLE.hasDigest(column("NCLOB", ColumnKind.TEXT, 0))).isFalse();
    assertThat(ORACLE.hasDigest(column("XMLTYPE", ColumnKind.OTHER, 0))).isFalse();
  }

  private List<String> read(String selected, String column, String... values) throws SQLException {
    List<String> read = new ArrayList<>();
    try (Statement statement = h2.createStatement()) {
      statement.execute("CREATE TABLE t (n NUMBER(5), " + column + ")");
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

  private static Column column(String type, ColumnKind kind, int length) {
    return new Column("C", type, kind, length, true, false, false);
  }
}
