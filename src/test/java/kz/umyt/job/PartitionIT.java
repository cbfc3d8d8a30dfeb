package kz.umyt.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import kz.umyt.engines.Engine;
import kz.umyt.engines.Shop;
import kz.umyt.engines.TestDatabase;
import kz.umyt.plan.DroppedPartition;
import kz.umyt.report.Act;
import kz.umyt.report.ActHtmlText;
import kz.umyt.settings.SettingsException;
import kz.umyt.source.SourceException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Partitions of which every row is due are dropped as a whole, where the job gives leave. */
class PartitionIT {

  /** In each year. */
  private static final int ROWS = 3_000;

  private static final String DROP = "partitions: drop";

  @TempDir Path folder;

  private TestDatabase database;
  private Night night;

  /** Calls of 2019 to 2021 and what came before, all due; calls of 2026, of which none is. */
  @BeforeEach
  void company() {
    database = Engine.POSTGRESQL.fresh(folder);
    database.execute(
        "CREATE TABLE calls (id BIGINT, made DATE, ended DATE, debt INT, PRIMARY KEY (id, made))"
            + " PARTITION BY RANGE (made)",
        "CREATE TABLE calls_2019 PARTITION OF calls FOR VALUES FROM ('2019-01-01') TO"
            + " ('2020-01-01')",
        "CREATE TABLE calls_2020 PARTITION OF calls FOR VALUES FROM ('2020-01-01') TO"
            + " ('2021-01-01')",
        "CREATE TABLE calls_2021 (ended DATE, debt INT, made DATE NOT NULL, id BIGINT NOT NULL)",
        "ALTER TABLE calls ATTACH PARTITION calls_2021 FOR VALUES FROM ('2021-01-01') TO"
            + " ('2022-01-01')",
        "CREATE TABLE calls_2022 PARTITION OF calls FOR VALUES FROM ('2022-01-01') TO"
            + " ('2023-01-01')",
        "CREATE TABLE calls_now PARTITION OF calls FOR VALUES FROM ('2026-01-01') TO (MAXVALUE)",
        "CREATE TABLE calls_rest PARTITION OF calls DEFAULT");
    for (String year : List.of("2015", "2019", "2020", "2021", "2026")) {
      database.execute(
          "INSERT INTO calls SELECT "
              + year
              + "0000 + n, DATE '"
              + year
              + "-03-01', DATE '"
              + year
              + "-03-01', 0 FROM generate_series(1, "
              + ROWS
              + ") n");
    }
    night = night(database, "");
  }

  private Night night(TestDatabase as, String head) {
    Shop shop = Shop.in(folder.resolve("shop")).database("db", as);
    shop.job(job(head, DROP));
    return new Night(shop);
  }

  private static String job(String head, String partitions) {
    return head
        + """

        throttle: {pause: 0ms}
        targets:
          - source: db
            table: calls
            retention: contract-end-p2y
            clock: ended
            hold: "debt > 0"
            action: destroy
        """
        + (partitions.isEmpty() ? "" : "    " + partitions + "\n");
  }

  private boolean exists(String table) {
    return database.number("SELECT COUNT(*) FROM pg_class WHERE relname = '" + table + "'") == 1;
  }

  private Act.ActTarget calls(RunResult result) {
    return Night.target(result, "calls");
  }

  private long evidence() {
    return database.number(
        "SELECT COALESCE(SUM(changed), 0) FROM umyt_journal WHERE target NOT LIKE '% | %'");
  }

  private static List<String> names(Act.ActTarget target) {
    return target.partitions().stream().map(DroppedPartition::name).toList();
  }

  @Test
  void ofWhichAllRowsAreDueAreDroppedWithTheirEvidence() {
    assertThat(night.preview().outlooks().get(0).partitions())
        .containsExactly("public.calls_2019", "public.calls_2020", "public.calls_2021");

    RunResult result = night.run();

    Act.ActTarget calls = calls(result);
    assertThat(calls.partitions())
        .extracting(DroppedPartition::name, DroppedPartition::records)
        .containsExactly(
            tuple("public.calls_2019", (long) ROWS),
            tuple("public.calls_2020", (long) ROWS),
            tuple("public.calls_2021", (long) ROWS));
    assertThat(calls.destroyed()).as("with those that no range held").isEqualTo(4 * ROWS);
    assertThat(calls.failed()).isZero();
    assertThat(calls.remaining()).isZero();
    assertThat(calls.proof().rows().get(0).others()).contains(0L);
    assertThat(exists("calls_2019") || exists("calls_2020") || exists("calls_2021")).isFalse();
    assertThat(exists("calls_2022")).as("made for rows to come").isTrue();
    assertThat(exists("calls_rest")).as("new rows need it").isTrue();
    assertThat(database.number("SELECT COUNT(*) FROM calls")).isEqualTo(ROWS);
    assertThat(evidence()).isEqualTo(4 * ROWS);
    assertThat(ActHtmlText.of(result.act().orElseThrow()))
        .contains(
            "public.calls_2020", "Секции, удалённые целиком", "Partitions dropped as a whole");
    assertThat(night.run().status()).isEqualTo(RunResult.Status.NOTHING_DUE);
    night.assertLeftClean();
  }

  @Test
  void withARowThatStaysGoRowByRow() {
    database.execute(
        "UPDATE calls SET ended = DATE '2026-01-01' WHERE id = 20190007",
        "UPDATE calls SET debt = 5 WHERE id = 20200007",
        "UPDATE calls SET ended = NULL WHERE id = 20210007");

    Act.ActTarget calls = calls(night.run());

    assertThat(names(calls)).isEmpty();
    assertThat(calls.destroyed()).isEqualTo(4 * ROWS - 3);
    assertThat(database.rows("SELECT id FROM calls WHERE made < DATE '2026-01-01' ORDER BY id"))
        .containsExactly("20190007", "20200007", "20210007");
    assertThat(exists("calls_2019") && exists("calls_2020") && exists("calls_2021")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "partitions: keep"})
  void stayWhereTheJobGivesNoLeave(String word) {
    night.shop().job(job("", word));

    Act.ActTarget calls = calls(night.run());

    assertThat(names(calls)).isEmpty();
    assertThat(calls.destroyed()).isEqualTo(4 * ROWS);
    assertThat(exists("calls_2019")).isTrue();
  }

  @Test
  void withinPartitionsAreDroppedWhereNewRowsDoNotNeedThem() {
    database.execute(
        "CREATE TABLE calls_2023 PARTITION OF calls FOR VALUES FROM ('2023-01-01') TO"
            + " ('2024-01-01') PARTITION BY RANGE (made)",
        "CREATE TABLE calls_2023_1 PARTITION OF calls_2023 FOR VALUES FROM ('2023-01-01') TO"
            + " ('2023-07-01')",
        "CREATE TABLE calls_2025 PARTITION OF calls FOR VALUES FROM ('2024-01-01') TO"
            + " ('2025-01-01') PARTITION BY HASH (id)",
        "CREATE TABLE calls_2025_0 PARTITION OF calls_2025 FOR VALUES WITH (MODULUS 1, REMAINDER"
            + " 0)",
        "INSERT INTO calls VALUES (1, DATE '2023-02-01', DATE '2023-02-01', 0)",
        "INSERT INTO calls VALUES (2, DATE '2024-02-01', DATE '2024-02-01', 0)");

    Act.ActTarget calls = calls(night.run());

    assertThat(names(calls)).contains("public.calls_2023_1").doesNotContain("public.calls_2025_0");
    assertThat(calls.destroyed()).isEqualTo(4 * ROWS + 2);
    assertThat(exists("calls_2023") && exists("calls_2025_0")).isTrue();
    assertThat(exists("calls_2023_1")).isFalse();
  }

  @Test
  void stayWhereTheUserMayNotDropThem() {
    TestDatabase robot = robot();
    database.execute("GRANT SELECT, DELETE ON calls, calls_2019, calls_2020, calls_2021 TO robot");

    Act.ActTarget calls = calls(night(robot, "").run());

    assertThat(names(calls)).isEmpty();
    assertThat(calls.destroyed()).isEqualTo(4 * ROWS);
    assertThat(calls.failed()).isZero();
    assertThat(exists("calls_2019")).isTrue();
  }

  @Test
  void withARowThatTheUserIsNotShownStay() {
    TestDatabase robot = robot();
    database.execute(
        "UPDATE calls SET ended = DATE '2026-01-01' WHERE id = 20190007",
        "ALTER TABLE calls OWNER TO robot",
        "ALTER TABLE calls_2019 OWNER TO robot",
        "ALTER TABLE calls_2020 OWNER TO robot",
        "ALTER TABLE calls_2019 ENABLE ROW LEVEL SECURITY",
        "ALTER TABLE calls_2019 FORCE ROW LEVEL SECURITY",
        "CREATE POLICY p ON calls_2019 USING (ended < DATE '2022-01-01')");

    Act.ActTarget calls = calls(night(robot, "").run());

    assertThat(names(calls)).containsExactly("public.calls_2020");
    assertThat(database.rows("SELECT id FROM calls_2019")).containsExactly("20190007");
  }

  private TestDatabase robot() {
    database.execute(
        "DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'robot') THEN CREATE"
            + " ROLE robot LOGIN; END IF; END $$",
        "GRANT USAGE, CREATE ON SCHEMA public TO robot");
    return new TestDatabase(
        database.engine(),
        database.url().replace("user=postgres", "user=robot"),
        "robot",
        database.schema());
  }

  @Test
  void aRowOfSomebodyElsesThatIsNotCommittedYetSurvives() throws SQLException {
    night.shop().job(job("", DROP).replace("pause: 0ms", "pause: 0ms, chunk-time: 100ms"));
    try (Connection other = database.connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("INSERT INTO calls VALUES (1, DATE '2019-05-05', DATE '2026-01-01', 0)");

      Act.ActTarget calls = calls(night.run());
      other.commit();

      // Whoever writes into one partition has the whole table, which a DROP of any would need.
      assertThat(names(calls)).isEmpty();
      assertThat(calls.destroyed()).isEqualTo(4 * ROWS);
    }
    assertThat(database.rows("SELECT id FROM calls_2019")).containsExactly("1");
  }

  @Test
  void rowsThatComeMeanwhileAreEitherThereOrWereRefused() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    AtomicInteger came = new AtomicInteger();
    AtomicInteger refused = new AtomicInteger();
    database.execute("DROP TABLE calls_rest");
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(
            () -> {
              try (Connection other = database.connect();
                  Statement statement = other.createStatement()) {
                for (int id = 1; !over.get(); id++) {
                  try {
                    statement.execute(
                        "INSERT INTO calls VALUES ("
                            + id
                            + ", DATE '"
                            + (2019 + id % 3)
                            + "-05-05', DATE '2026-01-01', 0)");
                    came.incrementAndGet();
                  } catch (SQLException noPartition) {
                    assertThat(noPartition.getSQLState()).isEqualTo("23514");
                    refused.incrementAndGet();
                  }
                }
              } catch (SQLException failure) {
                throw new AssertionError(failure);
              }
            });
    Act.ActTarget calls = calls(night.run());
    over.set(true);
    writer.get(1, TimeUnit.MINUTES);

    assertThat(database.number("SELECT COUNT(*) FROM calls WHERE id < 20000000"))
        .isEqualTo(came.get());
    assertThat(came.get() + refused.get()).isPositive();
    assertThat(calls.destroyed()).isEqualTo(3 * ROWS);
    for (String partition : names(calls)) {
      assertThat(exists(partition.substring("public.".length()))).isFalse();
    }
  }

  @Test
  void killedInTheMiddleAreThereAndWithoutEvidence() {
    // Another run makes the tables of the evidence.
    database.execute(
        "CREATE TABLE one (id INT PRIMARY KEY, ended DATE)",
        "INSERT INTO one VALUES (1, DATE '2020-01-01')");
    night
        .shop()
        .job(
            """
            targets:
              - {source: db, table: one, retention: contract-end-p2y, clock: ended, action: destroy}
            """);
    night.run();
    database.execute(
        "CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS"
            + " 'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END'",
        "CREATE TRIGGER die AFTER INSERT ON umyt_journal FOR EACH ROW WHEN (NEW.target LIKE"
            + " '% | public.calls_2020') EXECUTE FUNCTION die()");
    night.shop().job(job("", DROP));

    assertThatThrownBy(night::run).isInstanceOf(SourceException.class);

    assertThat(exists("calls_2019")).isFalse();
    assertThat(exists("calls_2020")).isTrue();
    assertThat(database.number("SELECT COUNT(*) FROM calls_2020")).isEqualTo(ROWS);
    assertThat(
            database.rows(
                "SELECT changed FROM umyt_journal WHERE target LIKE 'db/public.calls/%'"
                    + " ORDER BY target"))
        .containsExactly(String.valueOf(ROWS), String.valueOf(ROWS));

    database.execute("DROP TRIGGER die ON umyt_journal");
    RunResult result = night.run();

    assertThat(result.resumed()).isTrue();
    assertThat(calls(result).destroyed()).isEqualTo(4 * ROWS);
    assertThat(names(calls(result)))
        .as("over both attempts")
        .containsExactly("public.calls_2019", "public.calls_2020", "public.calls_2021");
    night.assertLeftClean();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TRIGGER gone BEFORE DELETE ON calls FOR EACH ROW EXECUTE FUNCTION noted()",
        "CREATE TRIGGER gone AFTER DELETE ON calls_2020 FOR EACH ROW EXECUTE FUNCTION noted()",
        "CREATE TABLE kid (c BIGINT, m DATE, FOREIGN KEY (c, m) REFERENCES calls)",
        "CREATE TABLE kid (c BIGINT, m DATE, FOREIGN KEY (c, m) REFERENCES calls_2020)",
        "CREATE VIEW seen AS SELECT * FROM calls_2020",
        "CREATE PUBLICATION told FOR TABLE calls"
      })
  void stayWhereTheirEndWouldMeanMoreThanThatOfTheirRows(String statement) {
    database.execute(
        "CREATE FUNCTION noted() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN OLD; END'",
        statement);

    Act.ActTarget calls = calls(night.run());

    assertThat(names(calls)).doesNotContain("public.calls_2020");
    assertThat(calls.destroyed()).isEqualTo(4 * ROWS);
    assertThat(exists("calls_2020")).isTrue();
    assertThat(calls.planned().remarks().stream().anyMatch(remark -> remark.contains(DROP)))
        .isEqualTo(statement.contains("REFERENCES calls"));
  }

  @Test
  void stayWhereOtherTablesDecide() {
    database.execute("CREATE TABLE debtor (id BIGINT PRIMARY KEY)");
    night
        .shop()
        .job(
            job("", DROP)
                .replace("debt > 0", "EXISTS (SELECT 1 FROM debtor d WHERE d.id = calls.id)"));

    Act.ActTarget calls = calls(night.run());

    assertThat(names(calls)).isEmpty();
    assertThat(calls.planned().remarks()).anyMatch(remark -> remark.contains("other tables"));
    assertThat(calls.destroyed()).isEqualTo(4 * ROWS);
  }

  @Test
  void goBesideSeveralConnections() {
    night.shop().job(job("", DROP).replace("pause: 0ms", "pause: 0ms, connections: 3"));
    database.execute("UPDATE calls SET debt = 1 WHERE id = 20190001");

    Act.ActTarget calls = calls(night.run());

    assertThat(names(calls)).containsExactly("public.calls_2020", "public.calls_2021");
    assertThat(calls.destroyed()).isEqualTo(4 * ROWS - 1);
    assertThat(evidence()).isEqualTo(4 * ROWS - 1);
  }

  @Test
  void ofATableThatHasNoneAreRefused() {
    database.execute("CREATE TABLE plain (id INT PRIMARY KEY, ended DATE, debt INT)");
    night.shop().job(job("", DROP).replace("table: calls", "table: plain"));

    assertThatThrownBy(night::run)
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("jobs/job.yaml:13:17")
        .hasMessageContaining("table public.plain is not divided into partitions");
  }

  @ParameterizedTest
  @EnumSource(names = {"H2", "MARIADB"})
  void areRefusedWhereADropCommitsByItself(Engine engine) {
    TestDatabase other = engine.fresh(folder);
    other.execute("CREATE TABLE calls (id INT PRIMARY KEY, ended DATE, debt INT)");
    Night elsewhere = night(other, "");

    assertThatThrownBy(elsewhere::run)
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("where a DROP commits by itself")
        .hasMessageContaining("take it out");
  }

  /** A partition that is gone keeps no row any more, and is asked for nothing. */
  @Test
  void goesBeforeTheTableThatItsRowsPointTo() {
    database.execute(
        "CREATE TABLE caller (id INT PRIMARY KEY, ended DATE)",
        "INSERT INTO caller VALUES (1, '2019-03-01'), (2, '2019-03-01')",
        "ALTER TABLE calls ADD COLUMN caller INT REFERENCES caller (id)",
        "UPDATE calls SET caller = 1 WHERE made < '2021-01-01'",
        "UPDATE calls SET caller = 2 WHERE made > '2025-01-01'");
    night
        .shop()
        .job(
            job("", DROP)
                + "  - {source: db, table: caller, retention: contract-end-p2y, clock: ended,"
                + " action: destroy}\n");

    RunResult result = night.run();

    assertThat(result.status()).isEqualTo(RunResult.Status.VERIFIED);
    assertThat(exists("calls_2019")).isFalse();
    assertThat(database.rows("SELECT id FROM caller")).containsExactly("2");
    assertThat(Night.target(result, "caller").postponed()).isEqualTo(1);
  }
}
