package kz.umyt.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts everything a second time, by SQL over the loaded database and from the written files. */
class TruthTest {
  private static final String ACTIVE =
      " SELECT SUBJECT FROM CSVREAD('%s') WHERE \"FROM\" <= '2026-01-15'"
          + " AND (\"TO\" IS NULL OR \"TO\" >= '2026-01-15')";

  private static Connection crm;

  @BeforeAll
  static void load() throws SQLException {
    assertThat(Generated.TRUTH.targets()).hasSize(8);
    crm = DriverManager.getConnection("jdbc:h2:mem:sample-company");
    try (Statement statement = crm.createStatement()) {
      // H2 gives a moment the day of the session's zone, whatever AT TIME ZONE says.
      statement.execute("SET TIME ZONE 'Asia/Almaty'");
      statement.execute(
          "RUNSCRIPT FROM '" + Generated.FOLDER.resolve("crm.sql") + "' CHARSET 'UTF-8'");
      statement.execute("CREATE TABLE HELD AS" + ACTIVE.formatted(register("holds")));
      statement.execute("CREATE TABLE BLOCKED AS" + ACTIVE.formatted(register("blocks")));
      statement.execute(
          "CREATE TABLE GONE AS SELECT * FROM CSVREAD('" + register("withdrawals") + "')");
    }
  }

  @AfterAll
  static void close() throws SQLException {
    crm.close();
  }

  @ParameterizedTest
  @CsvSource({
    "subscribers,CONTRACT_END,2024-01-14,kept",
    "web_logins,CAST(LOGGED_IN_AT AS DATE),2024-01-14,undecidable",
    "call_records,CAST(STARTED_AT AS DATE),2024-01-14,undecidable",
    "payments,CAST(PAID_AT AS DATE),2021-01-14,undecidable",
    "tickets,CAST(CLOSED_AT AS DATE),2025-01-14,kept"
  })
  void tablesAgree(String table, String day, String cutoff, String empty) throws SQLException {
    boolean child = !table.equals("subscribers");
    String from = child ? table + " T JOIN SUBSCRIBERS S ON S.ID = T.SUBSCRIBER_ID" : table + " S";
    assertThat(count(from, day, cutoff, empty, child ? "FALSE" : "S.BALANCE < 0"))
        .isEqualTo(expected(Generated.TRUTH.target(table)));
    try (Statement statement = crm.createStatement();
        ResultSet days =
            statement.executeQuery(
                "SELECT MIN(D), MAX(D) FROM (SELECT %s AS D, S.IIN, %s AS OWES FROM %s) WHERE D > DATE '1900-01-01' AND D <> DATE '1970-01-01' AND D <= DATE '%s' AND OWES IS NOT TRUE AND IIN NOT IN (TABLE HELD) AND IIN NOT IN (TABLE BLOCKED)"
                    .formatted(day, child ? "FALSE" : "BALANCE < 0", from, cutoff))) {
      days.next();
      assertThat(days.getString(1))
          .isEqualTo(Generated.TRUTH.target(table).oldest().orElseThrow().toString());
      assertThat(days.getString(2))
          .isEqualTo(cutoff)
          .isEqualTo(Generated.TRUTH.target(table).newest().orElseThrow().toString());
    }
  }

  @Test
  void withdrawalsAgree() throws SQLException {
    assertThat(
            count(
                "SUBSCRIBERS S LEFT JOIN GONE G ON G.SUBJECT = S.IIN",
                "CAST(G.DATE AS DATE)",
                "2026-01-14",
                "kept",
                "S.BALANCE < 0"))
        .isEqualTo(expected(Generated.TRUTH.withdrawn()));
  }

  @ParameterizedTest
  @CsvSource({
    "clients-2019.csv,;,windows-1251,Дата расторжения,ИИН,2024-01-14,kept",
    "clients-2020.csv,;,windows-1251,Дата расторжения,ИИН,2024-01-14,kept",
    "newsletter.csv,',',UTF-8,subscribed_on,,2025-01-14,undecidable",
    "call-center-2021.csv.gz,;,UTF-8,called_at,iin,2024-01-14,undecidable"
  })
  void filesAgree(
      String file,
      char delimiter,
      String charset,
      String clock,
      String subject,
      String cutoff,
      String empty)
      throws IOException, SQLException {
    byte[] bytes = Generated.content(Generated.FOLDER.resolve("exports").resolve(file));
    Map<String, Long> counts = new TreeMap<>();
    try (Reader reader =
            new InputStreamReader(new ByteArrayInputStream(bytes), Charset.forName(charset));
        CSVParser rows =
            CSVParser.parse(
                reader,
                CSVFormat.DEFAULT
                    .builder()
                    .setDelimiter(delimiter)
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get())) {
      for (CSVRecord row : rows) {
        String iin = subject == null ? "" : row.get(subject);
        counts.merge(
            standing(
                iso(row.get(clock)), cutoff, empty, inTable("HELD", iin), inTable("BLOCKED", iin)),
            1L,
            Long::sum);
      }
    }
    assertThat(counts).isEqualTo(expected(Generated.TRUTH.part(file)));
  }

  @Test
  void peopleAreWhatTheirNumbersSay() throws SQLException {
    assertThat(
            number(
                "SELECT COUNT(*) FROM SUBSCRIBERS WHERE SUBSTRING(IIN, 1, 6) <> FORMATDATETIME(BIRTH_DATE, 'yyMMdd')"
                    + " OR SUBSTRING(IIN, 7, 1) <> CASE WHEN BIRTH_DATE < DATE '2000-01-01' THEN DECODE(SEX, 'M', '3', '4') ELSE DECODE(SEX, 'M', '5', '6') END"))
        .isZero();
    assertThat(
            number(
                "SELECT COUNT(*) FROM SUBSCRIBERS WHERE FULL_NAME LIKE '%қызы' AND SEX = 'M' OR (FULL_NAME LIKE '%ович' OR FULL_NAME LIKE '%ұлы') AND SEX = 'F'"))
        .isZero();
    assertThat(number("SELECT COUNT(DISTINCT IIN) FROM SUBSCRIBERS")).isEqualTo(5200);
  }

  @Test
  void contractsAgreeWithTheSubscriber() throws SQLException {
    assertThat(
            number(
                "SELECT COUNT(*) FROM (SELECT S.CONTRACT_END AS E, CASE WHEN COUNT(*) = COUNT(C.ENDED_ON) THEN MAX(C.ENDED_ON) END AS L"
                    + " FROM SUBSCRIBERS S JOIN CONTRACTS C ON C.SUBSCRIBER_ID = S.ID GROUP BY S.ID, S.CONTRACT_END) WHERE E IS DISTINCT FROM L"))
        .isZero();
    assertThat(number("SELECT COUNT(DISTINCT SUBSCRIBER_ID) FROM CONTRACTS")).isEqualTo(5200);
    assertThat(number("SELECT COUNT(*) FROM CONTRACTS")).isBetween(6500L, 7000L);
  }

  @Test
  void onlyTheTextsThatTruthKnowsTellSomething() throws SQLException {
    assertThat(telling("TICKETS", "BODY")).isEqualTo(200);
    assertThat(telling("SUBSCRIBERS", "NOTES")).isEqualTo(60);
    assertThat(number("SELECT COUNT(NOTES) FROM SUBSCRIBERS")).isEqualTo(1200);
    assertThat(number("SELECT COUNT(*) FROM PAYMENTS WHERE CARD_NUMBER NOT LIKE '%*%'"))
        .isEqualTo(480);
  }

  @Test
  void visitsAreTheMomentsThatAreSome() throws SQLException {
    long visits =
        number(
            "SELECT COUNT(*) FROM WEB_LOGINS WHERE LOGGED_IN_AT > TIMESTAMP '1970-01-01 00:00:00'"
                + " AND LOGGED_IN_AT < TIMESTAMP '9999-01-01 00:00:00'");
    assertThat(Generated.TRUTH.columns())
        .filteredOn(column -> column.column().equals("LOGGED_IN_AT"))
        .singleElement()
        .satisfies(
            column -> {
              assertThat(column.entity()).contains(Entity.ACCESS_TIME);
              assertThat(column.cells()).containsOnly(entry(Entity.ACCESS_TIME, visits));
            });
  }

  private static long telling(String table, String column) throws SQLException {
    return number(
        "SELECT COUNT(*) FROM %s WHERE %s LIKE '%%@%%' OR LENGTH(REGEXP_REPLACE(%s, '[^0-9]', '')) >= 10"
            .formatted(table, column, column));
  }

  private static Map<String, Long> count(
      String from, String day, String cutoff, String empty, String owes) throws SQLException {
    Map<String, Long> counts = new TreeMap<>();
    String sql =
        "SELECT CASE WHEN D IS NULL THEN '%s'".formatted(empty)
            + " WHEN D <= DATE '1900-01-01' OR D = DATE '1970-01-01' OR D >= DATE '9999-01-01'"
            + (empty.equals("undecidable") ? " OR D > DATE '2026-01-15'" : "")
            + " THEN 'undecidable' WHEN D > DATE '%s' THEN 'kept'".formatted(cutoff)
            + " WHEN IIN IN (TABLE HELD) THEN 'held'"
            + " WHEN IIN IN (TABLE BLOCKED) THEN 'blocked' WHEN OWES THEN 'held' ELSE 'due' END AS STANDING, COUNT(*)"
            + " FROM (SELECT %s AS D, S.IIN, %s AS OWES FROM %s) GROUP BY STANDING"
                .formatted(day, owes, from);
    try (Statement statement = crm.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        counts.put(rows.getString(1), rows.getLong(2));
      }
    }
    return counts;
  }

  /** The same rules over texts: ISO dates sort as texts. */
  private static String standing(
      String day, String cutoff, String empty, boolean held, boolean blocked) {
    if (day.isEmpty()) {
      return empty;
    }
    boolean real = !day.startsWith("0000") && !day.startsWith("2024-13");
    boolean ahead = empty.equals("undecidable") && day.compareTo("2026-01-15") > 0;
    if (!real
        || ahead
        || day.compareTo("1900-01-01") <= 0
        || day.equals("1970-01-01")
        || day.startsWith("9999")) {
      return "undecidable";
    }
    if (day.compareTo(cutoff) > 0) {
      return "kept";
    }
    return held ? "held" : blocked ? "blocked" : "due";
  }

  private static String iso(String day) {
    return day.length() == 10 && day.charAt(2) == '.'
        ? day.substring(6) + "-" + day.substring(3, 5) + "-" + day.substring(0, 2)
        : day;
  }

  private static Map<String, Long> expected(Truth.Counts counts) {
    assertThat(
            counts.due() + counts.held() + counts.blocked() + counts.undecidable() + counts.kept())
        .isEqualTo(counts.inScope());
    Map<String, Long> expected = new TreeMap<>();
    expected.put("due", counts.due());
    expected.put("held", counts.held());
    expected.put("blocked", counts.blocked());
    expected.put("undecidable", counts.undecidable());
    expected.put("kept", counts.kept());
    expected.values().removeIf(count -> count == 0);
    return expected;
  }

  private static boolean inTable(String table, String iin) throws SQLException {
    return number("SELECT COUNT(*) FROM %s WHERE SUBJECT = '%s'".formatted(table, iin)) > 0;
  }

  private static long number(String sql) throws SQLException {
    try (Statement statement = crm.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static Path register(String name) {
    return Generated.FOLDER.resolve("registers").resolve(name + ".csv");
  }
}
