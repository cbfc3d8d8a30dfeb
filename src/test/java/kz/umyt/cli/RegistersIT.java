package kz.umyt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lists that people keep: holds of records and tables, withdrawals for one purpose. */
class RegistersIT {

  private static final UmytProcess UMYT = new UmytProcess();
  private static final String HOLDS = "subject,table,key,authority,from\n";

  @TempDir private Path temp;

  @BeforeEach
  void company() throws IOException, SQLException {
    SampleHome.copy(Path.of("config/recognizers"), temp.resolve("config/recognizers"));
    SampleHome.copy(Path.of("config/policies"), temp.resolve("config/policies"));
    Files.copy(Path.of("config/holidays-kz.yaml"), temp.resolve("config/holidays-kz.yaml"));
    Files.createDirectories(temp.resolve("files"));
    Files.writeString(
        temp.resolve("config/sources.yaml"),
        "sources:\n  crm: {jdbc: \""
            + url()
            + "\", user: sa}\n  files: {csv: \""
            + temp.resolve("files")
            + "\"}\n");
    sql(
        "CREATE TABLE CLIENTS (ID INT PRIMARY KEY, IIN VARCHAR(12), ENDED DATE, PAID DATE,"
            + " NOTE VARCHAR(9) DEFAULT 'x')",
        "CREATE TABLE LINES (BILL VARCHAR(9), NO INT, IIN VARCHAR(12), ENDED DATE,"
            + " PRIMARY KEY (BILL, NO))");
    for (int id = 1; id <= 6; id++) {
      sql(
          "INSERT INTO CLIENTS (ID, IIN, ENDED) VALUES ("
              + id
              + ", 'P"
              + id
              + "', DATE '2019-01-0"
              + id
              + "')",
          "INSERT INTO LINES VALUES ('B,1', " + id + ", 'P" + id + "', DATE '2019-01-01')");
    }
    Files.writeString(temp.resolve("files/old.csv"), "iin;ended\nP1;01.01.2019\nP2;01.01.2019\n");
    Files.writeString(temp.resolve("files/new.csv"), "iin;ended\nP1;01.01.2019\nP2;01.01.2019\n");
    register("holds", HOLDS);
    register("withdrawals", "subject,date,purpose\n");
  }

  private String url() {
    return "jdbc:h2:file:" + temp.resolve("crm");
  }

  private void register(String name, String text) throws IOException {
    Files.writeString(temp.resolve(name + ".csv"), text);
  }

  private void sql(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url(), "sa", "");
        Statement at = connection.createStatement()) {
      for (String statement : statements) {
        at.execute(statement);
      }
    }
  }

  private List<Integer> ids(String select) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url(), "sa", "");
        Statement at = connection.createStatement();
        ResultSet rows = at.executeQuery(select)) {
      List<Integer> ids = new ArrayList<>();
      while (rows.next()) {
        ids.add(rows.getInt(1));
      }
      return ids;
    }
  }

  private Path job(String targets) throws IOException {
    return Files.writeString(
        temp.resolve("job.yaml"),
        """
        job: night
        policy: kar-tel
        confirm: {subscriber: "P2Y, decided by the officer"}
        limits: {max-share: 100%}
        registers: {holds: holds.csv, withdrawals: withdrawals.csv}
        targets:
        """
            + targets);
  }

  private static String target(String place, String clock, String more) {
    return "  - {source: "
        + (place.startsWith("file") ? "files" : "crm")
        + ", "
        + place
        + ", subject: iin, "
        + clock
        + ", action: destroy"
        + more
        + "}\n";
  }

  private static final String ENDED = "retention: subscriber, clock: ended";
  private static final String ENDED_IN_FILE =
      "retention: subscriber, clock: {column: ended, format: dd.MM.yyyy}";
  private static final String WITHDRAWN = "retention: withdrawn, clock: {register: withdrawals}";

  private UmytProcess.Ended umyt(Object... arguments) {
    return UMYT.run(
        Stream.concat(
                Stream.of(arguments),
                Stream.of("--config", temp.resolve("config"), "--home", temp.resolve("home")))
            .toArray());
  }

  @Test
  void aHoldKeepsOneRecordAWholeTableOrAWholeFile() throws IOException, SQLException {
    register(
        "holds",
        HOLDS
            + "P1,,,court,2020-01-01\n"
            + ",clients,03,court,2020-01-01\n"
            + ",clients,77,court,2020-01-01\n"
            + ",public.lines,\"B\\,1,5\",court,2020-01-01\n"
            + ",old.csv,,court,2020-01-01\n"
            + ",invioces,,court,2020-01-01\n");
    Path job =
        job(
            target("table: clients", ENDED, "")
                + target("table: lines", ENDED, "")
                + target("file: \"*.csv\"", ENDED_IN_FILE, ""));

    assertThat(umyt("plan", job).endsWith(ExitCode.DONE).out())
        .contains("holds.csv:7:1: 'table' names no table or file of this job's targets")
        .contains(
            "1 line(s) of the register of holds name rows by keys that the table does not have")
        .doesNotContain("invioces");
    umyt("run", job).endsWith(ExitCode.DONE);

    assertThat(ids("SELECT ID FROM CLIENTS ORDER BY ID")).containsExactly(1, 3);
    assertThat(ids("SELECT NO FROM LINES ORDER BY NO")).containsExactly(1, 5);
    assertThat(temp.resolve("files/old.csv")).content().contains("P1", "P2");
    assertThat(temp.resolve("files/new.csv")).content().contains("P1").doesNotContain("P2");

    register("holds", HOLDS + ",clients,,court,2020-01-01\n");
    JsonNode plan = json(umyt("plan", job, "--json").endsWith(ExitCode.DONE));
    assertThat(plan.at("/targets/0/heldBy/register").asInt()).isEqualTo(2);
  }

  @Test
  void aHoldOrABlockOfARecordKeepsTheRowsItsClockIsReadFrom() throws IOException, SQLException {
    sql(
        "CREATE TABLE CONTRACTS (ID INT PRIMARY KEY, CLIENT INT REFERENCES CLIENTS, ENDED DATE,"
            + " WHO VARCHAR(9))",
        "INSERT INTO CONTRACTS SELECT 10 * ID, ID, DATE '2019-01-01', 'x' FROM CLIENTS");
    register("holds", HOLDS + ",clients,2,court,2020-01-01\nP3,,,court,2020-01-01\n");
    register("blocks", "subject,from\nP5,2020-01-01\n");
    String targets =
        "  - {source: crm, table: clients, subject: iin, retention: subscriber, clock: {latest:"
            + " contracts.ended}, action: anonymize, columns: {note: \"null\"}}\n"
            + "  - {source: crm, table: contracts, subject: who, retention: subscriber, clock:"
            + " ended, action: destroy}\n";
    Path job = job(targets);
    Files.writeString(
        job,
        Files.readString(job)
            .replace("{holds: holds.csv,", "{blocks: blocks.csv, holds: holds.csv,"));
    umyt("run", job).endsWith(ExitCode.DONE);

    assertThat(ids("SELECT ID FROM CLIENTS WHERE NOTE IS NOT NULL ORDER BY ID"))
        .containsExactly(2, 3, 5);
    assertThat(ids("SELECT ID FROM CONTRACTS ORDER BY ID")).containsExactly(20, 30, 50);
  }

  @Test
  void whatIsHeldSinceTheDayOfTheDecisionIsKept() throws IOException, SQLException {
    register("holds", HOLDS + "P1,,,court," + LocalDate.now(ZoneId.of("Asia/Almaty")) + "\n");
    Path job = job(target("table: clients", ENDED, ""));
    umyt("run", job, "--as-of", "2026-03-10").endsWith(ExitCode.DONE);
    assertThat(ids("SELECT ID FROM CLIENTS ORDER BY ID")).containsExactly(1);
  }

  @Test
  void aHoldMayNotReadWhatTheJobDestroys() throws IOException {
    umyt(
            "plan",
            job(
                target(
                        "table: clients",
                        ENDED,
                        ", hold: \"EXISTS (SELECT 1 FROM lines l WHERE l.iin = clients.iin)\"")
                    + target("table: lines", ENDED, "")))
        .saysOnly(ExitCode.USAGE, "job.yaml:7:", "this reads table lines, which the job destroys");
  }

  @Test
  void aHoldThatCouldHoldNothingIsAnError() throws IOException {
    register("holds", HOLDS + ",clients,seven,court,2020-01-01\n");
    umyt("plan", job(target("table: clients", ENDED, "")))
        .saysOnly(ExitCode.USAGE, "holds.csv:2:1: 'key' cannot be a key of table PUBLIC.CLIENTS");
    register("holds", HOLDS + ",lines,B,court,2020-01-01\n");
    umyt("plan", job(target("table: lines", ENDED, "")))
        .saysOnly(ExitCode.USAGE, "it needs the values of BILL, NO, in this order, with commas");
    register("holds", HOLDS + ",old.csv,7,court,2020-01-01\n");
    umyt("plan", job(target("file: \"*.csv\"", ENDED_IN_FILE, "")))
        .saysOnly(ExitCode.USAGE, "'key' cannot name a row of a file");
  }

  @Test
  void aWithdrawalForOnePurposeTouchesOnlyWhatServesIt() throws IOException, SQLException {
    register(
        "withdrawals",
        "subject,date,purpose\nP1,2025-01-01,Реклама\nP2,2025-01-01,\nP3,2025-01-01,analytics\n");
    Path job =
        job(
            target("table: clients", WITHDRAWN, "")
                + target("table: lines", WITHDRAWN, ", purposes: [реклама]"));

    assertThat(umyt("plan", job).endsWith(ExitCode.DONE).out())
        .contains("withdrawals.csv:4:1: 'purpose' is none of this job's targets");
    umyt("run", job).endsWith(ExitCode.DONE);

    assertThat(ids("SELECT ID FROM CLIENTS ORDER BY ID")).containsExactly(1, 3, 4, 5, 6);
    assertThat(ids("SELECT NO FROM LINES ORDER BY NO")).containsExactly(3, 4, 5, 6);
  }

  @Test
  void aClockMayBeAnExpression() throws IOException, SQLException {
    sql("UPDATE CLIENTS SET PAID = DATE '2190-01-01' WHERE ID IN (2, 4)");
    Path job =
        job(
            target(
                "table: clients",
                "retention: subscriber, clock: {expression: \"GREATEST(ended, COALESCE(paid,"
                    + " ended))\"}",
                ""));
    umyt("run", job).endsWith(ExitCode.DONE);
    assertThat(ids("SELECT ID FROM CLIENTS ORDER BY ID")).containsExactly(2, 4);

    String wrong = "retention: subscriber, clock: {expression: \"%s\"}";
    umyt("plan", job(target("table: clients", wrong.formatted("endet + 1"), "")))
        .saysOnly(ExitCode.USAGE, "job.yaml:7:", "refuses this over table");
    umyt("plan", job(target("table: clients", wrong.formatted("id + 1"), "")))
        .saysOnly(ExitCode.USAGE, "the clock's expression is not a date or a time stamp");
  }

  @Test
  void aRecordIsExplainedWithoutItsValues() throws IOException, SQLException {
    register("holds", HOLDS + "P2,,,court,2020-01-01\n");
    Path job =
        job(
            target("table: clients", ENDED, ", hold: \"id = 5\"")
                + target("file: old.csv", ENDED_IN_FILE, ""));

    UmytProcess.Ended due =
        umyt("explain", job, "--table", "clients", "--key", "1", "--as-of", "2026-03-10")
            .endsWith(ExitCode.DONE);
    assertThat(due.out())
        .contains("crm: PUBLIC.CLIENTS, as of 2026-03-10: due, and would be destroyed")
        .contains("* subscriber (term, ")
        .contains(
            "ended = 2019-01-01, term P2Y, decided by the officer: over, over from 2021-01-02")
        .contains("should have gone before: decides", "held: no; blocked: no")
        .doesNotContain("P1");
    sql("UPDATE CLIENTS SET ENDED = DATE '2024-03-09' WHERE ID = 6");
    assertThat(
            umyt("explain", job, "--table", "clients", "--key", "6", "--as-of", "2026-03-10").out())
        .contains("over from 2026-03-10, must be gone by the end of 2026-03-10: decides");
    for (String[] other :
        new String[][] {
          {"2", "past its term, held", "held: on the register of holds"},
          {"5", "kept because an obligation is outstanding", "the job's hold condition is true"}
        }) {
      assertThat(
              umyt("explain", job, "--table", "clients", "--key", other[0], "--as-of", "2026-03-10")
                  .out())
          .contains(other[1], other[2])
          .doesNotContain("decides");
    }
    assertThat(
            umyt("explain", job, "--table", "clients", "--key", "6", "--as-of", "2025-06-02").out())
        .contains("kept: no term is over", "running");
    JsonNode file =
        json(
            umyt("explain", job, "--table", "old.csv", "--key", "2", "--json")
                .endsWith(ExitCode.DONE));
    assertThat(file.at("/explanations/0/standing").asString()).isEqualTo("held");
    assertThat(file.at("/explanations/0/rules/0/day").asString()).isEqualTo("2019-01-01");
    assertThat(file.at("/explanations/0/rules/0/overFrom").asString()).isEqualTo("2021-01-02");

    umyt("explain", job, "--table", "clients", "--key", "77")
        .saysOnly(ExitCode.USAGE, "'clients' has no record with this key");
    umyt("explain", job, "--table", "clents", "--key", "1")
        .saysOnly(ExitCode.USAGE, "'clents'; did you mean 'CLIENTS'?");
    umyt("explain", job, "--table", "clients", "--key", "x7")
        .saysOnly(ExitCode.USAGE, "--key cannot be a key of table PUBLIC.CLIENTS");
    umyt("explain", job, "--table", "old.csv", "--key", "3")
        .saysOnly(ExitCode.USAGE, "'old.csv' has no record with this key");
  }

  private static JsonNode json(UmytProcess.Ended ended) {
    return new JsonMapper().readTree(ended.out());
  }
}
