package kz.umyt.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import kz.umyt.engines.Engine;
import kz.umyt.engines.Shop;
import kz.umyt.engines.TestDatabase;
import kz.umyt.report.Act;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One row that may not or cannot go stops no other, and the Act says why it stayed. */
class RefusedRowsIT {

  private static final String QUICK = "chunk-time: 1s, pause: 0ms";
  private static final int FIVES = 100;

  @TempDir Path folder;

  private TestDatabase clients(Engine engine) {
    TestDatabase database = engine.fresh(folder);
    new Clients(database, FIVES).create();
    return database;
  }

  private Night night(TestDatabase database, String job) {
    Night night = new Night(Shop.in(folder.resolve("shop")).database("db", database));
    night.shop().job(job);
    return night;
  }

  @ParameterizedTest
  @EnumSource
  void leavesRowsThatWereRenewedOrHeldAfterThePlan(Engine engine) {
    TestDatabase database = clients(engine);
    database.execute("DELETE FROM orders");
    Night night = night(database, Clients.destroyingClients(QUICK));

    RunResult result =
        night.run(
            Night.atChunks(
                () ->
                    database.execute(
                        "UPDATE client SET ended = DATE '2026-04-01' WHERE id = 1",
                        "UPDATE client SET ended = NULL WHERE id = 6",
                        "UPDATE client SET debt = 5 WHERE id = 11"),
                () -> {}));

    Act.ActTarget client = target(engine, result);
    assertThat(client.planned().due()).isEqualTo(FIVES);
    assertThat(client.destroyed()).isEqualTo(FIVES - 3);
    assertThat(client.failed()).isZero();
    assertThat(client.remaining()).isZero();
    assertThat(database.rows("SELECT id FROM client WHERE id IN (1, 6, 11, 16) ORDER BY id"))
        .containsExactly("1", "6", "11");
  }

  @ParameterizedTest
  @EnumSource
  void leavesARowThatIsRenewedWhileItsChunkWaitsForIt(Engine engine) throws Exception {
    for (String job : List.of(Clients.destroyingClients(QUICK), Clients.anonymizing(QUICK))) {
      TestDatabase database = clients(engine);
      database.execute("DELETE FROM orders");
      Night night = night(database, job);
      try (Connection other = database.connect();
          Statement statement = other.createStatement()) {
        other.setAutoCommit(false);
        statement.execute("UPDATE client SET ended = DATE '2026-04-01' WHERE id = 6");

        RunResult result = night.run(Night.atChunks(() -> commitSoon(other), () -> {}));

        Act.ActTarget client = target(engine, result);
        assertThat(client.destroyed() + client.anonymized()).isEqualTo(FIVES - 1);
        assertThat(client.failed()).isZero();
        assertThat(client.remaining()).isZero();
      }
      assertThat(database.rows("SELECT full_name FROM client WHERE id = 6"))
          .containsExactly("Тестова Әсем 6");
    }
  }

  /** While a chunk waits for the rows that the connection has locked. */
  static void commitSoon(Connection other) {
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

  @ParameterizedTest
  @EnumSource
  void countsRowsThatAnUncoveredTablePointsTo(Engine engine) {
    TestDatabase database = clients(engine);
    database.execute("DELETE FROM orders WHERE client_id > 10");
    Night night = night(database, Clients.destroyingClients(QUICK));

    RunResult result = night.run();

    assertFailed(engine, result, 2, "rows of ");
    assertThat(target(engine, result).failures().get(0).reason()).endsWith(" still point to it");
    assertThat(target(engine, result).planned().remarks())
        .anyMatch(remark -> remark.toLowerCase(java.util.Locale.ROOT).contains("orders_client"));
    assertThat(database.rows("SELECT id FROM client WHERE debt = 0 AND " + Clients.DUE))
        .containsExactlyInAnyOrder("1", "6");

    database.execute("DELETE FROM orders");
    assertThat(target(engine, night.run()).destroyed()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void countsRowsWhoseNewValueAConstraintForbids(Engine engine) {
    TestDatabase database = clients(engine);
    database.execute(
        "ALTER TABLE client ADD CONSTRAINT six CHECK (id <> 6 OR full_name <> '<PERSON>')");
    List<String> six = database.rows("SELECT * FROM client WHERE id = 6");
    Night night = night(database, Clients.anonymizing(QUICK));

    RunResult result = night.run();

    assertFailed(engine, result, 1, "a constraint forbids the new value");
    assertThat(database.rows("SELECT * FROM client WHERE id = 6")).isEqualTo(six);
    assertThat(database.number("SELECT COUNT(*) FROM client WHERE full_name = '<PERSON>'"))
        .isEqualTo(FIVES - 1);
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "MARIADB"})
  void countsRowsThatATriggerRefuses(Engine engine) {
    TestDatabase database = clients(engine);
    database.execute("DELETE FROM orders");
    if (engine == Engine.MARIADB) {
      database.execute(
          "CREATE TRIGGER keep BEFORE DELETE ON client FOR EACH ROW IF OLD.id = 6 THEN SIGNAL"
              + " SQLSTATE '45000' SET MESSAGE_TEXT = 'no'; END IF");
    } else {
      database.execute(
          "CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.id = 6 THEN"
              + " RAISE EXCEPTION 'no'; END IF; RETURN OLD; END $$",
          "CREATE TRIGGER keep BEFORE DELETE ON client FOR EACH ROW EXECUTE FUNCTION keep()");
    }

    assertFailed(
        engine,
        night(database, Clients.destroyingClients(QUICK)).run(),
        1,
        "a trigger of the database refuses the change");
  }

  private static void assertFailed(Engine engine, RunResult result, long failed, String reason) {
    assertThat(result.status()).isEqualTo(RunResult.Status.FAILED_VERIFICATION);
    Act.ActTarget client = target(engine, result);
    assertThat(client.destroyed() + client.anonymized()).isEqualTo(FIVES - failed);
    assertThat(client.failed()).isEqualTo(failed);
    assertThat(client.remaining()).isEqualTo(failed);
    assertThat(client.failures()).hasSize(1);
    assertThat(client.failures().get(0).reason()).startsWith(reason);
  }

  private static Act.ActTarget target(Engine engine, RunResult result) {
    return Night.target(result, RetentionRunIT.name(engine, "client"));
  }
}
