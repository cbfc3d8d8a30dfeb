package kz.umyt.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import kz.umyt.engines.Engine;
import kz.umyt.engines.Shop;
import kz.umyt.engines.TestDatabase;
import kz.umyt.report.Act;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows before, rows after and rows destroyed add up, or the Act says what is left over. */
class RowSumsIT {

  @TempDir Path folder;

  /** Ten clients past their term; one visit and one note belong to people, one note to nobody. */
  private TestDatabase clients(Engine engine) {
    TestDatabase database = engine.fresh(folder);
    database.execute(
        "CREATE TABLE client (id INT PRIMARY KEY, ended DATE)",
        "CREATE TABLE visit (id INT PRIMARY KEY, client INT,"
            + " FOREIGN KEY (client) REFERENCES client (id) ON DELETE CASCADE)",
        "CREATE TABLE note (id INT PRIMARY KEY, client INT,"
            + " FOREIGN KEY (client) REFERENCES client (id) ON DELETE SET NULL)");
    for (int id = 1; id <= 10; id++) {
      database.execute("INSERT INTO client VALUES (" + id + ", DATE '2020-01-01')");
    }
    database.execute(
        "INSERT INTO visit VALUES (1, 1)", "INSERT INTO note VALUES (2, 2), (3, NULL)");
    return database;
  }

  private Night night(TestDatabase database) {
    Shop shop = Shop.in(folder.resolve("shop")).database("db", database);
    shop.job(
        """
        throttle: {pause: 0ms}
        targets:
          - {source: db, table: client, retention: contract-end-p2y, clock: ended, action: destroy}
        """);
    return new Night(shop);
  }

  private static List<Act.TableRows> rows(RunResult result) {
    return result.act().orElseThrow().targets().get(0).proof().rows();
  }

  @ParameterizedTest
  @EnumSource
  void addUpWhereNobodyElseWrites(Engine engine) throws IOException {
    RunResult result = night(clients(engine)).run();

    assertThat(rows(result))
        .extracting(
            table -> table.table().substring(table.table().indexOf('.') + 1).toLowerCase(),
            table -> table.column().map(String::toLowerCase),
            Act.TableRows::before,
            Act.TableRows::after,
            Act.TableRows::destroyed,
            Act.TableRows::others)
        .containsExactlyInAnyOrder(
            tuple("client", Optional.empty(), Optional.of(10L), Optional.of(2L), 8L, of(0)),
            tuple("visit", Optional.empty(), Optional.of(1L), Optional.of(1L), 0L, of(0)),
            tuple("note", Optional.empty(), Optional.of(2L), Optional.of(2L), 0L, of(0)),
            tuple("note", Optional.of("client"), Optional.of(1L), Optional.of(1L), 0L, of(0)));
    assertThat(Files.readString(result.actJson().orElseThrow()))
        .containsPattern("\"before\": 10,\\s+\"after\": 2,\\s+\"destroyed\": 8,\\s+\"others\": 0");
  }

  private static Optional<Long> of(long others) {
    return Optional.of(others);
  }

  /** The first attempt is stopped; meanwhile people write, and somebody removes a visit. */
  @ParameterizedTest
  @EnumSource
  void nameWhatOthersDidOverAllAttempts(Engine engine) {
    TestDatabase database = clients(engine);
    Night night = night(database);
    StopSignal stop = new StopSignal();
    AtomicBoolean once = new AtomicBoolean();

    RunResult stopped =
        night.run(
            Night.atChunks(
                () -> {},
                () -> {
                  if (once.compareAndSet(false, true)) {
                    database.execute(
                        "INSERT INTO client VALUES (11, NULL), (12, NULL)",
                        "DELETE FROM visit",
                        "UPDATE note SET client = NULL");
                    stop.request("test");
                  }
                }),
            stop);
    assertThat(stopped.status()).isEqualTo(RunResult.Status.STOPPED);
    RunResult result = night.run();

    assertThat(rows(result))
        .extracting(Act.TableRows::destroyed, Act.TableRows::others)
        .as("client, visit, note, and notes of a client, in some order of the last three")
        .containsExactlyInAnyOrder(
            tuple(10L, of(2)), tuple(0L, of(-1)), tuple(0L, of(0)), tuple(0L, of(-1)));
    assertThat(database.number("SELECT COUNT(*) FROM client")).isEqualTo(2);
  }

  @Test
  void ofFilesAddUpToo() throws IOException {
    Path files = Files.createDirectories(folder.resolve("files"));
    Files.writeString(
        files.resolve("a.csv"), "id,ended\n1,2020-01-01\n2,2025-01-01\n3,2020-01-01\n");
    Shop shop = Shop.in(folder.resolve("shop")).folder("files", files);
    shop.job(
        """
        targets:
          - source: files
            file: "*.csv"
            retention: contract-end-p2y
            clock: {column: ended, format: yyyy-MM-dd}
            action: destroy
        """);

    assertThat(rows(new Night(shop).run()))
        .containsExactly(
            new Act.TableRows("*.csv", Optional.empty(), Optional.of(3L), Optional.of(1L), 2));
  }
}
