package kz.umyt.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import kz.umyt.engines.Engine;
import kz.umyt.engines.Shop;
import kz.umyt.engines.TestDatabase;
import kz.umyt.report.Act;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A foreign key that deletes or empties on its own takes no row that has not had its own day. */
class CascadeIT {

  @TempDir Path folder;

  private Night night(TestDatabase database, String targets) {
    Shop shop = Shop.in(folder.resolve("shop")).database("db", database);
    shop.job("throttle: {pause: 0ms}\ntargets:\n" + targets);
    return new Night(shop);
  }

  private static String destroying(String table, String clock) {
    return "  - {source: db, table: "
        + table
        + ", retention: contract-end-p2y, clock: "
        + clock
        + ", action: destroy}\n";
  }

  /** Ten clients past their term; the visits of two are too, those of two others are not. */
  private TestDatabase clients(Engine engine) {
    TestDatabase database = engine.fresh(folder);
    database.execute(
        "CREATE TABLE client (id INT PRIMARY KEY, ended DATE)",
        "CREATE TABLE visit (id INT PRIMARY KEY, client INT, ended DATE,"
            + " FOREIGN KEY (client) REFERENCES client (id) ON DELETE CASCADE)",
        "CREATE TABLE note (id INT PRIMARY KEY, client INT,"
            + " FOREIGN KEY (client) REFERENCES client (id) ON DELETE SET NULL)");
    for (int id = 1; id <= 10; id++) {
      database.execute("INSERT INTO client VALUES (" + id + ", DATE '2020-01-01')");
    }
    for (int id = 1; id <= 4; id++) {
      String day = id <= 2 ? "2020-01-01" : "2025-01-01";
      database.execute("INSERT INTO visit VALUES (" + id + ", " + id + ", DATE '" + day + "')");
    }
    database.execute("INSERT INTO note VALUES (5, 5)");
    return database;
  }

  @ParameterizedTest
  @EnumSource
  void leavesARowWhileOthersWouldGoOrChangeWithIt(Engine engine) {
    TestDatabase database = clients(engine);
    Night night = night(database, destroying("client", "ended") + destroying("visit", "ended"));

    RunResult result = night.run();

    Act.ActTarget client = Night.target(result, RetentionRunIT.name(engine, "client"));
    assertThat(client.planned().due()).isEqualTo(10);
    assertThat(client.destroyed()).isEqualTo(7);
    assertThat(client.failed()).isEqualTo(1);
    assertThat(client.remaining()).isEqualTo(3);
    assertThat(client.postponed()).isEqualTo(2);
    assertThat(client.proof().postponed())
        .singleElement()
        .satisfies(waiting -> assertThat(waiting.reason()).containsIgnoringCase("visit"));
    assertThat(client.failures())
        .singleElement()
        .satisfies(
            failure ->
                assertThat(failure.reason())
                    .doesNotContainIgnoringCase("visit")
                    .containsIgnoringCase("note")
                    .contains("still point to it"));
    assertThat(database.rows("SELECT id FROM client ORDER BY id")).containsExactly("3", "4", "5");
    assertThat(database.rows("SELECT client FROM visit ORDER BY id")).containsExactly("3", "4");
    assertThat(database.rows("SELECT client FROM note")).containsExactly("5");

    database.execute("DELETE FROM note", "UPDATE visit SET ended = DATE '2020-01-01'");
    RunResult second = night.run();
    assertThat(second.status()).isEqualTo(RunResult.Status.VERIFIED);
    assertThat(database.number("SELECT COUNT(*) FROM client")).isZero();
    night.assertLeftClean();
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "MARIADB"})
  void leavesARowThatGetsAChildWhileItsChunkWaits(Engine engine) throws SQLException {
    TestDatabase database = clients(engine);
    Night night = night(database, destroying("client", "ended"));
    try (Connection other = database.connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("INSERT INTO visit VALUES (7, 7, DATE '2025-01-01')");

      night.run(Night.atChunks(() -> commitSoon(other), () -> {}));
    }

    assertThat(database.rows("SELECT id FROM client ORDER BY id"))
        .containsExactly("1", "2", "3", "4", "5", "7");
    assertThat(database.rows("SELECT client FROM visit ORDER BY id"))
        .containsExactly("1", "2", "3", "4", "7");
  }

  private static void commitSoon(Connection other) {
    CompletableFuture.runAsync(
        () -> {
          try {
            other.commit();
          } catch (SQLException failure) {
            throw new AssertionError(failure);
          }
        },
        CompletableFuture.delayedExecutor(700, TimeUnit.MILLISECONDS));
  }

  static Stream<Arguments> everyReactionOfEveryEngine() {
    return Stream.of(Engine.values())
        .flatMap(
            engine ->
                Stream.of("NO ACTION", "CASCADE", "SET NULL")
                    .map(reaction -> Arguments.of(engine, reaction)));
  }

  /** Bosses stand before those who report to them, and one of those stays. */
  @ParameterizedTest
  @MethodSource("everyReactionOfEveryEngine")
  void goesUpARowOfBosses(Engine engine, String reaction) {
    TestDatabase database = engine.fresh(folder);
    database.execute(
        "CREATE TABLE employee (id INT PRIMARY KEY, boss INT, ended DATE,"
            + " FOREIGN KEY (boss) REFERENCES employee (id) ON DELETE "
            + reaction
            + ")",
        "INSERT INTO employee VALUES (1, NULL, DATE '2020-01-01')");
    for (int id = 2; id <= 12; id++) {
      String ended = id == 4 ? "NULL" : "DATE '2020-01-01'";
      database.execute("INSERT INTO employee VALUES (" + id + ", " + (id - 1) + ", " + ended + ")");
    }
    Night night = night(database, destroying("employee", "ended"));

    RunResult result = night.run();

    assertThat(database.rows("SELECT id, boss FROM employee ORDER BY id"))
        .isEqualTo(List.of("1|null", "2|1", "3|2", "4|3"));
    Act.ActTarget target = result.targets().get(0);
    assertThat(target.destroyed()).isEqualTo(8);
    assertThat(target.failed()).isZero();
    assertThat(target.remaining()).isEqualTo(3);
    assertThat(target.postponed()).isEqualTo(3);
    AtomicInteger chunks = new AtomicInteger();
    RunResult next = night.run(Night.atChunks(() -> {}, chunks::incrementAndGet));
    assertThat(next.act()).as("the next night changes nothing").isEmpty();
    assertThat(chunks).as("and walks once over rows that wait").hasValue(1);
  }

  /** With a row that points only to itself, nothing but the row itself would go along. */
  @ParameterizedTest
  @EnumSource
  void letsARowGoThatPointsToItself(Engine engine) {
    TestDatabase database = engine.fresh(folder);
    database.execute(
        "CREATE TABLE member (id INT PRIMARY KEY, head INT NOT NULL, ended DATE, FOREIGN KEY (head)"
            + " REFERENCES member (id) ON DELETE CASCADE)",
        "INSERT INTO member VALUES (1, 1, DATE '2020-01-01'), (2, 1, DATE '2020-01-01'),"
            + " (3, 3, DATE '2020-01-01'), (4, 4, DATE '2020-01-01'), (5, 4, DATE '2025-01-01')");
    Night night = night(database, destroying("member", "ended"));

    RunResult result = night.run();

    assertThat(database.rows("SELECT id FROM member ORDER BY id")).containsExactly("4", "5");
    Act.ActTarget member = Night.target(result, RetentionRunIT.name(engine, "member"));
    assertThat(member.destroyed()).isEqualTo(3);
    night.assertLeftClean();
  }

  /** So it is where other rows may go along with it. */
  @ParameterizedTest
  @EnumSource
  void letsARowGoThatPointsToItselfWithThoseOfOthers(Engine engine) {
    TestDatabase database = engine.fresh(folder);
    database.execute(
        "CREATE TABLE member (id INT PRIMARY KEY, head INT NOT NULL, ended DATE, FOREIGN KEY (head)"
            + " REFERENCES member (id) ON DELETE CASCADE)",
        "CREATE TABLE note (id INT PRIMARY KEY, member INT, FOREIGN KEY (member) REFERENCES member"
            + " (id) ON DELETE CASCADE)",
        "INSERT INTO member VALUES (1, 1, DATE '2020-01-01'), (2, 1, DATE '2020-01-01'),"
            + " (3, 3, DATE '2020-01-01'), (4, 4, DATE '2020-01-01'), (5, 4, DATE '2025-01-01')",
        "INSERT INTO note VALUES (1, 1), (2, 2), (3, 3), (4, 4)");
    Night night =
        night(
            database,
            destroying("member", "ended").replace("destroy}", "destroy, cascades: [note]}"));

    night.run();

    assertThat(database.rows("SELECT id FROM member ORDER BY id")).containsExactly("4", "5");
    assertThat(database.rows("SELECT id FROM note")).containsExactly("4");
  }
}
