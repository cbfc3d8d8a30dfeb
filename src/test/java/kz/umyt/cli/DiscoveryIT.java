package kz.umyt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kz.umyt.cli.demo.Truth;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sample company's discovery job finds what the company was made with, no more and no less. */
class DiscoveryIT {

  private static final Truth TRUTH = SampleHome.built().truth();
  private static JsonNode inventory;
  private static UmytProcess.Ended ended;

  /**
   * What one column holds.
   *
   * @param cells by entity
   */
  private record Held(Optional<String> entity, Map<String, Long> cells) {}

  @BeforeAll
  static void scan(@TempDir Path temp) throws Exception {
    SampleHome home = SampleHome.built().home().copyTo(temp.resolve("home"));
    ended = new UmytProcess().run("scan", "alatau-discovery", "--json", "--home", home.folder());
    inventory = JsonMapper.builder().build().readTree(ended.out());
  }

  @Test
  void namesEveryColumnThatHoldsSomethingAndNoOther() {
    Map<String, Held> expected = new TreeMap<>();
    for (Truth.ColumnFindings column : TRUTH.columns()) {
      expected.put(
          column.source() + ": " + column.table() + ", " + column.column(),
          new Held(column.entity(), column.cells()));
    }
    Map<String, Held> found = new TreeMap<>();
    for (JsonNode source : inventory.get("sources")) {
      for (JsonNode table : source.get("tables")) {
        for (JsonNode column : table.get("columns")) {
          Held held = held(column);
          if (held.entity().isPresent() || !held.cells().isEmpty()) {
            found.put(
                text(source, "name") + ": " + name(table) + ", " + text(column, "name"), held);
          }
        }
      }
    }
    assertThat(found).containsExactlyEntriesOf(expected);
  }

  private static Held held(JsonNode column) {
    Map<String, Long> cells = new TreeMap<>();
    for (JsonNode finding : column.get("findings")) {
      cells.put(text(finding, "entity"), finding.get("cells").longValue());
    }
    JsonNode entity = column.get("entity");
    return new Held(entity.isNull() ? Optional.empty() : Optional.of(entity.stringValue()), cells);
  }

  @Test
  void countsExactlyTheTextsInWhichSomebodyToldSomething() {
    assertThat(telling("SUBSCRIBERS", "NOTES")).isEqualTo(60);
    assertThat(telling("TICKETS", "BODY")).isEqualTo(200);
    assertThat(telling("call-center-2021.csv.gz", "note")).isEqualTo(80);
  }

  /** A text tells one thing, so that the cells of all entities add up. */
  private static long telling(String table, String column) {
    long cells = 0;
    for (JsonNode source : inventory.get("sources")) {
      for (JsonNode one : source.get("tables")) {
        for (JsonNode other : one.get("columns")) {
          if (name(one).equals(table) && text(other, "name").equals(column)) {
            cells += held(other).cells().values().stream().mapToLong(Long::longValue).sum();
          }
        }
      }
    }
    return cells;
  }

  @Test
  void readsEveryRowOfEveryTableAndFile() {
    Map<String, Long> scanned = new TreeMap<>();
    for (JsonNode source : inventory.get("sources")) {
      for (JsonNode table : source.get("tables")) {
        boolean file = text(source, "name").equals("exports");
        scanned.put(
            file ? "exports/" + name(table) : name(table).toLowerCase(Locale.ROOT),
            table.get("scanned").longValue());
        assertThat(table.get("rows")).isEqualTo(table.get("scanned"));
      }
    }
    assertThat(scanned).isEqualTo(TRUTH.rows());
    assertThat(inventory.get("gaps")).isEmpty();
  }

  /** What a job of the company names is ruled, and what its policy forgot needs a person. */
  @Test
  void holdsWhatItFindsAgainstThePolicyAndAllJobs() {
    ended.endsWith(ExitCode.NEEDS_PERSON);
    assertThat(inventory.at("/policyCheck/withoutRule")).isEmpty();
    assertThat(inventory.at("/policyCheck/unreadJobs")).isEmpty();
    assertThat(
            inventory.at("/policyCheck/undeclared").valueStream().map(one -> text(one, "entity")))
        .containsExactly("ACCOUNT_BALANCE", "FREE_TEXT", "USER_AGENT");
  }

  private static String name(JsonNode table) {
    String name = text(table, "name");
    return name.startsWith("PUBLIC.") ? name.substring("PUBLIC.".length()) : name;
  }

  private static String text(JsonNode node, String field) {
    return node.get(field).stringValue();
  }
}
