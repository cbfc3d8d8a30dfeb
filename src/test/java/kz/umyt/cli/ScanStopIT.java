package kz.umyt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import kz.umyt.engines.Shop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Signals and second starts while a scan is at work. */
class ScanStopIT {

  private static final UmytProcess UMYT = new UmytProcess();
  private static final int FILES = 4;
  private static final int ROWS = 3000;

  @TempDir private Path temp;

  private Shop shop() throws IOException {
    Path exports = Files.createDirectories(temp.resolve("exports"));
    for (int i = 0; i < FILES; i++) {
      Files.writeString(
          exports.resolve("mail-" + i + ".csv"), "mail\n" + "dana@example.kz\n".repeat(ROWS));
    }
    Shop shop = Shop.in(temp.resolve("shop")).folder("exports", exports);
    SampleHome.copy(Path.of("config/recognizers"), shop.base().resolve("config/recognizers"));
    shop.job("scan: {sources: [exports], threads: 1, rows-per-second: 2000}\n");
    return shop;
  }

  private static Object[] scan(Shop shop) {
    return new Object[] {
      "scan",
      shop.base().resolve("jobs/job.yaml"),
      "--config",
      shop.base().resolve("config"),
      "--home",
      shop.home()
    };
  }

  @Test
  void endsInOrderOnASignalAndGoesOn() throws IOException, InterruptedException {
    Shop shop = shop();
    UmytProcess.Running first = UMYT.start(scan(shop));
    awaitWork(first, shop);

    UmytProcess.Ended second = UMYT.run(scan(shop)).endsWith(ExitCode.LOCKED);
    UmytProcess.Ended stopped = first.signal("TERM").await().endsWith(ExitCode.STOPPED);
    UmytProcess.Ended ended = UMYT.run(scan(shop));

    assertThat(second.err()).contains("another scan of job");
    assertThat(stopped.err()).contains("the same command goes on from there");
    assertThat(ended.out()).contains("This goes on with the scan that began on");
    JsonNode tables =
        new JsonMapper()
            .readTree(Files.readString(shop.home().resolve("out/nightly/inventory.json")))
            .at("/sources/0/tables");
    assertThat(tables).hasSize(FILES);
    assertThat(tables)
        .allSatisfy(table -> assertThat(table.at("/scanned").intValue()).isEqualTo(ROWS));
  }

  private static void awaitWork(UmytProcess.Running scan, Shop shop) throws InterruptedException {
    while (scan.process().isAlive() && !Files.exists(shop.home().resolve("scans/nightly.mv.db"))) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }
}
