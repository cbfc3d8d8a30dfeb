package kz.umyt.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import kz.umyt.engines.Engine;
import kz.umyt.engines.Shop;
import kz.umyt.engines.Standby;
import kz.umyt.engines.TestDatabase;
import kz.umyt.settings.SettingsException;
import kz.umyt.source.SourceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No chunk begins while replicas are behind, or too many others at work. */
class ThrottleIT {

  private static final int ROWS = 20_000;

  @TempDir private Path folder;

  private final List<String> waits = new CopyOnWriteArrayList<>();
  private final StopSignal stop = new StopSignal();
  private final AtomicLong asked = new AtomicLong();

  private TestDatabase clients(Engine engine) {
    TestDatabase database = engine.fresh(folder);
    String numbers =
        engine == Engine.MARIADB
            ? "seq FROM " + Engine.sequence(ROWS)
            : "n FROM generate_series(1, " + ROWS + ") n";
    database.execute(
        "CREATE TABLE client (id BIGINT PRIMARY KEY, ended DATE)",
        "INSERT INTO client (id) SELECT " + numbers,
        "UPDATE client SET ended = DATE '2020-01-01'");
    return database;
  }

  private Night night(TestDatabase database, String throttle) {
    Night night = new Night(Shop.in(folder.resolve("shop")).database("db", database));
    job(night, throttle);
    return night;
  }

  private static void job(Night night, String throttle) {
    night
        .shop()
        .job(
            """
            throttle: {chunk-time: 1ms, %s}
            targets:
              - {source: db, table: client, retention: contract-end-p2y, clock: ended, action: destroy}
            """
                .formatted(throttle));
  }

  /** Runs a piece of test code at each chunk, and when the run waits. */
  private Progress watched(Runnable chunk, Runnable waiting) {
    return new Progress() {
      @Override
      public void started(String what, long records) {}

      @Override
      public void reached(long records) {
        chunk.run();
      }

      @Override
      public void finished() {}

      @Override
      public void waits(Optional<String> why) {
        why.filter(reason -> !reason.startsWith("an answer"))
            .ifPresent(
                reason -> {
                  waits.add(reason);
                  waiting.run();
                });
      }
    };
  }

  private void stopNow() {
    asked.compareAndSet(0, System.nanoTime());
    stop.request("the test says so");
  }

  private void assertStoppedWaiting(RunResult stopped, String reason) {
    assertThat(Duration.ofNanos(System.nanoTime() - asked.get())).isLessThan(Duration.ofSeconds(3));
    assertThat(stopped.status()).isEqualTo(RunResult.Status.STOPPED);
    assertThat(stopped.stopReason().orElseThrow())
        .startsWith("the test says so; it waited: ")
        .contains(reason);
    assertThat(waits).last().asString().contains(reason);
  }

  private static void assertDone(RunResult done, TestDatabase database) {
    assertThat(done.status()).isEqualTo(RunResult.Status.VERIFIED);
    assertThat(Night.target(done, "client").destroyed()).isEqualTo(ROWS);
    assertThat(database.number("SELECT COUNT(*) FROM client")).isZero();
  }

  @Test
  void waitsForAReplicaThatIsBehind() throws Exception {
    TestDatabase database = clients(Engine.POSTGRESQL);
    Night night = night(database, "pause: 50ms, max-replica-lag: 1s");
    try (Standby standby = Standby.of(database, folder)) {
      RunResult stopped = night.run(watched(() -> standby.pause(true), this::stopNow), stop);

      assertStoppedWaiting(stopped, "of source 'db' is ");
      assertThat(waits).last().asString().endsWith(" s behind");
      assertThat(database.number("SELECT COUNT(*) FROM client")).isBetween(1L, ROWS - 1L);

      waits.clear();
      job(night, "pause: 0ms, max-replica-lag: 1s");
      RunResult done = night.run(watched(() -> {}, () -> standby.pause(false)));
      assertDone(done, database);
      assertThat(done.resumed()).isTrue();
      assertThat(waits).as("waited until the replica went on").isNotEmpty();
    }
  }

  @Test
  void waitsForAReplicaThatIsNotKeptUpToDate() {
    TestDatabase database = clients(Engine.MARIADB);
    Night night = night(database, "pause: 0ms, max-replica-lag: 1s");
    assertThatThrownBy(night::run)
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("name them there, as 'replicas: [NAME]'");
    // A replica of a server that is not there.
    night.shop().database("copy", database);
    Path sources = night.shop().base().resolve("config/sources.yaml");
    replace(sources, "  db:\n", "  db:\n    replicas: [copy]\n");
    assertThatThrownBy(night::run)
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("source 'copy' is no replica");
    boolean isMySql = Engine.MARIADB.isMySql();
    database.execute(
        isMySql
            ? "CHANGE REPLICATION SOURCE TO source_host = '127.0.0.1', source_port = 1"
            : "CHANGE MASTER TO master_host = '127.0.0.1', master_port = 1");
    try {
      RunResult stopped = night.run(watched(() -> {}, this::stopNow), stop);

      assertStoppedWaiting(stopped, "replica 'copy' is not kept up to date");
      assertThat(database.number("SELECT COUNT(*) FROM client")).isEqualTo(ROWS);
    } finally {
      database.execute(isMySql ? "RESET REPLICA ALL" : "RESET SLAVE ALL");
    }
  }

  private static void replace(Path file, String old, String with) {
    try {
      Files.writeString(file, Files.readString(file).replace(old, with));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "MARIADB"})
  void waitsWhileOthersAreAtWork(Engine engine) throws Exception {
    TestDatabase database = clients(engine);
    Night night = night(database, "pause: 0ms, max-active-sessions: 2");
    List<Thread> others = new ArrayList<>();
    List<Statement> statements = new CopyOnWriteArrayList<>();
    String user = engine == Engine.MARIADB ? "other" : "postgres";
    if (engine == Engine.MARIADB) {
      database.execute("DROP USER IF EXISTS other@'127.0.0.1'", "CREATE USER other@'127.0.0.1'");
    }
    for (int i = 0; i < 3; i++) {
      Connection connection = server(database, user).connect();
      Statement statement = connection.createStatement();
      statements.add(statement);
      Thread other = new Thread(() -> sleep(engine, statement));
      others.add(other);
      other.start();
    }

    RunResult done = night.run(watched(() -> {}, () -> statements.forEach(ThrottleIT::cancel)));

    assertDone(done, database);
    assertThat(waits).first().asString().contains("'db' has 3 active sessions, more than 2");
    for (Thread other : others) {
      other.join();
    }
    for (Statement statement : statements) {
      statement.getConnection().close();
    }
  }

  private static TestDatabase server(TestDatabase database, String user) {
    String url =
        database.engine() == Engine.MARIADB
            ? database.url().replace(database.schema(), "")
            : database.url().replace("user=postgres", "user=" + user);
    return new TestDatabase(database.engine(), url, user, database.schema());
  }

  private static void sleep(Engine engine, Statement statement) {
    try {
      statement.execute(engine == Engine.MARIADB ? "SELECT SLEEP(60)" : "SELECT pg_sleep(60)");
    } catch (SQLException cancelled) {
      // As it should be.
    }
  }

  private static void cancel(Statement statement) {
    try {
      statement.cancel();
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "MARIADB"})
  void namesAMissingRightBeforeTheFirstChange(Engine engine) {
    TestDatabase database = clients(engine);
    boolean maria = engine == Engine.MARIADB;
    String schema = database.schema();
    database.execute(
        maria ? "DROP USER IF EXISTS plain@'127.0.0.1'" : "DROP ROLE IF EXISTS plain",
        maria ? "CREATE USER plain@'127.0.0.1'" : "CREATE ROLE plain LOGIN",
        maria
            ? "GRANT ALL ON " + schema + ".* TO plain@'127.0.0.1'"
            : "GRANT ALL ON client TO plain");
    TestDatabase seen =
        new TestDatabase(
            engine, database.url().replace("user=postgres", "user=plain"), "plain", schema);
    Night night = night(seen, "pause: 0ms, max-active-sessions: 2");

    assertThatThrownBy(night::run)
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("its user does not see what 'max-active-sessions' (jobs/job.yaml:4:")
        .hasMessageContaining(
            maria
                ? "let an administrator run GRANT PROCESS ON *.* TO plain@127.0.0.1"
                : "let an administrator run GRANT pg_read_all_stats TO plain");

    assertThat(database.number("SELECT COUNT(*) FROM client")).isEqualTo(ROWS);
    assertThat(night.files("out")).isEmpty();
    if (!maria) {
      database.execute("DROP OWNED BY plain", "DROP ROLE plain");
    }
  }
}
