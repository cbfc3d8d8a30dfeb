package kz.umyt.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The inventory of a scan, as a browser understands it, held to the JSON beside it. */
class InventoryInBrowserIT {

  /** Counted by hand from {@code inventory.json}, without the code that counts for the page. */
  private record Counted(long tables, long rows, long columns, long personal, int kinds) {

    static Counted in(JsonNode inventory) {
      long tables = 0;
      long rows = 0;
      long columns = 0;
      long personal = 0;
      Set<String> kinds = new TreeSet<>();
      for (JsonNode source : inventory.get("sources")) {
        for (JsonNode table : source.get("tables")) {
          tables++;
          rows += table.get("scanned").asLong();
          for (JsonNode column : table.get("columns")) {
            columns++;
            Set<String> held = new TreeSet<>();
            if (!column.get("entity").isNull()) {
              held.add(column.get("entity").asString());
            }
            column.get("findings").forEach(one -> held.add(one.get("entity").asString()));
            personal += held.isEmpty() ? 0 : 1;
            kinds.addAll(held);
          }
        }
      }
      return new Counted(tables, rows, columns, personal, kinds.size());
    }
  }

  @Test
  void showsTheTotalsInThreeLanguagesAndEveryColumn(@TempDir Path temp) throws Exception {
    Optional<Path> browser = ActInBrowserIT.browser();
    assumeTrue(browser.isPresent(), "no Chromium on the PATH");
    Path json = SampleHome.shown().home().folder().resolve("out/alatau-retention/inventory.json");
    JsonNode inventory = JsonMapper.builder().build().readTree(json);
    Counted counted = Counted.in(inventory);
    assertThat(counted.personal()).isGreaterThan(10);

    String page = ActInBrowserIT.open(browser.get(), json.resolveSibling("inventory.html"), temp);

    for (String language : List.of("ru", "kk", "en")) {
      String sheet = ActInBrowserIT.sheet(page, "sheet map", language);
      String totals = ActInBrowserIT.plain(sheet.substring(0, sheet.indexOf("</ul>")));
      assertThat(totals)
          .as(language)
          .contains(
              number(inventory.get("sources").size()),
              number(counted.tables()),
              number(counted.rows()),
              number(counted.columns()),
              number(counted.personal()),
              number(counted.kinds()));
      assertThat(sheet.split("data-item=\"column\"", -1)).hasSize((int) counted.personal() + 1);
      assertThat(sheet)
          .as("the script of the page has run")
          .doesNotContain("role=\"search\" hidden");
    }
  }

  private static String number(long count) {
    return "<strong>" + count + "</strong>";
  }
}
