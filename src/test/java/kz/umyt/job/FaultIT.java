package kz.umyt.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import kz.umyt.engines.Engine;
import kz.umyt.engines.Shop;
import kz.umyt.engines.TestDatabase;
import kz.umyt.report.Act;
import kz.umyt.settings.SettingsException;
import kz.umyt.source.SourceException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What befalls a database at night is told in words, and the next run ends well. */
class FaultIT {

  private static final int ROWS = 12_000;

  @TempDir private Path folder;

  /** A table of which every record is due, with a user who has few rights. */
  private TestDatabase clients(Engine engine) {
    TestDatabase database = engine.fresh(folder);
    String numbers =
        switch (engine) {
          case H2 -> "x FROM SYSTEM_RANGE(1, " + ROWS + ")";
          case POSTGRESQL -> "n FROM generate_series(1, " + ROWS + ") n";
          case MARIADB -> "seq FROM " + Engine.sequence(ROWS);
        };
    database.execute(
        "CREATE TABLE client (id BIGINT PRIMARY KEY, ended DATE)",
        "INSERT INTO client (id) SELECT " + numbers,
        "UPDATE client SET ended = DATE '2020-01-01'");
    if (engine == Engine.POSTGRESQL) {
      database.execute(
          "DO $$ BEGIN IF to_regrole('clerk') IS NULL THEN CREATE ROLE clerk LOGIN; END IF; END $$",
          "GRANT CREATE ON SCHEMA public TO clerk",
          "GRANT ALL ON client TO clerk");
    } else if (engine == Engine.MARIADB) {
      database.execute(
          "CREATE USER IF NOT EXISTS clerk@'127.0.0.1'",
          "GRANT SELECT, INSERT, UPDATE, CREATE, CREATE TEMPORARY TABLES ON "
              + database.schema()
              + ".* TO clerk@'127.0.0.1'",
          "GRANT DELETE ON client TO clerk@'127.0.0.1'");
    }
    return database;
  }

  private static TestDatabase byClerk(TestDatabase database) {
    return database.engine() == Engine.H2
        ? database
        : new TestDatabase(
            database.engine(),
            database.url().replace("user=postgres", "user=clerk"),
            "clerk",
            database.schema());
  }

  private static String clerk(Engine engine) {
    return engine == Engine.MARIADB ? "clerk@'127.0.0.1'" : "clerk";
  }

  private Night night(TestDatabase database) {
    Night night = new Night(Shop.in(folder.resolve("shop")).database("db", byClerk(database)));
    night
        .shop()
        .job(
            """
            throttle: {chunk-time: 1ms, pause: 0ms}
            targets:
              - {source: db, table: client, retention: contract-end-p2y, clock: ended, action: destroy}
            """);
    return night;
  }

  /** Something befalls the database after a chunk. */
  private static Progress after(int chunks, Runnable fault) {
    AtomicInteger done = new AtomicInteger();
    return Night.atChunks(
        () -> {},
        () -> {
          if (done.incrementAndGet() == chunks) {
            fault.run();
          }
        });
  }

  /** The counts of the Act are those of all attempts. */
  private static void assertEndsWell(Night night, TestDatabase database) {
    RunResult done = night.run();
    assertThat(done.status()).isEqualTo(RunResult.Status.VERIFIED);
    assertThat(done.resumed()).isTrue();
    Act.ActTarget target = Night.target(done, RetentionRunIT.name(database.engine(), "client"));
    assertThat(target.planned().due()).isEqualTo(ROWS);
    assertThat(target.destroyed()).isEqualTo(ROWS);
    assertThat(target.failed()).isZero();
    assertThat(target.remaining()).isZero();
    assertThat(database.number("SELECT COUNT(*) FROM client")).isZero();
    night.assertLeftClean();
  }

  private static void assertInTheMiddle(TestDatabase database) {
    assertThat(database.number("SELECT COUNT(*) FROM client")).isBetween(1L, ROWS - 1L);
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "MARIADB"})
  void losesARightInTheMiddle(Engine engine) {
    TestDatabase database = clients(engine);
    Night night = night(database);

    assertThatThrownBy(
            () ->
                night.run(
                    after(
                        2,
                        () ->
                            database.execute(
                                "REVOKE DELETE ON client FROM " + clerk(database.engine())))))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("client cannot be changed: the database user lacks a right; have its")
        .hasMessageContaining("administrator grant it");

    assertInTheMiddle(database);
    database.execute("GRANT DELETE ON client TO " + clerk(engine));
    assertEndsWell(night, database);
  }

  @ParameterizedTest
  @EnumSource
  void losesAColumnInTheMiddle(Engine engine) {
    TestDatabase database = clients(engine);
    Night night = night(database);

    assertThatThrownBy(() -> night.run(after(2, () -> rename(database, "ended", "finished"))))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("no such column; it may have been dropped or renamed");
    assertInTheMiddle(database);

    assertThatThrownBy(night::run)
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith("jobs/job.yaml:6:")
        .hasMessageContaining("has no column 'ended'");
    rename(database, "finished", "ended");
    assertEndsWell(night, database);
  }

  private static void rename(TestDatabase database, String column, String to) {
    String words = database.engine() == Engine.H2 ? " ALTER COLUMN " : " RENAME COLUMN ";
    String as = database.engine() == Engine.H2 ? " RENAME TO " : " TO ";
    database.execute("ALTER TABLE client" + words + column + as + to);
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "MARIADB"})
  void isNotLetInAgainAfterItsConnectionIsLost(Engine engine) {
    TestDatabase database = clients(engine);
    Night night = night(database);

    assertThatThrownBy(
            () ->
                night.run(
                    after(
                        2,
                        () -> {
                          letIn(database, false);
                          cutOff(database);
                        })))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("source 'db'");
    assertInTheMiddle(database);

    letIn(database, true);
    assertEndsWell(night, database);
  }

  private static void letIn(TestDatabase database, boolean isLetIn) {
    database.execute(
        database.engine() == Engine.POSTGRESQL
            ? "ALTER ROLE clerk " + (isLetIn ? "LOGIN" : "NOLOGIN")
            : "ALTER USER clerk@'127.0.0.1' ACCOUNT " + (isLetIn ? "UNLOCK" : "LOCK"));
  }

  private static void cutOff(TestDatabase database) {
    if (database.engine() == Engine.POSTGRESQL) {
      database.rows(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'clerk'");
      return;
    }
    List<String> sessions =
        database.rows("SELECT id FROM information_schema.processlist WHERE user = 'clerk'");
    sessions.forEach(session -> database.execute("KILL " + session));
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "MARIADB"})
  void findsTheDatabaseReadOnlyInTheMiddle(Engine engine) {
    TestDatabase database = clients(engine);
    Night night = night(database);
    try {
      assertThatThrownBy(() -> night.run(after(2, () -> readOnly(database, true))))
          .isInstanceOf(SourceException.class)
          .hasMessageContaining("it is read-only; have its administrator see to that");
      assertInTheMiddle(database);
      assertThatThrownBy(night::run)
          .as("which it still is when the next run begins")
          .isInstanceOf(SourceException.class)
          .hasMessageContaining("it is read-only; have its administrator see to that");
    } finally {
      readOnly(database, false);
    }
    assertEndsWell(night, database);
  }

  /** Of this server all databases, whoever is connected already. */
  private static void readOnly(TestDatabase database, boolean is) {
    if (database.engine() == Engine.MARIADB) {
      database.execute("SET GLOBAL read_only = " + (is ? 1 : 0));
      return;
    }
    database.execute(
        is
            ? "ALTER SYSTEM SET default_transaction_read_only = on"
            : "ALTER SYSTEM RESET default_transaction_read_only",
        "SELECT pg_reload_conf()",
        "SELECT pg_sleep(0.5)");
  }
}
