package kz.umyt.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kz.umyt.engines.Engine;
import kz.umyt.engines.Shop;
import kz.umyt.engines.TestDatabase;
import kz.umyt.plan.PlannedTarget;
import kz.umyt.plan.RefusedException;
import kz.umyt.report.Act;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A row that waits for others is no row that goes, and none that failed. */
class WaitingIT {

  private static final String DUE = "DATE '2020-01-01'";
  private static final String LATER = "DATE '2025-01-01'";

  @TempDir Path folder;

  private Night night(TestDatabase database, String limits, String... targets) {
    Shop shop = Shop.in(folder.resolve("shop")).database("db", database);
    shop.job(limits + "throttle: {pause: 0ms}\ntargets:\n" + String.join("", targets));
    return new Night(shop);
  }

  private static String destroying(String table, String rule) {
    return "  - {source: db, table: "
        + table
        + ", retention: "
        + rule
        + ", clock: ended, action: destroy}\n";
  }

  /** A hundred clients past their term, of whom ninety have a visit that is not. */
  private TestDatabase clients(Engine engine) {
    TestDatabase database = engine.fresh(folder);
    database.execute(
        "CREATE TABLE client (id INT PRIMARY KEY, ended DATE)",
        "CREATE TABLE visit (id INT PRIMARY KEY, client INT, ended DATE,"
            + " FOREIGN KEY (client) REFERENCES client (id))");
    for (int id = 1; id <= 100; id++) {
      database.execute("INSERT INTO client VALUES (" + id + ", " + DUE + ")");
      if (id > 10) {
        database.execute("INSERT INTO visit VALUES (" + id + ", " + id + ", " + LATER + ")");
      }
    }
    return database;
  }

  @ParameterizedTest
  @EnumSource
  void countsTowardsNoLimit(Engine engine) {
    TestDatabase database = clients(engine);
    Night night =
        night(
            database,
            "limits: {max-share: 10%, max-rows: 10}\n",
            destroying("visit", "contract-end-p2y"),
            destroying("client", "contract-end-p2y"));

    assertThat(night.explain("client", "1").waits()).isEmpty();
    assertThat(night.explain("client", "11").waits().orElseThrow()).containsIgnoringCase("visit");
    PlannedTarget client = night.plan().targets().get(1);
    assertThat(List.of(client.due(), client.postponed(), client.free()))
        .containsExactly(100L, 90L, 10L);

    RunResult result = night.run();

    assertThat(result.status()).isEqualTo(RunResult.Status.VERIFIED);
    assertThat(database.number("SELECT COUNT(*) FROM client")).isEqualTo(90);
    RunResult next = night.run();
    assertThat(next.status()).isEqualTo(RunResult.Status.VERIFIED);
    assertThat(next.act()).isEmpty();

    database.execute("UPDATE visit SET ended = " + DUE + " WHERE id <= 21");
    assertThatThrownBy(night::run)
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("22 records are due and do not wait for others");
  }

  static Stream<Arguments> everyReactionOfEveryEngine() {
    return Stream.of(Engine.values())
        .flatMap(
            engine ->
                Stream.of("NO ACTION", "CASCADE").map(reaction -> Arguments.of(engine, reaction)));
  }

  /** Nobody is without a boss; the first one reports to himself. */
  @ParameterizedTest
  @MethodSource("everyReactionOfEveryEngine")
  void isNoFailureWhereEachRowMustPointToAnother(Engine engine, String reaction) {
    TestDatabase database = engine.fresh(folder);
    database.execute(
        "CREATE TABLE employee (id INT PRIMARY KEY, boss INT NOT NULL, ended DATE,"
            + " FOREIGN KEY (boss) REFERENCES employee (id) ON DELETE "
            + reaction
            + ")",
        "INSERT INTO employee VALUES (1, 1, " + DUE + ")");
    for (int id = 2; id <= 9; id++) {
      database.execute(
          "INSERT INTO employee VALUES ("
              + id
              + ", "
              + (id - 1)
              + ", "
              + (id == 4 ? LATER : DUE)
              + ")");
    }
    Night night = night(database, "", destroying("employee", "contract-end-p2y"));

    RunResult result = night.run();

    assertThat(database.rows("SELECT id FROM employee ORDER BY id"))
        .containsExactly("1", "2", "3", "4");
    Act.ActTarget target = result.targets().get(0);
    assertThat(target.failures()).isEmpty();
    assertThat(target.postponed()).isEqualTo(3);
    assertThat(result.status()).isEqualTo(RunResult.Status.VERIFIED);
  }

  /** The first pair keeps each other; of the second, one is not due; a third row is in no pair. */
  @ParameterizedTest
  @MethodSource("everyReactionOfEveryEngine")
  void isNoFailureInACircleOfTables(Engine engine, String reaction) {
    TestDatabase database = engine.fresh(folder);
    database.execute(
        "CREATE TABLE pair_a (id INT PRIMARY KEY, b INT NOT NULL, ended DATE)",
        "CREATE TABLE pair_b (id INT PRIMARY KEY, a INT NOT NULL, ended DATE)",
        "CREATE TABLE note (id INT PRIMARY KEY, a INT NOT NULL,"
            + " FOREIGN KEY (a) REFERENCES pair_a (id) ON DELETE CASCADE)",
        "INSERT INTO pair_a VALUES (1, 1, " + DUE + ")",
        "INSERT INTO pair_b VALUES (1, 1, " + DUE + ")",
        "INSERT INTO pair_a VALUES (2, 2, " + DUE + ")",
        "INSERT INTO pair_b VALUES (2, 2, " + LATER + ")",
        "INSERT INTO pair_a VALUES (3, 2, " + DUE + ")",
        "INSERT INTO note VALUES (3, 3)",
        "ALTER TABLE pair_a ADD FOREIGN KEY (b) REFERENCES pair_b (id) ON DELETE " + reaction,
        "ALTER TABLE pair_b ADD FOREIGN KEY (a) REFERENCES pair_a (id) ON DELETE " + reaction);
    for (String leave : List.of("", ", cascades: [note]")) {
      Night night =
          night(
              database,
              "",
              destroying("pair_a", "contract-end-p2y").replace("}", leave + "}"),
              destroying("pair_b", "contract-end-p2y"));

      RunResult result = night.run();

      Act.ActTarget target = Night.target(result, RetentionRunIT.name(engine, "pair_a"));
      assertThat(target.postponed()).as("number 2").isEqualTo(1);
      assertThat(target.failed())
          .as("number 1, and number 3 without leave")
          .isEqualTo(leave.isEmpty() ? 2 : 1);
      assertThat(target.destroyed()).isEqualTo(leave.isEmpty() ? 0 : 1);
    }
    assertThat(database.rows("SELECT id FROM pair_a ORDER BY id")).containsExactly("1", "2");
    assertThat(database.number("SELECT COUNT(*) FROM note")).isZero();
  }

  /** However long the way to the one that is not due, and however many keys lead there. */
  @ParameterizedTest
  @EnumSource
  void reachesAsFarAsRowsLead(Engine engine) {
    TestDatabase database = engine.fresh(folder);
    database.execute(
        "CREATE TABLE client (id INT PRIMARY KEY, referrer INT, ended DATE)",
        "CREATE TABLE reply (id INT PRIMARY KEY, client INT, parent INT, topic INT,"
            + " ended DATE)",
        "ALTER TABLE client ADD FOREIGN KEY (referrer) REFERENCES client (id)",
        "ALTER TABLE reply ADD FOREIGN KEY (client) REFERENCES client (id)",
        "ALTER TABLE reply ADD FOREIGN KEY (parent) REFERENCES reply (id)",
        "ALTER TABLE reply ADD FOREIGN KEY (topic) REFERENCES reply (id)",
        "INSERT INTO client VALUES (1, NULL, " + DUE + ")",
        "INSERT INTO client VALUES (2, 1, " + DUE + ")",
        "INSERT INTO client VALUES (3, NULL, " + DUE + ")",
        "INSERT INTO reply VALUES (1, 2, NULL, NULL, " + DUE + ")");
    for (int id = 2; id <= 40; id++) {
      String ended = id == 30 ? LATER : DUE;
      database.execute(
          "INSERT INTO reply VALUES (" + id + ", NULL, " + (id - 1) + ", NULL, " + ended + ")");
    }
    Night night =
        night(
            database,
            "limits: {max-rows: 11}\n",
            destroying("client", "contract-end-p2y"),
            destroying("reply", "contract-end-p2y"));

    assertThat(night.explain("client", "1").waits()).isPresent();
    assertThat(night.explain("client", "3").waits()).isEmpty();
    RunResult result = night.run();

    assertThat(result.status()).isEqualTo(RunResult.Status.VERIFIED);
    Act.ActTarget client = Night.target(result, RetentionRunIT.name(engine, "client"));
    Act.ActTarget replies = Night.target(result, RetentionRunIT.name(engine, "reply"));
    assertThat(List.of(client.destroyed(), client.postponed())).containsExactly(1L, 2L);
    assertThat(List.of(replies.destroyed(), replies.postponed())).containsExactly(10L, 29L);
  }

  /** What would go along is kept by a row that goes in its own time. */
  @ParameterizedTest
  @EnumSource
  void waitsForWhoKeepsWhatWouldGoAlong(Engine engine) {
    TestDatabase database = engine.fresh(folder);
    database.execute(
        "CREATE TABLE client (id INT PRIMARY KEY, ended DATE)",
        "CREATE TABLE card (id INT PRIMARY KEY, client INT,"
            + " FOREIGN KEY (client) REFERENCES client (id) ON DELETE CASCADE)",
        "CREATE TABLE payment (id INT PRIMARY KEY, card INT, ended DATE,"
            + " FOREIGN KEY (card) REFERENCES card (id))",
        "CREATE TABLE refund (id INT PRIMARY KEY, payment INT, ended DATE,"
            + " FOREIGN KEY (payment) REFERENCES payment (id))");
    for (int id = 1; id <= 4; id++) {
      database.execute(
          "INSERT INTO client VALUES (" + id + ", " + DUE + ")",
          "INSERT INTO card VALUES (" + id + ", " + id + ")",
          "INSERT INTO payment VALUES (%d, %d, %s)".formatted(id, id, id == 2 ? LATER : DUE),
          "INSERT INTO refund VALUES (%d, %d, %s)".formatted(id, id, id == 3 ? LATER : DUE));
    }
    Night night =
        night(
            database,
            "",
            destroying("client", "contract-end-p2y").replace("}", ", cascades: [card]}"),
            destroying("payment", "contract-end-p2y"),
            destroying("refund", "contract-end-p2y"));

    RunResult result = night.run();

    Act.ActTarget client = Night.target(result, RetentionRunIT.name(engine, "client"));
    assertThat(client.failures()).isEmpty();
    assertThat(client.postponed()).isEqualTo(2);
    assertThat(client.destroyed()).isEqualTo(2);
    assertThat(database.rows("SELECT id FROM client ORDER BY id")).containsExactly("2", "3");
    assertThat(result.status()).isEqualTo(RunResult.Status.VERIFIED);
  }

  /** Each due row that is left has a reason, and rows that go along go before those they keep. */
  @ParameterizedTest
  @EnumSource
  void isNotWhereWhatKeepsTheRowFails(Engine engine) {
    TestDatabase database = engine.fresh(folder);
    database.execute(
        "CREATE TABLE client (id INT PRIMARY KEY, ended DATE)",
        "CREATE TABLE contract (id INT PRIMARY KEY, client INT, ended DATE,"
            + " FOREIGN KEY (client) REFERENCES client (id))",
        "CREATE TABLE note (id INT PRIMARY KEY, contract INT,"
            + " FOREIGN KEY (contract) REFERENCES contract (id))",
        "CREATE TABLE shop (id INT PRIMARY KEY, ended DATE)",
        "CREATE TABLE visit (id INT PRIMARY KEY, client INT, shop INT,"
            + " FOREIGN KEY (client) REFERENCES client (id),"
            + " FOREIGN KEY (shop) REFERENCES shop (id) ON DELETE CASCADE)",
        "INSERT INTO client VALUES (1, " + DUE + ")",
        "INSERT INTO client VALUES (2, " + DUE + ")",
        "INSERT INTO contract VALUES (1, 1, " + DUE + ")",
        "INSERT INTO note VALUES (1, 1)",
        "INSERT INTO shop VALUES (1, " + DUE + ")",
        "INSERT INTO visit VALUES (1, 2, 1)");
    Night night =
        night(
            database,
            "",
            destroying("client", "contract-end-p2y"),
            destroying("contract", "contract-end-p2y"),
            destroying("shop", "contract-end-p2y").replace("}", ", cascades: [visit]}"));

    RunResult result = night.run();

    assertThat(result.status()).isEqualTo(RunResult.Status.FAILED_VERIFICATION);
    Act.ActTarget client = Night.target(result, RetentionRunIT.name(engine, "client"));
    assertThat(client.destroyed()).isEqualTo(1);
    assertThat(client.postponed()).isZero();
    assertThat(client.failures())
        .singleElement()
        .satisfies(
            failure ->
                assertThat(failure.reason()).contains("rows that are left themselves point"));
    assertThat(database.rows("SELECT id FROM client")).containsExactly("1");
  }

  /** Who is anonymized stays where he is, whoever points to him. */
  @ParameterizedTest
  @EnumSource
  void isNothingForRowsThatAreAnonymized(Engine engine) {
    TestDatabase database = engine.fresh(folder);
    database.execute(
        "CREATE TABLE employee (id INT PRIMARY KEY, boss INT, name VARCHAR(40), ended DATE,"
            + " FOREIGN KEY (boss) REFERENCES employee (id))",
        "INSERT INTO employee VALUES (1, NULL, 'a', " + DUE + ")",
        "INSERT INTO employee VALUES (2, 1, 'b', " + LATER + ")",
        "INSERT INTO employee VALUES (3, NULL, 'c', " + DUE + ")");
    Night night =
        night(
            database,
            "limits: {max-rows: 1}\n",
            destroying("employee", "contract-end-p2y")
                .replace("destroy", "anonymize, columns: {name: replace}"));

    assertThat(night.plan().targets().get(0).postponed()).isZero();
    assertThatThrownBy(night::run).isInstanceOf(RefusedException.class);
  }

  /** Visits that are due under a term that nobody has confirmed rightly stay. */
  @ParameterizedTest
  @EnumSource
  void waitsForWhatAPersonMustConfirm(Engine engine) {
    TestDatabase database = clients(engine);
    database.execute("UPDATE visit SET ended = " + DUE);
    Night night =
        night(
            database, "", destroying("visit", "unsure"), destroying("client", "contract-end-p2y"));

    RunResult result = night.run();

    assertThat(result.status()).isEqualTo(RunResult.Status.NEEDS_PERSON);
    Act.ActTarget client = Night.target(result, RetentionRunIT.name(engine, "client"));
    assertThat(client.destroyed()).isEqualTo(10);
    assertThat(client.postponed()).isEqualTo(90);
    assertThat(client.missed()).isZero();
    assertThat(database.number("SELECT COUNT(*) FROM visit")).isEqualTo(90);
  }
}
