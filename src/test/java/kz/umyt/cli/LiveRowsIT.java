package kz.umyt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import kz.umyt.cli.demo.Truth;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Row by row: what the demo's run took away is what was due, and nothing else was touched. */
class LiveRowsIT {

  private static final SampleHome BEFORE = SampleHome.built().home();
  private static final SampleHome AFTER = SampleHome.shown().home();
  private static final Truth TRUTH = SampleHome.built().truth();

  @BeforeAll
  static void demo() {
    SampleHome.shown().demo().endsWith(ExitCode.DONE);
  }

  @ParameterizedTest
  @CsvSource({
    "WEB_LOGINS,LOGGED_IN_AT,2024-01-14",
    "CALL_RECORDS,STARTED_AT,2024-01-14",
    "PAYMENTS,PAID_AT,2021-01-14"
  })
  void exactlyTheDueRowsAreGone(String table, String clock, String cutoff) throws SQLException {
    Map<Long, String> before = rows(BEFORE, table);
    Set<Long> due = due(table, clock, cutoff);
    assertThat(due).hasSize((int) TRUTH.target(table.toLowerCase(Locale.ROOT)).due());
    before.keySet().removeAll(due);
    assertThat(rows(AFTER, table).equals(before)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"SUBSCRIBERS,CONTRACT_END,2024-01-14", "TICKETS,CLOSED_AT,2025-01-14"})
  void onlyDueRowsAreChanged(String table, String clock, String cutoff) throws SQLException {
    Map<Long, String> before = rows(BEFORE, table);
    Map<Long, String> after = rows(AFTER, table);
    Set<Long> due = due(table, clock, cutoff);
    assertThat(due).hasSize((int) TRUTH.target(table.toLowerCase(Locale.ROOT)).due());
    assertThat(after.keySet()).isEqualTo(before.keySet());
    Set<Long> changed = new TreeSet<>();
    before.forEach(
        (id, row) -> {
          if (!row.equals(after.get(id))) {
            changed.add(id);
          }
        });
    assertThat(changed).isNotEmpty();
    if (table.equals("TICKETS")) {
      // Most complaints tell nothing about anybody and stay as they are.
      assertThat(due).containsAll(changed);
    } else {
      assertThat(changed).isEqualTo(due);
    }
    before.keySet().removeAll(due);
    after.keySet().removeAll(due);
    assertThat(after.equals(before)).isTrue();
  }

  @Test
  void tablesThatNoTargetNamesAreUntouched() throws SQLException {
    assertThat(rows(AFTER, "CONTRACTS").equals(rows(BEFORE, "CONTRACTS"))).isTrue();
  }

  @Test
  void nothingLeadsBackToAnAnonymizedSubscriber() throws SQLException {
    Set<Long> due = due("SUBSCRIBERS", "CONTRACT_END", "2024-01-14");
    ValueFinder values = new ValueFinder();
    List<List<String>> people =
        select(BEFORE, "SELECT ID, IIN, ID_CARD, EMAIL, PHONE FROM SUBSCRIBERS");
    int known = 0;
    for (List<String> person : people) {
      if (due.contains(Long.valueOf(person.get(0)))) {
        for (String value : person.subList(1, person.size())) {
          values.add(value);
          known += value.isEmpty() ? 0 : 1;
        }
      }
    }
    assertThat(known).isGreaterThan(3_000);
    assertThat(values.find(allOf(BEFORE).getBytes(StandardCharsets.UTF_8))).isNotEmpty();
    assertThat(values.find(allOf(AFTER).getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  @Test
  void anAnonymizedRowHoldsNoneOfItsOldValues() throws SQLException {
    Set<Long> due = due("SUBSCRIBERS", "CONTRACT_END", "2024-01-14");
    String columns = "ID, IIN, FULL_NAME, PHONE, EMAIL, ADDRESS, ID_CARD, BIRTH_DATE";
    Map<String, List<String>> after = new TreeMap<>();
    select(AFTER, "SELECT " + columns + " FROM SUBSCRIBERS")
        .forEach(row -> after.put(row.get(0), row));
    for (List<String> row : select(BEFORE, "SELECT " + columns + " FROM SUBSCRIBERS")) {
      if (!due.contains(Long.valueOf(row.get(0)))) {
        continue;
      }
      List<String> left = after.getOrDefault(row.get(0), List.of());
      String now = String.join("|", left);
      for (String value : row.subList(1, 7)) {
        assertThat(value.isEmpty() || !now.contains(value)).isTrue();
      }
      // The year stays, the day does not.
      assertThat(left.get(7)).isEqualTo(row.get(7).substring(0, 4) + "-01-01");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "clients-2019.csv,windows-1251,;,8,dd.MM.yyyy,2024-01-14",
    "clients-2020.csv,windows-1251,;,8,dd.MM.yyyy,2024-01-14",
    "call-center-2021.csv.gz,UTF-8,;,2,dd.MM.yyyy,2024-01-14"
  })
  void exactlyTheDueLinesAreGone(
      String file, String charset, char delimiter, int clock, String format, String cutoff)
      throws IOException {
    List<String> before = lines(BEFORE, file, charset);
    List<String> after = lines(AFTER, file, charset);
    List<String> gone = new ArrayList<>();
    int next = 0;
    for (String line : before) {
      if (next < after.size() && after.get(next).equals(line)) {
        next++;
      } else {
        gone.add(line);
      }
    }
    assertThat(next).as("lines that stay are as they were").isEqualTo(after.size());
    assertThat(gone).hasSize((int) TRUTH.part(file).due());
    for (String line : gone) {
      assertThat(isPast(cells(line, delimiter).get(clock), format, cutoff)).isTrue();
    }
    Set<String> left = new HashSet<>();
    after.forEach(line -> left.addAll(cells(line, delimiter)));
    if (file.startsWith("clients")) {
      for (String line : gone) {
        assertThat(left.contains(cells(line, delimiter).get(1))).isFalse();
      }
    }
  }

  @Test
  void readersOfTheNewsletterAreForgottenOnlyWhereTheyAreDue() throws IOException {
    List<String> before = lines(BEFORE, "newsletter.csv", "UTF-8");
    List<String> after = lines(AFTER, "newsletter.csv", "UTF-8");
    assertThat(after).hasSameSizeAs(before);
    int changed = 0;
    for (int i = 0; i < before.size(); i++) {
      if (before.get(i).equals(after.get(i))) {
        continue;
      }
      changed++;
      List<String> old = cells(before.get(i), ',');
      assertThat(isPast(old.get(3), "yyyy-MM-dd", "2025-01-14")).isTrue();
      for (String value : old.subList(0, 3)) {
        assertThat(value.isEmpty() || !after.get(i).contains(value)).isTrue();
      }
      assertThat(cells(after.get(i), ',').subList(3, 5)).isEqualTo(old.subList(3, 5));
    }
    assertThat(changed).isEqualTo((int) TRUTH.part("newsletter.csv").due());
  }

  private static boolean isPast(String day, String format, String cutoff) {
    try {
      LocalDate date = LocalDate.parse(day, DateTimeFormatter.ofPattern(format, Locale.ROOT));
      return !date.isAfter(LocalDate.parse(cutoff))
          && date.getYear() > 1900
          && !date.equals(LocalDate.EPOCH);
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** By the rules of the policy, told a second time in SQL. */
  private static Set<Long> due(String table, String clock, String cutoff) throws SQLException {
    boolean child = !table.equals("SUBSCRIBERS");
    String active =
        " AND S.IIN NOT IN (SELECT SUBJECT FROM CSVREAD('"
            + BEFORE.folder().resolve("demo").resolve("registers")
            + "/%s.csv') WHERE \"FROM\" <= '2026-01-15'"
            + " AND (\"TO\" IS NULL OR \"TO\" >= '2026-01-15'))";
    String day = "CAST(T." + clock + " AS DATE)";
    String sql =
        "SELECT T.ID FROM "
            + table
            + " T JOIN SUBSCRIBERS S ON S.ID = T."
            + (child ? "SUBSCRIBER_ID" : "ID")
            + " WHERE "
            + day
            + " > DATE '1900-01-01' AND "
            + day
            + " <> DATE '1970-01-01' AND "
            + day
            + " <= DATE '"
            + cutoff
            + "'"
            + (child ? "" : " AND COALESCE(S.BALANCE, 0) >= 0")
            + active.formatted("holds")
            + active.formatted("blocks");
    Set<Long> ids = new TreeSet<>();
    select(BEFORE, sql).forEach(row -> ids.add(Long.valueOf(row.get(0))));
    return ids;
  }

  private static Map<Long, String> rows(SampleHome home, String table) throws SQLException {
    Map<Long, String> rows = new LinkedHashMap<>();
    select(home, "SELECT * FROM " + table + " ORDER BY ID")
        .forEach(row -> rows.put(Long.valueOf(row.get(0)), String.join("|", row)));
    return rows;
  }

  /** Every cell of every table, also of those that the tool made. */
  private static String allOf(SampleHome home) throws SQLException {
    StringBuilder all = new StringBuilder();
    for (List<String> table :
        select(
            home,
            "SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = 'PUBLIC'")) {
      select(home, "SELECT * FROM \"" + table.get(0) + "\"")
          .forEach(row -> all.append(String.join("|", row)).append('\n'));
    }
    return all.toString();
  }

  private static List<List<String>> select(SampleHome home, String sql) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    try (Connection connection = home.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET TIME ZONE 'Asia/Almaty'");
      try (ResultSet found = statement.executeQuery(sql)) {
        int columns = found.getMetaData().getColumnCount();
        while (found.next()) {
          List<String> row = new ArrayList<>();
          for (int i = 1; i <= columns; i++) {
            String cell = found.getString(i);
            row.add(cell == null ? "" : cell);
          }
          rows.add(row);
        }
      }
    }
    return rows;
  }

  private static List<String> lines(SampleHome home, String file, String charset)
      throws IOException {
    Path path = home.exports().resolve(file);
    byte[] stored = Files.readAllBytes(path);
    try (InputStream in =
        file.endsWith(".gz")
            ? new GZIPInputStream(new ByteArrayInputStream(stored))
            : new ByteArrayInputStream(stored)) {
      return new String(in.readAllBytes(), Charset.forName(charset)).lines().toList();
    }
  }

  private static List<String> cells(String line, char delimiter) {
    try (CSVParser parser =
        CSVParser.parse(line, CSVFormat.DEFAULT.builder().setDelimiter(delimiter).get())) {
      return parser.getRecords().get(0).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
