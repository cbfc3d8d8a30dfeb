package kz.umyt.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kz.umyt.engines.Shop;
import kz.umyt.engines.StandIn;
import kz.umyt.engines.TestDatabase;
import kz.umyt.report.Act;
import kz.umyt.settings.SettingsException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whole runs in Oracle and SQL Server, as far as H2 can stand in for them: what they do, and that
 * every statement they send is one that the engine takes.
 */
class AbsentEnginesIT {

  private static final String QUICK = "chunk-time: 1s, pause: 0ms";
  private static final String PAST = "DATE '2020-01-01'";
  private static final String LATER = "DATE '2025-01-01'";

  /** Statements that were looked at. */
  private static final Set<String> READ = new HashSet<>();

  @TempDir Path folder;

  private StandIn engine = StandIn.ORACLE;
  private StandIn.Fresh fresh = StandIn.ORACLE.fresh();

  private Night night(StandIn engine) {
    this.engine = engine;
    fresh = engine.fresh();
    return new Night(Shop.in(folder.resolve("shop")).database("db", fresh.said()));
  }

  private TestDatabase database() {
    return fresh.direct();
  }

  @AfterEach
  void saysNothingThatTheEngineDoesNotTake() {
    assertThat(fresh.statements()).hasSizeGreaterThan(10);
    List<String> wrong = new ArrayList<>();
    for (String sql : fresh.statements()) {
      if (READ.add(engine + sql)) {
        engine.complaints(sql).forEach(complaint -> wrong.add(complaint + "\n" + sql));
      }
    }
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void destroysChildrenBeforeParentsAndTouchesNothingElse(StandIn engine) {
    Night night = night(engine);
    Clients clients = new Clients(database(), 60);
    clients.create();
    night.shop().job(Clients.destroying(QUICK));
    List<String> kept = clients.clients("NOT (" + Clients.DUE + " AND debt = 0) OR ended IS NULL");

    RunResult result = night.run();

    assertThat(clients.clients("1 = 1")).isEqualTo(kept);
    assertThat(Night.target(result, "CLIENT"))
        .returns(60L, target -> target.planned().due())
        .returns(60L, target -> target.planned().held())
        .returns(60L, target -> target.planned().undecidable())
        .returns(60L, Act.ActTarget::destroyed)
        .returns(0L, Act.ActTarget::remaining);
    assertThat(Night.target(result, "ORDERS").destroyed()).isEqualTo(240);
    night.assertLeftClean();
  }

  @ParameterizedTest
  @EnumSource
  void anonymizesOnceAndASecondRunChangesNothing(StandIn engine) {
    Night night = night(engine);
    Clients clients = new Clients(database(), 60);
    clients.create();
    night.shop().job(Clients.anonymizing(QUICK));
    String due = Clients.DUE + " AND debt = 0";
    List<String> kept = clients.clients("NOT (" + due + ") OR ended IS NULL");

    RunResult first = night.run();

    assertThat(clients.clients("NOT (" + due + ") OR ended IS NULL")).isEqualTo(kept);
    assertThat(
            database()
                .rows(
                    "SELECT full_name, COUNT(*) FROM client WHERE " + due + " GROUP BY full_name"))
        .containsExactly("<PERSON>|60");
    assertThat(Night.target(first, "CLIENT").anonymized()).isEqualTo(60);
    List<String> after = clients.clients("1 = 1");
    RunResult second = night.run();
    assertThat(clients.clients("1 = 1")).isEqualTo(after);
    assertThat(second.plan().targets().get(0).alreadyDone()).isEqualTo(60);

    // Somebody else's record under the key of one that is done.
    database().execute("UPDATE client SET full_name = 'Новый Человек' WHERE id = 1");
    RunResult third = night.run();
    assertThat(Night.target(third, "CLIENT").anonymized()).isEqualTo(1);
    night.assertLeftClean();
  }

  @ParameterizedTest
  @EnumSource
  void goesOnAfterAStopWithWholeCounts(StandIn engine) {
    Night night = night(engine);
    new Clients(database(), 600).create();
    night.shop().job(Clients.destroying("chunk-time: 1ms, pause: 0ms"));
    StopSignal stop = new StopSignal();

    RunResult stopped = night.run(Night.atChunks(() -> {}, () -> stop.request("test")), stop);
    RunResult result = night.run();

    assertThat(result.run()).isEqualTo(stopped.run());
    assertThat(result.resumed()).isTrue();
    assertThat(Night.target(result, "ORDERS").destroyed()).isEqualTo(2400);
    assertThat(Night.target(result, "CLIENT").destroyed()).isEqualTo(600);
    night.assertLeftClean();
  }

  @ParameterizedTest
  @EnumSource
  void takesPeopleOffTheRegistersAndNobodyElse(StandIn engine) {
    for (String action : List.of("destroy", "anonymize")) {
      Night night = night(engine);
      database()
          .execute(
              "CREATE TABLE person (id INT PRIMARY KEY, iin CHAR(20), name VARCHAR(60), ended DATE)",
              "CREATE TABLE note (id INT PRIMARY KEY, person INT REFERENCES person (id),"
                  + " text VARCHAR(99))");
      for (int id = 1; id <= 9; id++) {
        database()
            .execute(
                "INSERT INTO person VALUES ("
                    + id
                    + ", '85010130000"
                    + id
                    + "', 'Ә "
                    + id
                    + "', "
                    + (id == 9 ? LATER : PAST)
                    + ")",
                "INSERT INTO note VALUES (" + id + ", " + id + ", 'мәтін')");
      }
      night
          .shop()
          .write(
              "holds.csv",
              "subject,table,key,from\n850101300001,,,2020-01-01\n,note,2,2020-01-01\n");
      night.shop().write("blocks.csv", "subject,from\n850101300003,2020-01-01\n");
      night.shop().write("withdrawals.csv", "subject,date\n850101300009,2026-01-01\n");
      night
          .shop()
          .job(
              """
              throttle: {pause: 0ms}
              registers: {holds: holds.csv, blocks: blocks.csv, withdrawals: withdrawals.csv}
              targets:
                - source: db
                  table: note
                  subject: person.iin
                  retention: contract-end-p2y
                  clock: person.ended
                  also: [{retention: consent-withdrawn-p0d, clock: {register: withdrawals}}]
                  action: %s
              """
                      .formatted(action)
                  + (action.equals("destroy") ? "" : "    columns: {text: redact}\n"));

      RunResult result = night.run();

      assertThat(database().rows("SELECT id FROM note WHERE text = 'мәтін' ORDER BY id"))
          .containsExactly("1", "2", "3");
      assertThat(Night.target(result, "NOTE"))
          .returns(2L, target -> target.planned().held())
          .returns(1L, target -> target.planned().blocked())
          .returns(0L, Act.ActTarget::remaining);
    }
  }

  @ParameterizedTest
  @EnumSource
  void keepsTheDaysOfRowsThatGoByKeysOfTwoColumns(StandIn engine) {
    Night night = night(engine);
    database()
        .execute(
            "CREATE TABLE client (region VARCHAR(9), id INT, name VARCHAR(60),"
                + " PRIMARY KEY (region, id))",
            "CREATE TABLE invoice (region VARCHAR(9), client INT, id INT, issued DATE,"
                + " paid TIMESTAMP WITH TIME ZONE, PRIMARY KEY (region, client, id),"
                + " FOREIGN KEY (region, client) REFERENCES client (region, id))");
    database()
        .execute(
            "INSERT INTO client SELECT 'r' || MOD(x, 7), x, 'Иванов' FROM SYSTEM_RANGE(1, 2400)",
            "INSERT INTO invoice SELECT region, id, 1, "
                + PAST
                + ", CASE WHEN MOD(id, 3) = 0 THEN TIMESTAMP '2025-02-01 12:00:00'"
                + " ELSE TIMESTAMP '2020-02-01 12:00:00' END FROM client");
    night
        .shop()
        .job(
            """
            throttle: {chunk-time: 1ms, pause: 0ms}
            targets:
              - {source: db, table: client, retention: contract-end-p2y,
                 clock: {latest: invoice.paid}, action: destroy}
              - {source: db, table: invoice, retention: contract-end-p2y, clock: issued,
                 action: destroy}
            """);

    RunResult result = night.run();

    assertThat(Night.target(result, "INVOICE").destroyed()).isEqualTo(2400);
    assertThat(Night.target(result, "CLIENT").destroyed()).isEqualTo(1600);
    assertThat(database().number("SELECT COUNT(*) FROM client WHERE MOD(id, 3) = 0"))
        .isEqualTo(800);
    assertThat(database().number("SELECT COUNT(*) FROM umyt_due")).isEqualTo(800);
    assertThat(night.plan().targets().stream().mapToLong(target -> target.due()).sum()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void takesAlongWhatTheJobNames(StandIn engine) {
    Night night = night(engine);
    database()
        .execute(
            "CREATE TABLE client (a INT, b INT, ended DATE, PRIMARY KEY (a, b))",
            "CREATE TABLE visit (id INT PRIMARY KEY, a INT, b INT, FOREIGN KEY (a, b)"
                + " REFERENCES client (a, b) ON DELETE CASCADE)",
            "CREATE TABLE photo (id INT PRIMARY KEY, visit INT REFERENCES visit (id)"
                + " ON DELETE CASCADE)",
            "CREATE TABLE note (id INT PRIMARY KEY, a INT, b INT, FOREIGN KEY (a, b)"
                + " REFERENCES client (a, b) ON DELETE SET NULL)");
    for (int id = 1; id <= 10; id++) {
      database()
          .execute(
              "INSERT INTO client VALUES (1, " + id + ", " + (id > 6 ? LATER : PAST) + ")",
              "INSERT INTO visit VALUES (" + id + ", 1, " + id + ")",
              "INSERT INTO photo VALUES (" + id + ", " + id + ")",
              "INSERT INTO note VALUES (" + id + ", 1, " + id + ")");
    }
    night
        .shop()
        .job(
            """
            throttle: {pause: 0ms}
            targets:
              - {source: db, table: client, retention: contract-end-p2y, clock: ended,
                 action: destroy, cascades: [visit, photo, note]}
            """);

    RunResult result = night.run();

    assertThat(Night.target(result, "CLIENT").destroyed()).isEqualTo(6);
    assertThat(database().number("SELECT COUNT(*) FROM photo")).isEqualTo(4);
    assertThat(database().number("SELECT COUNT(*) FROM note WHERE b IS NULL")).isEqualTo(6);
  }

  @ParameterizedTest
  @EnumSource
  void leavesRowsThatOthersWouldFollow(StandIn engine) {
    Night night = night(engine);
    database()
        .execute(
            "CREATE TABLE client (id INT PRIMARY KEY, ended DATE)",
            "CREATE TABLE visit (id INT PRIMARY KEY, client INT REFERENCES client (id)"
                + " ON DELETE CASCADE)",
            "INSERT INTO client VALUES (1, " + PAST + "), (2, " + PAST + ")",
            "INSERT INTO visit VALUES (1, 1)");
    night
        .shop()
        .job(
            "targets:\n  - {source: db, table: client, retention: contract-end-p2y, clock: ended,"
                + " action: destroy}\n");

    RunResult result = night.run();

    assertThat(database().rows("SELECT id FROM client")).containsExactly("1");
    assertThat(Night.target(result, "CLIENT").failed()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void breaksCirclesOfDueRows(StandIn engine) {
    Night night = night(engine);
    database()
        .execute(
            "CREATE TABLE customer (id INT PRIMARY KEY, favourite INT, ended DATE)",
            "CREATE TABLE invoice (id INT PRIMARY KEY, customer INT REFERENCES customer (id),"
                + " ended DATE)",
            "INSERT INTO customer VALUES (1, 1, " + PAST + "), (2, 2, " + PAST + ")",
            "INSERT INTO invoice VALUES (1, 1, " + PAST + "), (2, 2, " + LATER + ")",
            "ALTER TABLE customer ADD FOREIGN KEY (favourite) REFERENCES invoice (id)");
    night
        .shop()
        .job(
            """
            throttle: {pause: 0ms}
            targets:
              - {source: db, table: customer, retention: contract-end-p2y, clock: ended,
                 action: destroy}
              - {source: db, table: invoice, retention: contract-end-p2y, clock: ended,
                 action: destroy}
            """);

    night.run();

    assertThat(database().rows("SELECT id FROM customer")).containsExactly("2");
    assertThat(database().rows("SELECT id FROM invoice")).containsExactly("2");
  }

  @ParameterizedTest
  @EnumSource
  void leavesOnlyTheRowThatFails(StandIn engine) {
    Night night = night(engine);
    database()
        .execute(
            "CREATE TABLE client (id INT PRIMARY KEY, ended DATE)",
            "CREATE TABLE bill (id INT PRIMARY KEY, client INT REFERENCES client (id))");
    for (int id = 1; id <= 300; id++) {
      database().execute("INSERT INTO client VALUES (" + id + ", " + PAST + ")");
    }
    database().execute("INSERT INTO bill VALUES (1, 7)");
    night
        .shop()
        .job(
            "targets:\n  - {source: db, table: client, retention: contract-end-p2y, clock: ended,"
                + " action: destroy}\n");

    RunResult result = night.run();

    assertThat(database().rows("SELECT id FROM client")).containsExactly("7");
    assertThat(Night.target(result, "CLIENT").failed()).isEqualTo(1);
  }

  /** By no digest could such a row be known as anonymized. */
  @Test
  void refusesToAnonymizeLargeObjectsOfOracle() {
    Night night = night(StandIn.ORACLE);
    database()
        .execute(
            "CREATE TABLE letter (id INT PRIMARY KEY, text CLOB, ended DATE)",
            "INSERT INTO letter VALUES (1, 'мәтін', " + PAST + ")");
    String target =
        "targets:\n  - {source: db, table: letter, retention: contract-end-p2y, clock: ended, ";
    night.shop().job(target + "action: anonymize, columns: {text: redact}}\n");

    assertThatThrownBy(night::run)
        .isInstanceOf(SettingsException.class)
        .hasMessageContainingAll("jobs/job.yaml:5", "column TEXT of type CLOB", "in Oracle");
    assertThat(database().rows("SELECT text FROM letter")).containsExactly("мәтін");

    night.shop().job(target + "action: destroy}\n");
    assertThat(Night.target(night.run(), "LETTER").destroyed()).isEqualTo(1);
  }
}
