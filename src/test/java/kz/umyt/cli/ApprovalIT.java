package kz.umyt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One person plans and runs, another one approves; what has moved in between is refused. */
class ApprovalIT {

  private static final UmytProcess UMYT = new UmytProcess();

  /** Ten due rows of twenty; one hundred and one would be needed for one more by tolerance. */
  private static final int DUE = 10;

  @TempDir private Path temp;

  @BeforeEach
  void company() throws IOException, SQLException {
    SampleHome.copy(Path.of("config/recognizers"), temp.resolve("config/recognizers"));
    Files.createDirectories(temp.resolve("config/policies"));
    Files.writeString(
        temp.resolve("config/policies/shop.yaml"),
        """
        policy: shop
        version: 1
        organisation: {bin: "190340012348", name: {kk: "A", ru: "A", en: "A"}}
        document: {title: "Политика", language: ru}
        entities: [{entity: KZ_IIN, clause: "1"}]
        retention:
          - {id: left, clock: contract-end, term: P1Y, clause: "2", then: [destroy]}
        """);
    Files.writeString(
        temp.resolve("config/sources.yaml"),
        "sources:\n  crm: {jdbc: \"" + url() + "\", user: sa}\n");
    job("approval: per-plan");
    sql("CREATE TABLE CLIENTS (ID INT PRIMARY KEY, ENDED DATE, NOTE VARCHAR(20))");
    for (int id = 1; id <= 2 * DUE; id++) {
      sql(
          "INSERT INTO CLIENTS VALUES ("
              + id
              + ", DATE '"
              + (id <= DUE ? "2019-01-01" : "2199-01-01")
              + "', 'x')");
    }
    approver("Dana", "dana.pem");
  }

  private String url() {
    return "jdbc:h2:file:" + temp.resolve("crm");
  }

  private void job(String head) throws IOException {
    Files.writeString(
        temp.resolve("job.yaml"),
        """
        job: night
        policy: shop
        %s
        targets:
          - {source: crm, table: clients, retention: left, clock: ended, action: destroy}
        """
            .formatted(head));
  }

  private void sql(String statement) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url(), "sa", "");
        Statement at = connection.createStatement()) {
      at.execute(statement);
    }
  }

  private int rows() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url(), "sa", "");
        Statement at = connection.createStatement();
        ResultSet count = at.executeQuery("SELECT COUNT(*) FROM CLIENTS")) {
      count.next();
      return count.getInt(1);
    }
  }

  /** Makes a key and lets the officer's own words into the list of approvers. */
  private void approver(String name, String file) throws IOException {
    String said =
        UMYT.run("keys", "new", temp.resolve(file), "--as", name).endsWith(ExitCode.DONE).out();
    Files.writeString(
        temp.resolve("config/approvers.yaml"), said.substring(said.indexOf("approvers:")));
  }

  private UmytProcess.Ended umyt(Object... arguments) {
    return UMYT.run(here(arguments));
  }

  private Object[] here(Object... arguments) {
    return Stream.concat(
            Stream.of(arguments),
            Stream.of("--config", temp.resolve("config"), "--home", temp.resolve("home")))
        .toArray();
  }

  private Path plan() {
    return temp.resolve("home/out/night/plan.json");
  }

  private void planned() {
    assertThat(umyt("plan", temp.resolve("job.yaml")).endsWith(ExitCode.DONE).out())
        .contains("It needs a second person: umyt approve " + plan());
  }

  private UmytProcess.Ended approve(String key, String name) {
    return umyt("approve", plan(), "--key", temp.resolve(key), "--as", name);
  }

  private UmytProcess.Ended carriedOut() {
    return umyt("run", temp.resolve("job.yaml"), "--plan", plan());
  }

  private void refused(String... parts) throws SQLException {
    carriedOut().saysOnly(ExitCode.REFUSED, parts);
    assertThat(rows()).isEqualTo(2 * DUE);
  }

  @Test
  void whatTwoPeopleWantIsDoneOnce() throws IOException, SQLException {
    planned();
    assertThat(approve("dana.pem", "Dana").endsWith(ExitCode.DONE).out())
        .contains("Approved by Dana: job night as of")
        .contains("PUBLIC.CLIENTS")
        .contains("umyt run night --plan");

    String out = carriedOut().endsWith(ExitCode.DONE).out();

    assertThat(rows()).isEqualTo(DUE);
    Path act = Path.of(out.substring(out.indexOf("Act: ") + 5).strip()).resolveSibling("act.json");
    JsonNode approval = new JsonMapper().readTree(Files.readAllBytes(act)).at("/approvals/0");
    assertThat(approval.get("name").asString()).isEqualTo("Dana");
    assertThat(approval.get("key").asString()).hasSize(64);
    carriedOut().saysOnly(ExitCode.REFUSED, "this plan was carried out already, by run night-");
    umyt("verify").endsWith(ExitCode.DONE);
  }

  @Test
  void withoutALeaveNothingIsDone() throws SQLException {
    umyt("run", temp.resolve("job.yaml"))
        .saysOnly(ExitCode.REFUSED, "needs a plan that a second person has approved", "umyt plan");
    planned();
    refused("nobody has approved", "--key FILE --as NAME");
    umyt("run", temp.resolve("job.yaml"), "--plan", temp.resolve("none.json"))
        .saysOnly(ExitCode.USAGE, "none.json cannot be used as a plan");
  }

  @Test
  void aWrongKeyApprovesNothing() throws IOException, SQLException {
    planned();
    UMYT.run("keys", "new", temp.resolve("other.pem"), "--as", "Dana").endsWith(ExitCode.DONE);
    approve("other.pem", "Dana")
        .saysOnly(ExitCode.USAGE, "is not the one that config/approvers.yaml lists for Dana");
    approve("dana.pem", "Dina")
        .saysOnly(ExitCode.USAGE, "lists nobody called 'Dina'; did you mean 'Dana'?");
    approve("job.yaml", "Dana").saysOnly(ExitCode.USAGE, "holds no private Ed25519 key");
    approve("missing.pem", "Dana").saysOnly(ExitCode.USAGE, "missing.pem: cannot be read");
    refused("nobody has approved");
    UMYT.run("keys", "new", temp.resolve("dana.pem"), "--as", "Dana")
        .saysOnly(ExitCode.USAGE, "is there already; a key is never overwritten");
  }

  @Test
  void theKeyThatPlansCannotApprove() throws IOException, SQLException {
    planned();
    Path keys = temp.resolve("home/keys");
    Files.writeString(
        temp.resolve("config/approvers.yaml"),
        "approvers:\n  - {name: Dana, key: \""
            + Files.readString(keys.resolve("signing.pub")).strip()
            + "\"}\n");
    umyt("approve", plan(), "--key", keys.resolve("signing.key"), "--as", "Dana")
        .saysOnly(ExitCode.REFUSED, "has the key that made the plan; a second person must");
    refused("nobody has approved");
  }

  @Test
  void whoIsNoLongerListedHasApprovedNothing() throws IOException, SQLException {
    planned();
    approve("dana.pem", "Dana").endsWith(ExitCode.DONE);
    approver("Berik", "berik.pem");
    refused("is approved by 'Dana', whom config/approvers.yaml does not list with this key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"job", "policy", "recognizer", "column", "key", "rows", "plan", "as-of"})
  void whatMovedIsSaid(String moved) throws IOException, SQLException {
    planned();
    approve("dana.pem", "Dana").endsWith(ExitCode.DONE);
    switch (moved) {
      case "job" -> {
        job("approval: per-plan\nthrottle: {pause: 1s}");
        refused("the job's file has changed since the plan was made");
      }
      case "policy" -> {
        append("config/policies/shop.yaml");
        refused("the policy's file has changed since the plan was made");
      }
      case "recognizer" -> {
        Files.writeString(
            temp.resolve("config/recognizers/mine.yaml"),
            "recognizers: [{name: mine, supported_entity: BADGE, deny_list: [abc]}]\n");
        refused("a file of recognizers has changed since the plan was made");
      }
      case "column" -> {
        sql("ALTER TABLE CLIENTS ADD COLUMN MORE INT");
        refused("PUBLIC.CLIENTS", "its columns have changed since the plan was made");
      }
      case "key" -> {
        sql("ALTER TABLE CLIENTS DROP PRIMARY KEY");
        refused("has no primary key", "the plan that was approved is no longer true");
      }
      case "rows" -> {
        sql("INSERT INTO CLIENTS VALUES (99, DATE '2019-01-01', 'late')");
        carriedOut()
            .saysOnly(
                ExitCode.REFUSED,
                "PUBLIC.CLIENTS: 11 records are due now, and 10 were approved; with a tolerance of"
                    + " 1% it may be 10");
        assertThat(rows()).isEqualTo(2 * DUE + 1);
      }
      case "plan" -> {
        Files.writeString(plan(), Files.readString(plan()).replace("\"due\": 10", "\"due\": 20"));
        refused("is not as it was signed");
      }
      default ->
          umyt("run", temp.resolve("job.yaml"), "--plan", plan(), "--as-of", "2020-06-01")
              .saysOnly(ExitCode.REFUSED, "the plan was approved as of", "--as-of says 2020-06-01");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "tolerance, the job's tolerance or limits have changed",
    "limit, the job's tolerance or limits have changed",
    "zone, the job's zone has changed",
    "registers, the job reads its registers from other files"
  })
  void whatAVariableMovesIsSaid(String moved, String said) throws IOException, SQLException {
    Files.writeString(temp.resolve("holds.csv"), "subject,from\n");
    Files.writeString(temp.resolve("others.csv"), "subject,from\n");
    job(
        """
        approval: {mode: per-plan, tolerance: "${TOLERANCE:1%}"}
        limits: {max-rows: "${LIMIT:100}"}
        zone: ${ZONE:Asia/Almaty}
        registers: {holds: "${HOLDS:holds.csv}"}\
        """);
    Path file = temp.resolve("job.yaml");
    Files.writeString(
        file, Files.readString(file).replace("clock: ended", "subject: id, clock: ended"));
    planned();
    approve("dana.pem", "Dana").endsWith(ExitCode.DONE);
    UmytProcess other =
        switch (moved) {
          case "tolerance" -> UMYT.with("TOLERANCE", "100%");
          case "limit" -> UMYT.with("LIMIT", "1000");
          case "zone" -> UMYT.with("ZONE", "Asia/Tokyo");
          default -> UMYT.with("HOLDS", "others.csv");
        };

    other
        .run(here("run", temp.resolve("job.yaml"), "--plan", plan()))
        .saysOnly(ExitCode.REFUSED, said);
    assertThat(rows()).isEqualTo(2 * DUE);
    carriedOut().endsWith(ExitCode.DONE);
  }

  @Test
  void anApprovalThatTakesTheNextOnesPlaceIsSaid() throws IOException, SQLException {
    planned();
    approve("dana.pem", "Dana").endsWith(ExitCode.DONE);
    approver("Berik", "berik.pem");
    assertThat(approve("berik.pem", "Berik").endsWith(ExitCode.DONE).out())
        .contains("This takes the place of the approval by Dana.");
  }

  @Test
  void aKeyThatEverybodyMayReadSignsNothing() throws IOException, SQLException {
    planned();
    Files.setPosixFilePermissions(
        temp.resolve("dana.pem"), PosixFilePermissions.fromString("rw-r--r--"));
    approve("dana.pem", "Dana").saysOnly(ExitCode.USAGE, "everybody may read this key", "chmod");
    refused("nobody has approved");
  }

  private void append(String file) throws IOException {
    Path path = temp.resolve(file);
    Files.writeString(path, Files.readString(path) + "# later\n");
  }

  @Test
  void fewerRowsThanApprovedAreNoReasonToRefuse() throws IOException, SQLException {
    planned();
    approve("dana.pem", "Dana").endsWith(ExitCode.DONE);
    sql("UPDATE CLIENTS SET ENDED = DATE '2199-01-01' WHERE ID = 3");
    carriedOut().endsWith(ExitCode.DONE);
    assertThat(rows()).isEqualTo(DUE + 1);
  }

  /** Leaves a run behind that has destroyed some of the approved rows and was killed. */
  private void killedInTheMiddle() throws IOException, SQLException, InterruptedException {
    sql(
        "INSERT INTO CLIENTS SELECT 100 + X, DATE '2019-01-01', 'x' FROM SYSTEM_RANGE(1, "
            + MANY
            + ")");
    job("approval: per-plan\nthrottle: {chunk-time: 1ms, pause: 1s}");
    planned();
    approve("dana.pem", "Dana").endsWith(ExitCode.DONE);
    UmytProcess.Running running =
        UMYT.start(here("run", temp.resolve("job.yaml"), "--plan", plan()));
    Path journal = temp.resolve("home/runs");
    for (int i = 0; i < 600 && !holdsPlan(journal); i++) {
      Thread.sleep(50);
    }
    Thread.sleep(1500);
    running.signal("KILL").await();
    assertThat(rows()).isBetween(DUE + 1, 2 * DUE + MANY - 1);
  }

  private static final int MANY = 6_000;

  private static boolean holdsPlan(Path runs) throws IOException {
    if (!Files.isDirectory(runs)) {
      return false;
    }
    try (Stream<Path> files = Files.walk(runs)) {
      return files.anyMatch(file -> file.endsWith("planned.json"));
    }
  }

  @Test
  void aRunThatGoesOnStaysWithinWhatWasApproved()
      throws IOException, SQLException, InterruptedException {
    killedInTheMiddle();
    int left = rows();
    sql(
        "INSERT INTO CLIENTS SELECT 90000 + X, DATE '2019-01-01', 'late' FROM SYSTEM_RANGE(1, 400)");

    umyt("run", temp.resolve("job.yaml"))
        .saysOnly(
            ExitCode.REFUSED,
            "PUBLIC.CLIENTS: " + (left + 400 - DUE) + " records are due now and ",
            " have gone already, and 6010 were approved");
    assertThat(rows()).isEqualTo(left + 400);

    sql("DELETE FROM CLIENTS WHERE ID > 90000");
    umyt("run", temp.resolve("job.yaml")).endsWith(ExitCode.DONE);
    assertThat(rows()).isEqualTo(DUE);
  }

  @Test
  void aRunThatGoesOnTakesNoPlanOfAnotherOne()
      throws IOException, SQLException, InterruptedException {
    planned();
    approve("dana.pem", "Dana").endsWith(ExitCode.DONE);
    carriedOut().endsWith(ExitCode.DONE);
    Path old = temp.resolve("old/plan.json");
    SampleHome.copy(plan().getParent(), old.getParent());
    for (int id = 1; id <= DUE; id++) {
      sql("INSERT INTO CLIENTS VALUES (" + id + ", DATE '2019-01-01', 'x')");
    }
    killedInTheMiddle();
    int left = rows();

    umyt("run", temp.resolve("job.yaml"), "--plan", old)
        .saysOnly(ExitCode.REFUSED, "this plan was carried out already, by run night-");
    assertThat(rows()).isEqualTo(left);
    carriedOut().endsWith(ExitCode.DONE);
    assertThat(rows()).isEqualTo(DUE);
  }

  @Test
  void aJobThatMayAlwaysRunNeedsALimit() throws IOException, SQLException {
    job("approval: standing");
    umyt("run", temp.resolve("job.yaml"))
        .saysOnly(
            ExitCode.USAGE,
            "job.yaml:1:6: job 'night' may run whenever it is started",
            "limits: {max-rows: 10000, max-share: 25%}",
            "approval: per-plan");
    job("limits: {max-share: 100%}");
    umyt("run", temp.resolve("job.yaml"), "--plan", plan())
        .saysOnly(ExitCode.USAGE, "--plan is for jobs with 'approval: per-plan'");
    assertThat(rows()).isEqualTo(2 * DUE);
  }
}
