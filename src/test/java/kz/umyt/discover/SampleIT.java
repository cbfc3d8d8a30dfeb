package kz.umyt.discover;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.umyt.discover.Inventory.TableInventory;
import kz.umyt.engines.Engine;
import kz.umyt.engines.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A sample is of about the wanted size, the same one every time, and drawn over all rows. */
class SampleIT {

  private static final int ROWS = 20_000;
  private static final int WANTED = 1000;

  /** The head is without personal data, every row of the tail has some. */
  private static final int HEAD = 15_000;

  @TempDir private Path temp;

  private static String mail(int row) {
    return row < HEAD ? "жоқ" : "user" + row + "@example.kz";
  }

  private static TestDatabase filled(TestDatabase database) {
    database.execute("CREATE TABLE people (id INT PRIMARY KEY, mail VARCHAR(40))");
    List<List<?>> rows = new ArrayList<>();
    IntStream.range(0, ROWS).forEach(row -> rows.add(List.of(row, mail(row))));
    database.insert("INSERT INTO people VALUES (?, ?)", rows);
    return database;
  }

  private static TableInventory table(Inventory inventory) {
    assertThat(inventory.gaps()).isEmpty();
    assertThat(inventory.sources().get(0).tables()).hasSize(1);
    return inventory.sources().get(0).tables().get(0);
  }

  private static void assertIsSample(TableInventory table) {
    assertThat(table.scanned()).isBetween(WANTED * 7L / 10, WANTED * 14L / 10);
    long found =
        table.columns().stream()
            .flatMap(column -> column.findings().stream())
            .filter(finding -> finding.entity().equals("EMAIL_ADDRESS"))
            .mapToLong(finding -> finding.cells())
            .sum();
    assertThat((double) found / table.scanned()).isBetween(0.17, 0.33);
    assertThat(table.whole()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void ofATable(Engine engine) {
    TestDatabase database = filled(engine.fresh(temp));
    // As the server does by itself after a while.
    switch (engine) {
      case MARIADB -> database.execute("ANALYZE TABLE people");
      case POSTGRESQL -> database.execute("ANALYZE people");
      case H2 -> {}
    }

    TableInventory first = table(ShopScan.sample(database, temp.resolve("a"), WANTED));

    assertThat(first.rows()).isEmpty();
    assertIsSample(first);
    assertThat(table(ShopScan.sample(database, temp.resolve("b"), WANTED))).isEqualTo(first);
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void ofATableThatHasNoMore(Engine engine) {
    TestDatabase database = filled(engine.fresh(temp));

    TableInventory all = table(ShopScan.sample(database, temp.resolve("a"), 3 * ROWS));

    assertThat(all.scanned()).isEqualTo(ROWS);
    assertThat(all.whole()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-1251"})
  void ofAFile(String charset) throws IOException {
    Path files = Files.createDirectory(temp.resolve("files"));
    String text =
        IntStream.range(0, ROWS)
            .mapToObj(row -> "Қаланың тұрғыны туралы жазба;" + mail(row))
            .collect(Collectors.joining("\n", "note;mail\n", "\n"))
            .replace('Қ', 'К')
            .replace('ң', 'н')
            .replace('ұ', 'у')
            .replace('ғ', 'г')
            .replace('қ', 'к');
    Files.writeString(files.resolve("people.csv"), text, Charset.forName(charset));

    TableInventory first = table(ShopScan.sampleOfFiles(files, temp.resolve("a"), WANTED));

    assertThat(first.rows()).isEqualTo(OptionalLong.of(ROWS));
    assertIsSample(first);
    assertThat(table(ShopScan.sampleOfFiles(files, temp.resolve("b"), WANTED))).isEqualTo(first);
  }

  @Test
  void hidesNothingThatVanished() {
    TestDatabase database = filled(Engine.H2.fresh(temp));
    Inventory whole = ShopScan.of(database, temp.resolve("a"));
    database.execute("UPDATE people SET mail = 'x' WHERE id <> 19999");

    Changes changes =
        InventoryComparison.between(whole, ShopScan.sample(database, temp.resolve("b"), 10));

    assertThat(changes.vanishedColumns()).isEmpty();
    assertThat(changes.noLongerSeen()).isEmpty();
    assertThat(changes.changedClasses()).isEmpty();
  }
}
