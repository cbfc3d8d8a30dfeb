package kz.umyt.discover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import kz.umyt.discover.Inventory.Gap;
import kz.umyt.discover.Inventory.SourceInventory;
import kz.umyt.discover.Inventory.TableInventory;
import kz.umyt.settings.SettingsException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExclusionsTest {

  @TempDir private Path folder;
  private ScanFolder installation;

  @BeforeEach
  void open() {
    installation = new ScanFolder(folder);
    installation.table("PEOPLE", "IIN VARCHAR(12)");
    installation.table("LOG_2024", "IIN VARCHAR(12)");
    installation.table("LOG_2025", "IIN VARCHAR(12)");
    installation.file("clients.csv", StandardCharsets.UTF_8, "name\nx\n");
    installation.file("old.csv", StandardCharsets.UTF_8, "name\nx\n");
  }

  @AfterEach
  void close() throws SQLException {
    installation.close();
  }

  private Inventory scan(String exclude) {
    installation.settings(
        "jobs/own.yaml",
        """
        job: own
        policy: own
        scan:
          sources: [exports, crm]
          exclude:
        """
            + exclude.indent(4));
    return installation.scan();
  }

  private static List<String> tables(Inventory inventory) {
    return inventory.sources().stream()
        .map(SourceInventory::tables)
        .flatMap(List::stream)
        .map(TableInventory::name)
        .toList();
  }

  @Test
  void readsTheSourcesOfAJobWithoutTargetsAndNamesWhatIsLeftOut() {
    Inventory inventory =
        scan(
            """
            - {source: crm, table: "public.log_*"}
            - {source: exports, file: "old*"}
            """);

    assertThat(inventory.sources())
        .extracting(SourceInventory::name)
        .containsExactly("exports", "crm");
    assertThat(tables(inventory)).containsExactly("clients.csv", "PUBLIC.PEOPLE");
    assertThat(inventory.gaps())
        .extracting(Gap::source, Gap::table, Gap::reason, Gap::expected)
        .containsExactly(
            tuple("exports", Optional.of("old.csv"), leftOutOnLine(7), true),
            tuple("crm", Optional.of("PUBLIC.LOG_2024"), leftOutOnLine(6), true),
            tuple("crm", Optional.of("PUBLIC.LOG_2025"), leftOutOnLine(6), true));
  }

  private static String leftOutOnLine(int line) {
    return "left out by the job (jobs/own.yaml, line " + line + ")";
  }

  @Test
  void namesATableOnceThatTwoPatternsMean() {
    Inventory inventory =
        scan(
            """
            - {source: crm, table: LOG_2024}
            - {source: crm, table: "LOG*"}
            """);

    assertThat(inventory.gaps())
        .extracting(gap -> gap.table().orElseThrow(), Gap::reason)
        .containsExactly(
            tuple("PUBLIC.LOG_2024", leftOutOnLine(6)), tuple("PUBLIC.LOG_2025", leftOutOnLine(7)));
  }

  @Test
  void refusesAFilePatternThatLeavesTheFolder() {
    assertThatThrownBy(() -> scan("- {source: exports, file: \"../*.csv\"}"))
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "jobs/own.yaml:6:31: file pattern \"../*.csv\" must be relative to the folder and stay"
                + " in it");
  }
}
