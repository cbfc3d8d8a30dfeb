package kz.umyt.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import kz.umyt.engines.Engine;
import kz.umyt.engines.Shop;
import kz.umyt.engines.TestDatabase;
import kz.umyt.report.Act;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the files of an engine still hold of destroyed rows, and whether the Act says so. */
class PhysicalResidueIT {

  private static final int ROWS = 2_000;

  /** So long that a row is not all header, and that it is in no other file. */
  private static final String GONE = "GoneMarker-%05d-qwertyuiopasdfghjklzxcvbnm0123456789";

  private static final String KEPT = "KeptMarker-%05d-qwertyuiopasdfghjklzxcvbnm0123456789";

  @TempDir Path folder;

  private TestDatabase database;

  private Night night(Engine engine, String more) {
    database = engine.fresh(folder);
    database.execute("CREATE TABLE person (id INT PRIMARY KEY, name VARCHAR(100), ended DATE)");
    List<List<?>> rows = new ArrayList<>();
    for (int id = 0; id < ROWS; id++) {
      boolean isDue = id % 2 == 0;
      rows.add(
          List.of(
              id, (isDue ? GONE : KEPT).formatted(id), LocalDate.of(isDue ? 2020 : 2025, 1, 1)));
    }
    database.insert("INSERT INTO person VALUES (?, ?, ?)", rows);
    Shop shop = Shop.in(folder.resolve("shop")).database("db", database);
    shop.job(
        """
        throttle: {pause: 0ms}
        targets:
          - {source: db, table: person, retention: contract-end-p2y, clock: ended, action: destroy}
        """
            + more);
    return new Night(shop);
  }

  /** Different markers that a search of the file finds. */
  private long found(String word) {
    byte[] marker = word.substring(0, 11).getBytes(StandardCharsets.UTF_8);
    return Files.exists(file()) ? markers(read(file()), marker) : 0;
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static long markers(byte[] bytes, byte[] marker) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    String word = new String(marker, StandardCharsets.ISO_8859_1);
    return Stream.iterate(text.indexOf(word), at -> at >= 0, at -> text.indexOf(word, at + 1))
        .map(at -> text.substring(at, Math.min(text.length(), at + 16)))
        .distinct()
        .count();
  }

  /** The file of the table, with all that was changed in it. */
  private Path file() {
    return switch (database.engine()) {
      case H2 -> {
        String url = database.url();
        int end = url.indexOf(';');
        yield Path.of(url.substring("jdbc:h2:file:".length(), end) + ".mv.db");
      }
      case POSTGRESQL -> {
        database.execute("CHECKPOINT");
        yield Path.of(database.rows("SHOW data_directory").get(0))
            .resolve(database.rows("SELECT pg_relation_filepath('person')").get(0));
      }
      case MARIADB -> {
        flush();
        yield Path.of(database.rows("SELECT @@datadir").get(0))
            .resolve(database.schema())
            .resolve("person.ibd");
      }
    };
  }

  private void flush() {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("FLUSH TABLES person FOR EXPORT");
      statement.execute("UNLOCK TABLES");
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }

  private static Act.ActTarget target(RunResult result) {
    return result.act().orElseThrow().targets().get(0);
  }

  @ParameterizedTest
  @EnumSource
  void staysInTheFilesWithoutAWord(Engine engine) {
    Night night = night(engine, "");
    assertThat(found(GONE)).isEqualTo(ROWS / 2);

    RunResult result = night.run();

    assertThat(target(result).method()).isEqualTo(Act.Method.LOGICAL);
    assertThat(target(result).proof().cleanUp()).isEmpty();
    assertThat(found(GONE)).as("readable after the rows were destroyed").isPositive();
  }

  @ParameterizedTest
  @EnumSource
  void isGoneFromTheFilesOnceTheyAreCompacted(Engine engine) throws IOException {
    Night night = night(engine, "clean-up: compact\ncopies: [{what: backup, until: P30D}]\n");

    RunResult result = night.run();

    assertThat(target(result).proof().cleanUp())
        .hasValue(new Act.CleanUp("compact", true, Optional.empty()));
    assertThat(target(result).method()).isEqualTo(Act.Method.COMPACTED);
    assertThat(result.status()).isEqualTo(RunResult.Status.VERIFIED);
    assertThat(found(GONE)).isZero();
    // H2 packs what it writes anew: of values that are alike, the first of each page is readable.
    assertThat(found(KEPT)).isBetween(engine == Engine.H2 ? 1L : ROWS / 2, ROWS / 2L);
    assertThat(database.number("SELECT COUNT(*) FROM person")).isEqualTo(ROWS / 2);
    assertThat(result.act().orElseThrow().copies())
        .containsExactly(new Act.Copy("backup", LocalDate.of(2026, 5, 31)));
    assertThat(Files.readString(night.shop().home().resolve("ledger.jsonl")))
        .contains("clean-up-started", "cleaned-up");
    night.assertLeftClean();
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "MARIADB"})
  void isLessOnceItIsPurged(Engine engine) {
    Night night = night(engine, "clean-up: purge\n");

    RunResult result = night.run();

    assertThat(target(result).proof().cleanUp().orElseThrow().obstacle()).isEmpty();
    assertThat(target(result).method()).isEqualTo(Act.Method.PURGED);
    assertThat(found(GONE)).isLessThan(ROWS / 2);
  }

  /** Nobody loses a run by it, and the Act does not claim more than is so. */
  @Test
  void isSaidToStayWhereSomebodyStillSeesIt() throws SQLException {
    Night night = night(Engine.POSTGRESQL, "clean-up: compact\n");
    try (Connection other = database.connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      other.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      statement.executeQuery("SELECT 1").close();

      RunResult result = night.run();

      Act.CleanUp cleanUp = target(result).proof().cleanUp().orElseThrow();
      assertThat(cleanUp.isDone()).isFalse();
      assertThat(cleanUp.obstacle().orElseThrow()).contains("may still see the rows");
      assertThat(target(result).method()).isEqualTo(Act.Method.LOGICAL);
      assertThat(result.status()).isEqualTo(RunResult.Status.VERIFIED);
      assertThat(found(GONE)).isPositive();
    }
  }

  @Test
  void isLeftWhereOthersHaveTheDatabaseOpen() throws SQLException {
    Night night = night(Engine.H2, "clean-up: compact\n");
    try (Connection other = database.connect()) {
      RunResult result = night.run();

      assertThat(other.isValid(1)).isTrue();
      assertThat(target(result).proof().cleanUp().orElseThrow().obstacle().orElseThrow())
          .contains("others have the database open");
    }
  }

  @Test
  void isNotTakenUpWhenTheRunShallEndAndTakenUpByTheNextOne() {
    Night night = night(Engine.POSTGRESQL, "clean-up: compact\n");
    AtomicInteger finished = new AtomicInteger();
    StopSignal stop = new StopSignal();
    Progress last =
        new Progress() {
          @Override
          public void started(String what, long records) {}

          @Override
          public void reached(long records) {}

          @Override
          public void finished() {
            // The plan, then the only target.
            if (finished.incrementAndGet() == 2) {
              stop.request("the window is over");
            }
          }
        };

    assertThat(night.run(last, stop).status()).isEqualTo(RunResult.Status.STOPPED);
    assertThat(found(GONE)).isPositive();
    RunResult result = night.run();

    assertThat(result.resumed()).isTrue();
    assertThat(target(result).destroyed()).isEqualTo(ROWS / 2);
    assertThat(target(result).method()).isEqualTo(Act.Method.COMPACTED);
    assertThat(found(GONE)).isZero();
  }

  /** VACUUM FULL waits for somebody who reads; the run shall end, and does not wait with it. */
  @Test
  void isLetGoInTheMiddleWhenTheRunShallEnd() throws SQLException {
    Night night = night(Engine.POSTGRESQL, "clean-up: compact\n");
    Path ledger = night.shop().home().resolve("ledger.jsonl");
    StopSignal stop = new StopSignal();
    stop.watch(
        () ->
            new String(read(ledger), StandardCharsets.UTF_8).contains("clean-up-started")
                ? Optional.of("the window is over")
                : Optional.empty());
    try (Connection other = database.connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("LOCK TABLE person IN ACCESS SHARE MODE");

      assertThat(night.run(Progress.NONE, stop).status()).isEqualTo(RunResult.Status.STOPPED);
      other.rollback();
    }

    assertThat(target(night.run()).method()).isEqualTo(Act.Method.COMPACTED);
    assertThat(found(GONE)).isZero();
  }

  @Test
  void isNotInAFileThatIsWrittenAnew() throws IOException {
    Path files = Files.createDirectories(folder.resolve("files"));
    Files.writeString(files.resolve("a.csv"), "id,ended\n1,2020-01-01\n2,2025-01-01\n");
    Shop shop = Shop.in(folder.resolve("shop")).folder("files", files);
    shop.job(
        """
        targets:
          - source: files
            file: a.csv
            retention: contract-end-p2y
            clock: {column: ended, format: yyyy-MM-dd}
            action: destroy
        """);

    assertThat(target(new Night(shop).run()).method()).isEqualTo(Act.Method.COMPACTED);
  }
}
