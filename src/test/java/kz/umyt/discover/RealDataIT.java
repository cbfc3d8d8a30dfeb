package kz.umyt.discover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kz.umyt.discover.Inventory.ColumnInventory;
import kz.umyt.discover.Inventory.EntityFinding;
import kz.umyt.discover.Inventory.TableInventory;
import kz.umyt.engines.Chinook;
import kz.umyt.engines.Engine;
import kz.umyt.engines.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Public data that was not made for us, column by column: what each holds is written down in {@code
 * src/test/resources/real-data}, and no more than that may be found. The data lie beside the
 * project on the machines of its builders and are no part of it.
 */
class RealDataIT {

  private static final Path DATA = Chinook.DATA;
  private static final Path TRUTHS = Path.of("src/test/resources/real-data");

  @TempDir private Path temp;

  @BeforeEach
  void dataAreHere() {
    assumeTrue(Files.isDirectory(DATA), "no real data on this machine");
  }

  /**
   * A column by its table and its name, however an engine writes them: {@code InvoiceLine} is
   * {@code invoice_line}.
   */
  private static String place(String table, String column) {
    return (table + "." + column).replace("_", "").toLowerCase(Locale.ROOT);
  }

  /** What a column holds, and in how many cells something else may be found beside it. */
  private record Truth(String entity, Map<String, Long> beside) {

    boolean isStrange(EntityFinding finding) {
      return !finding.entity().equals(entity)
          && finding.cells() > beside.getOrDefault(finding.entity(), 0L);
    }
  }

  private static final Truth UNKNOWN = new Truth("no such column", Map.of());

  private static Map<String, Truth> truths(String file) throws IOException {
    Map<String, Truth> truths = new HashMap<>();
    for (String line : Files.readAllLines(TRUTHS.resolve(file))) {
      if (!line.startsWith("#")) {
        List<String> cells = List.of(line.split("\t", -1));
        Map<String, Long> beside = new HashMap<>();
        for (String one : cells.subList(3, cells.size())) {
          int space = one.indexOf(' ');
          beside.put(one.substring(space + 1), Long.valueOf(one.substring(0, space)));
        }
        truths.put(place(cells.get(0), cells.get(1)), new Truth(cells.get(2), beside));
      }
    }
    return truths;
  }

  private static void assertHolds(Inventory inventory, String truthFile) throws IOException {
    assertThat(inventory.gaps()).isEmpty();
    Map<String, Truth> truths = truths(truthFile);
    Map<String, String> wrong = new TreeMap<>();
    truths.forEach((place, truth) -> wrong.put(place, truth.entity() + " but was not read"));
    for (TableInventory table : inventory.sources().get(0).tables()) {
      String bare = table.name().substring(table.name().indexOf('.') + 1);
      for (ColumnInventory column : table.columns()) {
        String place = place(bare, column.name());
        wrong.remove(place);
        difference(column, truths.getOrDefault(place, UNKNOWN))
            .ifPresent(difference -> wrong.put(place, difference));
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static Optional<String> difference(ColumnInventory column, Truth truth) {
    String entity = column.entity().orElse("-");
    List<String> strange =
        column.findings().stream()
            .filter(truth::isStrange)
            .map(finding -> finding.cells() + " " + finding.entity())
            .toList();
    return entity.equals(truth.entity()) && strange.isEmpty()
        ? Optional.empty()
        : Optional.of(truth.entity() + " but was " + entity + ", and beside it " + strange);
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "MARIADB"})
  void everyColumnOfAShopIsTold(Engine engine) throws IOException {
    TestDatabase database = Chinook.in(engine.fresh(temp), engine);

    assertHolds(ShopScan.of(database, temp), "chinook.tsv");
  }

  @Test
  void everyColumnOfAHundredIdentitiesIsTold() throws IOException {
    Path exports = Files.createDirectories(temp.resolve("exports"));
    Files.copy(DATA.resolve("fake-names-100.csv"), exports.resolve("fake-names-100.csv"));

    assertHolds(ShopScan.ofFiles(exports, temp), "fake-names-100.tsv");
  }
}
