package kz.umyt.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import kz.umyt.engines.Engine;
import kz.umyt.engines.Shop;
import kz.umyt.engines.TestDatabase;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Several connections at work on one table do what one would do, whatever happens to them. */
class LanesIT {

  private static final int ROWS = 44_000;

  /** Every second row is due. */
  private static final int DUE = ROWS / 2;

  @TempDir Path folder;

  private TestDatabase database;

  private Night night(Engine engine, String action) {
    database = engine.fresh(folder);
    String sequence =
        switch (engine) {
          case POSTGRESQL -> "SELECT n FROM generate_series(1, " + ROWS + ") AS s(n)";
          case H2 -> "SELECT X AS n FROM SYSTEM_RANGE(1, " + ROWS + ")";
          case MARIADB -> "SELECT seq AS n FROM " + Engine.sequence(ROWS);
        };
    database.execute(
        "CREATE TABLE client (id BIGINT PRIMARY KEY, name VARCHAR(60), ended DATE)",
        "INSERT INTO client SELECT n, CONCAT('Тестова ', n), CASE WHEN MOD(n, 2) = 0 THEN DATE"
            + " '2020-01-01' ELSE DATE '2025-12-01' END FROM ("
            + sequence
            + ") numbers");
    Shop shop = Shop.in(folder.resolve("shop")).database("db", database);
    shop.job(
        """
        throttle: {chunk-time: 200ms, pause: 0ms, connections: 3}
        targets:
          - source: db
            table: client
            retention: contract-end-p2y
            clock: ended
        """
            + action.indent(4));
    return new Night(shop);
  }

  private static final String DESTROY = "action: destroy";
  private static final String ANONYMIZE = "action: anonymize\ncolumns: {name: hash}";

  private void refuse(Engine engine, String event, String condition) {
    if (engine == Engine.POSTGRESQL) {
      database.execute(
          "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF "
              + condition.replace("#", "OLD.id")
              + " THEN RAISE EXCEPTION 'refused'; END IF; RETURN "
              + (event.equals("DELETE") ? "OLD" : "NEW")
              + "; END $$",
          "CREATE TRIGGER refusing BEFORE "
              + event
              + " ON client FOR EACH ROW EXECUTE FUNCTION refuse()");
    } else {
      database.execute(
          "CREATE TRIGGER refusing BEFORE "
              + event
              + " ON client FOR EACH ROW BEGIN IF "
              + condition.replace("#", "OLD.id")
              + " THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'refused'; END IF; END");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "MARIADB"})
  void rowsThatCannotGoStopNoOther(Engine engine) {
    Night night = night(engine, DESTROY);
    refuse(engine, "DELETE", "# IN (2, 20000, 40002, 44000)");

    var target = Night.target(night.run(), "client");

    assertThat(target.destroyed()).isEqualTo(DUE - 4);
    assertThat(target.failed()).isEqualTo(4);
    assertThat(database.rows("SELECT id FROM client WHERE ended < DATE '2021-01-01' ORDER BY id"))
        .containsExactly("2", "20000", "40002", "44000");
    assertThat(database.number("SELECT COUNT(*) FROM client")).isEqualTo(ROWS - DUE + 4);
    assertThat(database.number("SELECT SUM(changed) FROM umyt_journal")).isEqualTo(DUE - 4);
    assertThat(database.number("SELECT COUNT(DISTINCT lane) FROM umyt_journal")).isEqualTo(3);
  }

  /** The server ends our sessions again and again, as after a time-out or by an operator. */
  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "MARIADB"})
  void lostConnectionsAreOpenedAgain(Engine engine) {
    Night night = night(engine, ANONYMIZE);
    AtomicInteger left = new AtomicInteger(3);
    Progress killing =
        Night.atChunks(
            () -> {},
            () -> {
              if (left.getAndDecrement() > 0) {
                endSessions(engine);
              }
            });

    RunResult result = night.run(killing);

    assertThat(left.get()).isNegative();
    assertThat(result.status()).isEqualTo(RunResult.Status.VERIFIED);
    assertThat(Night.target(result, "client").anonymized()).isEqualTo(DUE);
    assertThat(database.number("SELECT COUNT(*) FROM client WHERE name NOT LIKE 'Тестова %'"))
        .isEqualTo(DUE);
    assertThat(database.number("SELECT SUM(changed) FROM umyt_journal")).isEqualTo(DUE);
    assertThat(database.number("SELECT COUNT(*) FROM umyt_done")).isEqualTo(DUE);
    night.assertLeftClean();
  }

  /** All but the one that keeps other runs away, which does nothing. */
  private void endSessions(Engine engine) {
    if (engine == Engine.POSTGRESQL) {
      database.execute(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname ="
              + " current_database() AND pid <> pg_backend_pid() AND pid NOT IN"
              + " (SELECT pid FROM pg_locks WHERE locktype = 'advisory')");
      return;
    }
    for (String id :
        database.rows(
            "SELECT id FROM information_schema.processlist WHERE db = DATABASE() AND id NOT IN"
                + " (CONNECTION_ID(), (SELECT COALESCE(MAX(owner_thread_id), 0) FROM"
                + " performance_schema.metadata_locks WHERE object_type = 'USER LEVEL LOCK'))")) {
      database.execute("KILL " + id);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRunThatIsStoppedGoesOnWhereTheWalkWas(Engine engine) {
    Night night = night(engine, ANONYMIZE);
    StopSignal stop = new StopSignal();
    assertThat(night.run(Night.atChunks(() -> {}, () -> stop.request("enough")), stop).status())
        .isEqualTo(RunResult.Status.STOPPED);
    long before = database.number("SELECT SUM(changed) FROM umyt_journal");
    assertThat(before).isBetween(1L, DUE - 1L);

    RunResult result = night.run();

    assertThat(result.status()).isEqualTo(RunResult.Status.VERIFIED);
    assertThat(database.number("SELECT SUM(changed) FROM umyt_journal")).isEqualTo(DUE);
    night.assertLeftClean();
  }
}
