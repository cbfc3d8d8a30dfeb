package kz.umyt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kz.umyt.engines.Engine;
import kz.umyt.engines.Shop;
import kz.umyt.engines.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run ends between two chunks when a person or a file says so, and goes on later. */
class StopIT {

  private static final UmytProcess UMYT = new UmytProcess();
  private static final int ROWS = 4_000;

  @TempDir private Path temp;

  private TestDatabase database;
  private Shop shop;

  @BeforeEach
  void company() throws IOException {
    database = Engine.POSTGRESQL.fresh(temp);
    database.execute(
        "CREATE TABLE client (id BIGINT PRIMARY KEY, ended DATE)",
        "INSERT INTO client SELECT n, DATE '2020-01-01' FROM generate_series(1, " + ROWS + ") n");
    shop = Shop.in(temp.resolve("shop")).database("db", database);
    SampleHome.copy(Path.of("config/recognizers"), shop.base().resolve("config/recognizers"));
  }

  private void job(String pause) {
    shop.job(
        """
        throttle: {chunk-time: 1ms, pause: %s, stop-file: "%s"}
        targets:
          - {source: db, table: client, retention: contract-end-p2y, clock: ended, action: destroy}
        """
            .formatted(pause, stopFile()));
  }

  private Path stopFile() {
    return temp.resolve("stop-file");
  }

  private Object[] arguments(Object... command) {
    return Stream.concat(
            Stream.of(command),
            Stream.of("--config", shop.base().resolve("config"), "--home", shop.home()))
        .toArray();
  }

  private Object[] run() {
    return arguments("run", shop.base().resolve("jobs/job.yaml"));
  }

  private long rows() {
    return database.number("SELECT COUNT(*) FROM client");
  }

  private void awaitTheFirstChunk() throws InterruptedException {
    for (int i = 0; i < 600 && rows() == ROWS; i++) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  @Test
  void aRequestStopsTheRunThatIsAtWorkAndNoOther() throws Exception {
    job("1s");
    assertThat(UMYT.run(arguments("stop")).endsWith(ExitCode.DONE).out()).contains("No run is at");
    UmytProcess.Running running = UMYT.start(run());
    awaitTheFirstChunk();

    assertThat(UMYT.run(arguments("stop")).endsWith(ExitCode.DONE).out()).contains("Stopped.");

    assertThat(running.await().endsWith(ExitCode.STOPPED).out())
        .contains("Stopped (umyt stop). Run the job again: it goes on where it stopped.");
    assertThat(rows()).isBetween(1L, ROWS - 1L);
    job("0ms");
    UMYT.run(run()).endsWith(ExitCode.DONE);
    assertThat(rows()).isZero();
  }

  @Test
  void aFileKeepsRunsFromTheirWork() throws IOException {
    job("0ms");
    Files.writeString(stopFile(), "");

    assertThat(UMYT.run(run()).endsWith(ExitCode.STOPPED).out())
        .contains("Stopped (" + stopFile() + " is there)");
    assertThat(rows()).isEqualTo(ROWS);

    Files.delete(stopFile());
    UMYT.run(run()).endsWith(ExitCode.DONE);
    assertThat(rows()).isZero();
  }
}
