package kz.umyt.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import kz.umyt.discover.Inventory;
import kz.umyt.discover.Inventory.TableInventory;
import kz.umyt.engines.Engine;
import kz.umyt.engines.Shop;
import kz.umyt.engines.TestDatabase;
import kz.umyt.ledger.Entry;
import kz.umyt.ledger.Ledger;
import kz.umyt.ledger.LedgerLockedException;
import kz.umyt.source.SourceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A scan that breaks off goes on, reads nothing twice, and ends as if nothing had happened. */
class ScanRunIT {

  private static final int TABLES = 5;
  private static final int ROWS = 640;

  /** One thread at a pace that a test can follow. */
  private static final String SLOW =
      "scan: {sources: [db, exports], threads: 1, rows-per-second: 3000}\n";

  @TempDir Path folder;

  private TestDatabase database;
  private Path exports;

  private ScanNight company(Engine engine) throws IOException {
    database = engine.fresh(folder);
    exports = Files.createDirectory(folder.resolve("exports"));
    for (int i = 0; i < TABLES; i++) {
      database.execute("CREATE TABLE t" + i + " (id INT PRIMARY KEY, note VARCHAR(60))");
      database.insert("INSERT INTO t" + i + " VALUES (?, ?)", rows(i));
    }
    Files.writeString(exports.resolve("people.csv"), "mail\n" + "dana@example.kz\n".repeat(ROWS));
    return night("shop");
  }

  private ScanNight night(String name) {
    Shop shop = Shop.in(folder.resolve(name)).database("db", database).folder("exports", exports);
    shop.job(SLOW);
    return new ScanNight(shop);
  }

  private static List<List<?>> rows(int table) {
    List<List<?>> rows = new ArrayList<>();
    for (int id = 0; id < ROWS; id++) {
      // Fewer different ones than rows, and other ones in each table.
      rows.add(List.of(id, "хат: user" + table + "_" + id % 500 + "@example.kz"));
    }
    return rows;
  }

  /** So that the estimates of both are the same. */
  private static void takeKey(ScanNight from, ScanNight to) throws IOException {
    Path keys = new Home(to.shop().home()).keys();
    Files.createDirectories(keys);
    try (Stream<Path> files = Files.list(new Home(from.shop().home()).keys())) {
      for (Path key : files.toList()) {
        Files.copy(key, keys.resolve(key.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  /** All that an inventory says of the data. */
  private static List<Object> content(Inventory inventory) {
    return List.of(inventory.sources(), inventory.undeclared(), inventory.gaps());
  }

  @ParameterizedTest
  @EnumSource(names = {"H2", "POSTGRESQL"})
  void readsNothingTwiceAfterAKill(Engine engine) throws Exception {
    ScanNight night = company(engine);
    ScanNight other = night("other");
    Inventory undisturbed = other.inventory(ScanNight.FULL);
    takeKey(other, night);
    RunProcess process = RunProcess.start(ScanProcess.class, night.shop().base());
    assertThat(process.await("rows " + (2 * ROWS + 64), 1)).isTrue();
    assertThat(process.kill()).isTrue();
    List<String> read = night.read();
    // Between the line and the kill another one may have come to its end.
    assertThat(read).hasSizeBetween(2, TABLES);
    for (String place : read) {
      if (place.endsWith(".csv")) {
        Files.writeString(exports.resolve(place), "mail\n");
      } else {
        database.execute("DELETE FROM " + place);
      }
    }

    ScanRun.Ended ended = night.scan(ScanNight.FULL);

    assertThat(ended.begun()).isPresent();
    assertThat(ended.read()).isEqualTo(ended.pieces()).isEqualTo(TABLES + 1);
    assertThat(content(ended.inventory().orElseThrow())).isEqualTo(content(undisturbed));
    TableInventory one = undisturbed.sources().get(0).tables().get(0);
    assertThat(one.columns().get(1).distinct()).as("estimated").isBetween(470L, 530L);
    assertThat(night.entries(Events.SCAN_STARTED))
        .extracting(entry -> entry.details().get("again"))
        .containsExactly(false, true);
    assertThat(night.scan(ScanNight.FULL).begun()).as("begun before").isEmpty();
  }

  /** Runs something in the middle of the third table. */
  private static Progress inTheMiddle(Runnable act) {
    AtomicBoolean done = new AtomicBoolean();
    return new Progress() {
      @Override
      public void started(String what, long records) {}

      @Override
      public void reached(long records) {
        if (records > 2 * ROWS && !done.getAndSet(true)) {
          act.run();
        }
      }

      @Override
      public void finished() {}
    };
  }

  @Test
  void goesOnWhereASourceWentAway() throws IOException {
    ScanNight night = company(Engine.POSTGRESQL);
    ScanNight other = night("other");
    Inventory undisturbed = other.inventory(ScanNight.FULL);
    takeKey(other, night);
    String name = database.rows("SELECT current_database()").get(0);
    TestDatabase server =
        new TestDatabase(
            Engine.POSTGRESQL,
            database.url().replace("/" + name + "?", "/postgres?"),
            database.user(),
            "public");
    Progress lost =
        inTheMiddle(
            () ->
                server.execute(
                    "ALTER DATABASE " + name + " ALLOW_CONNECTIONS false",
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '"
                        + name
                        + "'"));

    assertThatThrownBy(() -> night.scan(ScanNight.FULL, lost, new StopSignal()))
        .isInstanceOf(SourceException.class)
        .hasMessageContainingAll(
            "source 'db': cannot be reached: ",
            " of 6 tables, parts of tables and files are read and kept",
            "the same command goes on from there");
    assertThat(night.read()).as("the other source too").contains("people.csv").hasSizeBetween(3, 4);

    assertThatThrownBy(() -> night.scan(ScanNight.FULL)).isInstanceOf(SourceException.class);
    assertThat(night.read()).hasSizeBetween(3, 4);

    server.execute("ALTER DATABASE " + name + " ALLOW_CONNECTIONS true");
    ScanRun.Ended ended = night.scan(ScanNight.FULL);
    assertThat(ended.begun()).isPresent();
    assertThat(content(ended.inventory().orElseThrow())).isEqualTo(content(undisturbed));
  }

  @Test
  void aLostConnectionIsAGapOfItsTableWhereTheSourceIsStillThere() throws IOException {
    ScanNight night = company(Engine.MARIADB);
    // More than the driver and the network hold.
    database.execute(
        "CREATE TABLE t1_large (id INT PRIMARY KEY, note VARCHAR(1000))",
        "INSERT INTO t1_large SELECT seq, REPEAT('мәтін ', 150) FROM " + Engine.sequence(20_000));
    night.shop().job("scan: {sources: [db, exports], threads: 1}\n");
    Progress killed =
        inTheMiddle(
            () ->
                database
                    .rows(
                        "SELECT id FROM information_schema.processlist WHERE db = DATABASE()"
                            + " AND id <> CONNECTION_ID()")
                    .forEach(id -> database.execute("KILL " + id)));

    Inventory inventory =
        night.scan(ScanNight.FULL, killed, new StopSignal()).inventory().orElseThrow();

    assertThat(inventory.gaps())
        .singleElement()
        .satisfies(
            gap -> {
              assertThat(gap.table()).contains(database.schema() + ".t1_large");
              assertThat(gap.reason())
                  .startsWith("not read behind row ")
                  .contains("the connection was lost or refused");
            });
    assertThat(inventory.sources().get(0).tables()).hasSize(TABLES + 1);
  }

  @Test
  void tellsTheLedgerWhoReadWhat() throws IOException {
    ScanNight night = company(Engine.H2);

    night.inventory(ScanNight.FULL);

    List<Entry> read = night.entries(Events.DATA_READ);
    assertThat(read).hasSize(2);
    assertThat(read.get(0).text("user")).contains("dana");
    assertThat(read.get(0).text("job")).contains("nightly");
    assertThat(read.get(0).details().get("tables"))
        .asInstanceOf(LIST)
        .hasSize(TABLES)
        .first()
        .isEqualTo(
            Map.of("table", "PUBLIC.T0", "rows", (long) ROWS, "columns", List.of("ID", "NOTE")));
    assertThat(read.get(1).details().get("tables"))
        .asInstanceOf(LIST)
        .containsExactly(
            Map.of("table", "people.csv", "rows", (long) ROWS, "columns", List.of("mail")));
    assertThat(night.entries(Events.SCAN_STARTED))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.text("user")).contains("dana");
              assertThat(entry.details().get("sources")).isEqualTo(List.of("db", "exports"));
            });
  }

  /** Stops a scan in its third table. */
  private static void stop(ScanNight night) {
    StopSignal stop = new StopSignal();
    Progress progress = inTheMiddle(() -> stop.request("the test says so"));
    ScanRun.Ended ended = night.scan(ScanNight.FULL, progress, stop);
    assertThat(ended.inventory()).isEmpty();
    assertThat(ended.read()).isEqualTo(2);
    assertThat(night.read()).hasSize(2);
  }

  @Test
  void startsAnewWhereTheJobOrTheRecognizersAreOthers() throws IOException {
    ScanNight night = company(Engine.H2);
    stop(night);
    night.shop().job(SLOW.replace("}", ", exclude: [{source: db, table: T4}]}"));
    assertThat(night.scan(ScanNight.FULL).begun()).as("another job").isEmpty();

    stop(night);
    night.shop().job(SLOW);
    stop(night);
    ScanNight others =
        new ScanNight(night.shop(), night.recognizers().subList(1, night.recognizers().size()));
    assertThat(others.scan(ScanNight.FULL).begun()).as("other recognizers").isEmpty();

    stop(night);
    ScanRun.Ended same = night.scan(ScanNight.FULL);
    assertThat(same.begun()).as("the same again").isPresent();
    assertThat(same.read()).isEqualTo(TABLES + 1);
  }

  @Test
  void isRefusedWhileAnotherScanOfTheJobIsAtWork() throws Exception {
    ScanNight night = company(Engine.POSTGRESQL);
    RunProcess process = RunProcess.start(ScanProcess.class, night.shop().base());
    try {
      assertThat(process.await("rows", 1)).isTrue();

      assertThatThrownBy(() -> night.scan(ScanNight.FULL))
          .isInstanceOf(LockHeldException.class)
          .hasMessageContaining("another scan of job 'nightly' is at work");
    } finally {
      process.kill();
    }
  }

  @Test
  void isRefusedWhileARunHoldsTheLedger() throws IOException {
    ScanNight night = company(Engine.H2);
    try (Ledger held = Ledger.open(new Home(night.shop().home()).ledger(), Clock.systemUTC())) {
      assertThatThrownBy(() -> night.scan(ScanNight.FULL))
          .isInstanceOf(LedgerLockedException.class);
      assertThat(held.seq()).as("written by the refused one").isZero();
    }

    assertThat(night.scan(ScanNight.FULL).begun()).as("begun by the refused one").isEmpty();
  }
}
