package kz.umyt.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import kz.umyt.engines.Engine;
import kz.umyt.engines.Shop;
import kz.umyt.engines.TestDatabase;
import kz.umyt.plan.RefusedException;
import kz.umyt.report.Act;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run that ends early goes on with the next start, and its counts are whole. */
class InterruptedRunIT {

  /** Chunks of 200 rows after the first ones. */
  private static final String SLOW = "chunk-time: 1ms, pause: 0ms";

  private static final int FIVES = 800;

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

  /** Runs until so many chunks are done. */
  private static RunResult stopAfter(int chunks, Night night) {
    StopSignal stop = new StopSignal();
    AtomicInteger done = new AtomicInteger();
    RunResult stopped =
        night.run(
            Night.atChunks(
                () -> {},
                () -> {
                  if (done.incrementAndGet() == chunks) {
                    stop.request("the test says so");
                  }
                }),
            stop);
    assertThat(stopped.status()).isEqualTo(RunResult.Status.STOPPED);
    assertThat(stopped.act()).isEmpty();
    assertThat(stopped.stopReason()).contains("the test says so");
    return stopped;
  }

  private static Act.ActTarget target(Engine engine, RunResult result, String table) {
    return Night.target(result, RetentionRunIT.name(engine, table));
  }

  @ParameterizedTest
  @EnumSource
  void goesOnAfterAStopWithWholeCounts(Engine engine) {
    TestDatabase database = clients(engine);
    Night night = night(database, Clients.destroying(SLOW));

    RunResult stopped = stopAfter(3, night);
    long left = database.number("SELECT COUNT(*) FROM orders");
    RunResult result = night.run();

    assertThat(left).isBetween(6L * FIVES + 1, 10L * FIVES - 1);
    assertThat(result.run()).isEqualTo(stopped.run());
    assertThat(result.resumed()).isTrue();
    assertWhole(target(engine, result, "orders"), 4 * FIVES);
    assertWhole(target(engine, result, "client"), FIVES);
    assertThat(result.act().orElseThrow().execution().attempts()).hasSize(2);
    assertThat(database.number("SELECT COUNT(*) FROM client")).isEqualTo(4 * FIVES);
    night.assertLeftClean();
  }

  @ParameterizedTest
  @EnumSource
  void countsAnonymizedRowsOnceOverManyStops(Engine engine) {
    TestDatabase database = clients(engine);
    Night night = night(database, Clients.anonymizing(SLOW));

    String run = stopAfter(1, night).run();
    assertThat(stopAfter(2, night).run()).isEqualTo(run);
    RunResult result = night.run();

    assertThat(result.run()).isEqualTo(run);
    assertWhole(target(engine, result, "client"), FIVES);
    assertThat(database.number("SELECT COUNT(*) FROM client WHERE full_name = '<PERSON>'"))
        .isEqualTo(FIVES);
    assertThat(
            database.number("SELECT COUNT(DISTINCT iin) FROM client WHERE full_name = '<PERSON>'"))
        .as("tokens under the one key of the run")
        .isEqualTo(FIVES);
    night.assertLeftClean();
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "MARIADB"})
  void goesOnWhenAllItsConnectionsAreLost(Engine engine) {
    TestDatabase database = clients(engine);
    Night night = night(database, Clients.destroying(SLOW));
    AtomicInteger chunks = new AtomicInteger();

    RunResult result =
        night.run(
            Night.atChunks(
                () -> {},
                () -> {
                  if (chunks.incrementAndGet() == 3) {
                    cutOff(database);
                  }
                }));

    assertThat(result.resumed()).isFalse();
    assertWhole(target(engine, result, "orders"), 4 * FIVES);
    assertWhole(target(engine, result, "client"), FIVES);
    night.assertLeftClean();
  }

  private static void cutOff(TestDatabase database) {
    if (database.engine() == Engine.POSTGRESQL) {
      database.rows(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname ="
              + " current_database() AND pid <> pg_backend_pid()");
      return;
    }
    List<String> sessions =
        database.rows(
            "SELECT id FROM information_schema.processlist WHERE db = '"
                + database.schema()
                + "' AND id <> CONNECTION_ID()");
    sessions.forEach(session -> database.execute("KILL " + session));
  }

  @ParameterizedTest
  @EnumSource
  void followsAnEditedJobAndStillCountsWhatWasDone(Engine engine) {
    TestDatabase database = clients(engine);
    String job = Clients.destroying(SLOW);
    Night night = night(database, job);
    RunResult stopped = stopAfter(3, night);
    String held = "SELECT COUNT(*) FROM orders WHERE note = ''";
    long before = database.number(held);

    night
        .shop()
        .job(job.replace("clock: client.ended", "clock: client.ended\n    hold: \"note = ''\""));
    RunResult result = night.run();

    assertThat(result.run()).isEqualTo(stopped.run());
    assertThat(database.number(held)).as("held from now on").isEqualTo(before);
    Act.ActTarget orders = target(engine, result, "orders");
    assertThat(orders.destroyed())
        .isEqualTo(10L * FIVES - database.number("SELECT COUNT(*) FROM orders"));
    assertThat(orders.planned().due()).isEqualTo(orders.destroyed());
    assertThat(orders.planned().inScope()).isEqualTo(10L * FIVES);
    assertThat(orders.remaining()).isZero();
    assertThat(result.status())
        .as(
            "clients of held orders wait, and a hold that is neither true nor false is for a person")
        .isEqualTo(RunResult.Status.NEEDS_PERSON);
    Act.ActTarget client = target(engine, result, "client");
    assertThat(client.destroyed() + client.postponed()).isEqualTo(FIVES);
    assertThat(client.destroyed())
        .isEqualTo(5L * FIVES - database.number("SELECT COUNT(*) FROM client"));
  }

  @ParameterizedTest
  @EnumSource(names = "H2")
  void staysOpenWhenAnEditedLimitRefusesIt(Engine engine) {
    TestDatabase database = clients(engine);
    String job = Clients.destroying(SLOW);
    Night night = night(database, job);
    RunResult stopped = stopAfter(3, night);
    long left = database.number("SELECT COUNT(*) FROM orders");

    night.shop().job("limits: {max-rows: 1}\n" + job);
    assertThatThrownBy(night::run).isInstanceOf(RefusedException.class);
    assertThat(database.number("SELECT COUNT(*) FROM orders")).isEqualTo(left);
    night.shop().job(job);
    RunResult result = night.run();

    assertThat(result.run()).isEqualTo(stopped.run());
    assertWhole(target(engine, result, "orders"), 4 * FIVES);
    night.assertLeftClean();
  }

  @ParameterizedTest
  @EnumSource(names = "H2")
  void reportsATargetThatAnEditTookOut(Engine engine) {
    TestDatabase database = clients(engine);
    String job = Clients.destroying(SLOW);
    Night night = night(database, job);
    stopAfter(3, night);
    long destroyed = 10L * FIVES - database.number("SELECT COUNT(*) FROM orders");

    night.shop().job(Clients.anonymizing(SLOW).replace("debt > 0", "1 = 1"));
    RunResult result = night.run();

    assertThat(target(engine, result, "orders").destroyed()).isEqualTo(destroyed);
    assertThat(target(engine, result, "client").anonymized()).isZero();
    night.assertLeftClean();
  }

  private static void assertWhole(Act.ActTarget target, long records) {
    assertThat(target.planned().due()).isEqualTo(records);
    assertThat(target.destroyed() + target.anonymized()).isEqualTo(records);
    assertThat(target.failed()).isZero();
    assertThat(target.remaining()).isZero();
  }
}
