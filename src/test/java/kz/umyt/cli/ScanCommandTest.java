package kz.umyt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import kz.umyt.discover.ScanFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ScanCommandTest {

  private static final String IIN = "850101300114";

  @TempDir private Path folder;
  private ScanFolder installation;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void open() {
    installation = new ScanFolder(folder);
    installation.table("PEOPLE", "IIN VARCHAR(12), FULL_NAME VARCHAR(100), PHOTO BLOB");
    installation.row("PEOPLE", List.of(IIN, "Ахметова Дана", new byte[] {1}));
  }

  @AfterEach
  void close() throws SQLException {
    installation.close();
  }

  private int run(String... more) {
    Workspace workspace = new Workspace(ScanFolder.CLOCK, () -> 0, stream(out), stream(err));
    CommandLine line = new CommandLine(new ScanCommand(workspace));
    List<String> arguments =
        new ArrayList<>(
            List.of(
                installation.job().toString(),
                "--config",
                installation.config().toString(),
                "--home",
                folder.resolve("var").toString()));
    arguments.addAll(List.of(more));
    return line.execute(arguments.toArray(String[]::new));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void showsWhatIsWhereWithoutAnyValue() {
    assertThat(run()).isEqualTo(ExitCode.DONE);

    assertThat(text(out))
        .containsPattern("crm +PUBLIC.PEOPLE +IIN +KZ_IIN +1 +100.0% +85\\*{8}14")
        .containsPattern("crm +PUBLIC.PEOPLE +FULL_NAME +PERSON +1 +100.0% +Ах\\*+на")
        .doesNotContain(IIN, "Ахметова");
    assertThat(text(err)).contains("not read: crm: PUBLIC.PEOPLE, column PHOTO: ");
    assertThat(folder.resolve("var/out/own/inventory.json")).exists();
  }

  @Test
  void writesItForPeopleAndSpreadsheetsToo() throws Exception {
    run();

    Path inventory = folder.resolve("var/out/own");
    assertThat(text(out)).contains("Inventory: " + inventory.resolve("inventory.html"));
    for (String name : List.of("inventory.html", "inventory.csv")) {
      assertThat(Files.readString(inventory.resolve(name)))
          .contains("PUBLIC.PEOPLE", "85********14", "PHOTO")
          .doesNotContain(IIN, "Ахметова");
    }
    assertThat(Files.readString(inventory.resolve("inventory.html")))
        .contains("The values and the name of the column say the same");
  }

  @Test
  void endsWithAPersonNeededWhereThePolicyListsNotAll() {
    installation.table("MAILS", "EMAIL VARCHAR(100)");
    installation.row("MAILS", List.of("dana@example.kz"));

    assertThat(run("-q")).isEqualTo(ExitCode.NEEDS_PERSON);

    assertThat(text(out)).isEmpty();
    assertThat(text(err))
        .contains("not in the policy: EMAIL_ADDRESS in crm: PUBLIC.MAILS, column EMAIL");
  }

  @Test
  void endsWithAPersonNeededWhereAFileIsNotRead() {
    installation.file("empty.csv", StandardCharsets.UTF_8, "");

    assertThat(run()).isEqualTo(ExitCode.NEEDS_PERSON);
  }

  @Test
  void saysThatASourceIsNotThere() {
    installation.removeExports();

    assertThat(run()).isEqualTo(ExitCode.SOURCE);

    assertThat(text(err)).contains("not read: exports: ");
    assertThat(folder.resolve("var/out/own/inventory.json")).exists();
  }

  @Test
  void printsTheSameJsonThatItWrites() throws Exception {
    Path other = folder.resolve("elsewhere");

    run("--json", "--out", other.toString());

    JsonMapper mapper = new JsonMapper();
    JsonNode printed = mapper.readTree(text(out));
    assertThat(printed)
        .isEqualTo(mapper.readTree(Files.readString(other.resolve("inventory.json"))));
    JsonNode column = printed.at("/sources/0/tables/0/columns/0");
    assertThat(column.at("/entity").stringValue()).isEqualTo("KZ_IIN");
    assertThat(column.at("/findings/0/evidence/0").stringValue()).isEqualTo("85********14");
    assertThat(printed.at("/gaps/0/column").stringValue()).isEqualTo("PHOTO");
  }
}
