package kz.umyt.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import kz.umyt.discover.Inventory;
import kz.umyt.discover.Inventory.TableInventory;
import kz.umyt.engines.Engine;
import kz.umyt.engines.Shop;
import kz.umyt.engines.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is provably unchanged is not read again, and everything else is. */
class IncrementalIT {

  private static final String MAIL = "dana@example.kz";

  @TempDir Path folder;

  private TestDatabase database;
  private Path exports;
  private ScanNight night;

  @BeforeEach
  void found() throws IOException {
    exports = Files.createDirectory(folder.resolve("exports"));
  }

  private void company(Engine engine, String... tables) {
    database = engine.fresh(folder);
    for (String table : tables) {
      database.execute(
          "CREATE TABLE " + table + " (id INT PRIMARY KEY, mail VARCHAR(40))",
          "INSERT INTO " + table + " VALUES (1, '" + MAIL + "'), (2, '" + MAIL + "')");
    }
    Shop shop = Shop.in(folder.resolve("shop")).database("db", database).folder("exports", exports);
    shop.job("scan: {sources: [db, exports]}\n");
    night = new ScanNight(shop);
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(exports.resolve(name), text);
  }

  /** What the last scan has read, by the ledger. */
  private List<Object> read() {
    return night.entries(Events.DATA_READ).stream()
        .skip(logged)
        .flatMap(entry -> ((List<?>) entry.details().get("tables")).stream())
        .<Object>map(table -> ((Map<?, ?>) table).get("table"))
        .toList();
  }

  private int logged;

  private ScanRun.Ended again() {
    logged = night.entries(Events.DATA_READ).size();
    return night.scan(ScanNight.INCREMENTAL);
  }

  /** PostgreSQL counts a change some time after it is committed, within a second if asked to. */
  private void changed(String... statements) throws InterruptedException {
    database.execute(statements);
    TimeUnit.MILLISECONDS.sleep(300);
  }

  private static TableInventory table(Inventory inventory, String name) {
    return inventory.sources().stream()
        .flatMap(source -> source.tables().stream())
        .filter(table -> table.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void onlyChangedTablesAreReadAgain() throws Exception {
    company(
        Engine.POSTGRESQL, "same", "grown", "updated", "shrunk", "emptied", "widened", "renamed");
    TimeUnit.MILLISECONDS.sleep(300);
    Inventory first = night.inventory(ScanNight.INCREMENTAL);
    changed(
        "INSERT INTO grown VALUES (3, 'x')",
        "UPDATE updated SET mail = 'y' WHERE id = 1",
        "DELETE FROM shrunk WHERE id = 1",
        "TRUNCATE emptied",
        "ALTER TABLE widened ADD COLUMN more VARCHAR(40) DEFAULT 'olga@example.kz'",
        "ALTER TABLE renamed RENAME COLUMN mail TO letter");

    ScanRun.Ended ended = again();

    assertThat(ended.unchanged()).isEqualTo(1);
    assertThat(read())
        .containsExactlyInAnyOrder(
            "public.grown",
            "public.updated",
            "public.shrunk",
            "public.emptied",
            "public.widened",
            "public.renamed");
    Inventory inventory = ended.inventory().orElseThrow();
    assertThat(table(inventory, "public.same")).isEqualTo(table(first, "public.same"));
    assertThat(table(inventory, "public.grown").rows()).hasValue(3);
    assertThat(table(inventory, "public.widened").columns()).hasSize(3);
    assertThat(table(inventory, "public.renamed").columns().get(1).name()).isEqualTo("letter");
    assertThat(again().unchanged()).isEqualTo(7);
    assertThat(read()).isEmpty();
    changed("INSERT INTO same VALUES (3, 'x')");
    assertThat(again().unchanged()).isEqualTo(6);
  }

  @Test
  void aResetOfTheCountersIsNoProof() throws Exception {
    company(Engine.POSTGRESQL, "people");
    changed("INSERT INTO people VALUES (3, 'x')");
    night.inventory(ScanNight.INCREMENTAL);
    changed("SELECT pg_stat_reset()", "DELETE FROM people");
    changed("SELECT pg_stat_reset()", "INSERT INTO people VALUES (1, 'a'), (2, 'b'), (3, 'c')");

    assertThat(again().unchanged()).isZero();
  }

  @Test
  void onlyChangedFilesAreReadAgain() throws Exception {
    company(Engine.H2);
    file("same.csv", "mail\n" + MAIL + "\n");
    Path sneaky = file("sneaky.csv", "mail\n" + MAIL + "\n");
    FileTime time = Files.getLastModifiedTime(sneaky);
    night.inventory(ScanNight.INCREMENTAL);
    Files.writeString(sneaky, "mail\n" + "dana(example.kz\n");
    Files.setLastModifiedTime(sneaky, time);
    file("new.csv", "mail\n" + MAIL + "\n");

    ScanRun.Ended ended = again();

    assertThat(ended.unchanged()).isEqualTo(1);
    assertThat(read()).containsExactlyInAnyOrder("sneaky.csv", "new.csv");
    Inventory inventory = ended.inventory().orElseThrow();
    assertThat(table(inventory, "sneaky.csv").entities()).isEmpty();
    assertThat(table(inventory, "same.csv").entities()).containsExactly("EMAIL_ADDRESS");
  }

  @Test
  void anEngineThatPromisesNothingIsReadAgain() {
    company(Engine.H2, "people");
    night.inventory(ScanNight.INCREMENTAL);

    assertThat(again().unchanged()).isZero();

    assertThat(read()).containsExactly("PUBLIC.PEOPLE");
  }

  @Test
  void allIsReadAgainWhereARecognizerIsAnother() throws Exception {
    company(Engine.POSTGRESQL, "people");
    file("people.csv", "mail\n" + MAIL + "\n");
    night.inventory(ScanNight.INCREMENTAL);
    night = new ScanNight(night.shop(), night.recognizers().subList(1, night.recognizers().size()));

    assertThat(again().unchanged()).isZero();

    assertThat(read()).containsExactly("public.people", "people.csv");
  }

  @Test
  void aTableWithAGapIsReadAgain() throws Exception {
    company(Engine.POSTGRESQL, "people", "secrets");
    String reader = "reader_of_" + database.rows("SELECT current_database()").get(0);
    database.execute(
        "CREATE ROLE " + reader + " LOGIN",
        "GRANT SELECT ON people TO " + reader,
        "GRANT SELECT (id) ON secrets TO " + reader);
    String url = database.url().substring(0, database.url().indexOf('?'));
    night
        .shop()
        .write(
            "config/sources.yaml",
            "sources:\n"
                + new TestDatabase(Engine.POSTGRESQL, url, reader, database.schema()).asSource("db")
                + "  exports: {csv: \""
                + exports
                + "\"}\n");
    changed();
    night.inventory(ScanNight.INCREMENTAL);
    database.execute("GRANT SELECT ON secrets TO " + reader);

    ScanRun.Ended ended = again();

    assertThat(ended.unchanged()).isEqualTo(1);
    assertThat(read()).containsExactly("public.secrets");
    assertThat(ended.inventory().orElseThrow().gaps()).isEmpty();
  }
}
