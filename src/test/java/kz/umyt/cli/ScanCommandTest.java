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

  @Test
  void saysWhereToListAndThatNoJobHasARule() {
    installation.table("MAILS", "EMAIL VARCHAR(100)");
    installation.row("MAILS", List.of("dana@example.kz"));

    assertThat(run("-q")).isEqualTo(ExitCode.NEEDS_PERSON);

    assertThat(text(err))
        .contains(
            "missing in policy 'own': EMAIL_ADDRESS in 1 column; it belongs into the list of clause"
                + " 3.2 (PHONE_NUMBER, DATE_OF_BIRTH)")
        .contains(
            "without a rule: crm: PUBLIC.MAILS holds EMAIL_ADDRESS, and no job has a target for it");
  }

  @Test
  void endsWithAPersonNeededWhereOnlyARuleIsMissing() {
    installation.table("LETTERS", "SCAN CLOB");
    installation.row("LETTERS", List.of("Звонил, ИИН " + IIN));
    installation.settings("jobs/broken.yaml", "job: broken\n");

    assertThat(run()).isEqualTo(ExitCode.NEEDS_PERSON);

    assertThat(text(err))
        .contains("without a rule: crm: PUBLIC.LETTERS holds KZ_IIN")
        .contains("no valid job: jobs/broken.yaml:")
        .doesNotContain("missing in policy");
  }

  @Test
  void remarksWhatThePolicyListsInVain() {
    assertThat(run()).isEqualTo(ExitCode.DONE);

    assertThat(text(out))
        .contains("listed by the policy and not found: PHONE_NUMBER (3.2), DATE_OF_BIRTH (3.2)");
  }

  @Test
  void saysWhatMustBeDoneAtOnce() {
    installation.table("OTHERS", "NOTE VARCHAR(100)");
    installation.row("OTHERS", List.of("карта Visa, CVV: 123"));
    installation.row("OTHERS", List.of("карта Visa, CVC2 456"));

    assertThat(run("-q")).isEqualTo(ExitCode.NEEDS_PERSON);

    assertThat(text(err))
        .contains("act at once: CARD_CVV: Verification code of a payment card: PCI DSS")
        .contains("  CARD_CVV in crm: PUBLIC.OTHERS, column NOTE: 2 cells")
        .contains("missing in policy 'own': CARD_CVV in 1 column; it belongs into no list")
        .doesNotContain("123", "456");
  }

  @Test
  void aFirstScanHasNothingNew() {
    assertThat(run("--fail-on-new")).isEqualTo(ExitCode.DONE);

    assertThat(text(out)).doesNotContain("last scan");
    assertThat(inventory().at("/changes").isNull()).isTrue();
  }

  @Test
  void saysThatNothingHasChanged() {
    run();
    out.reset();

    assertThat(run("--fail-on-new")).isEqualTo(ExitCode.DONE);

    assertThat(text(out)).contains("Nothing has changed since the last scan, 2026-01-15 11:00.");
  }

  @Test
  void failsOnAColumnThatCameWithPersonalData() {
    run();
    installation.sql("ALTER TABLE PEOPLE ADD MOBILE VARCHAR(20)");
    installation.sql("UPDATE PEOPLE SET MOBILE = '+77015550142'");
    out.reset();
    err.reset();

    assertThat(run("--fail-on-new", "-q")).isEqualTo(ExitCode.NEEDS_PERSON);

    assertThat(text(out)).isEmpty();
    assertThat(text(err))
        .contains("since the last scan: new: crm: PUBLIC.PEOPLE, column MOBILE holds PHONE_NUMBER");
    assertThat(inventory().at("/changes/newColumns/0/column").stringValue()).isEqualTo("MOBILE");
    // It is new once.
    assertThat(run("--fail-on-new")).isEqualTo(ExitCode.DONE);
  }

  @Test
  void tellsWhatIsNewWithoutFailing() {
    run();
    installation.sql("ALTER TABLE PEOPLE ADD MOBILE VARCHAR(20)");
    installation.sql("UPDATE PEOPLE SET MOBILE = '+77015550142', FULL_NAME = NULL");
    out.reset();

    assertThat(run()).isEqualTo(ExitCode.DONE);

    assertThat(text(out))
        .contains(
            "Since the last scan, 2026-01-15 11:00:",
            "  new: crm: PUBLIC.PEOPLE, column MOBILE holds PHONE_NUMBER",
            "  class changed: crm: PUBLIC.PEOPLE, column FULL_NAME from PERSON to none",
            "  no longer seen: PERSON in crm: PUBLIC.PEOPLE, column FULL_NAME");
  }

  @Test
  void comparesWithTheScanInTheSameFolder() {
    run("--out", folder.resolve("one").toString());
    installation.sql("ALTER TABLE PEOPLE ADD MOBILE VARCHAR(20)");
    installation.sql("UPDATE PEOPLE SET MOBILE = '+77015550142'");

    assertThat(run("--fail-on-new", "--out", folder.resolve("two").toString()))
        .isEqualTo(ExitCode.DONE);
    assertThat(run("--fail-on-new", "--out", folder.resolve("one").toString()))
        .isEqualTo(ExitCode.NEEDS_PERSON);
  }

  @Test
  void goesOnAfterADamagedInventory() throws Exception {
    run();
    String whole = Files.readString(file());
    Files.writeString(file(), whole.substring(0, whole.length() / 2));
    err.reset();

    assertThat(run()).isEqualTo(ExitCode.DONE);

    assertThat(text(err))
        .contains("the inventory of the last scan, " + file() + ", cannot be compared with: ")
        .doesNotContain("Exception");
    assertThat(inventory().at("/changes").isNull()).isTrue();

    // Whoever must be told what is new is told that nobody can say.
    Files.writeString(file(), "");
    assertThat(run("--fail-on-new")).isEqualTo(ExitCode.NEEDS_PERSON);
    assertThat(run("--fail-on-new")).isEqualTo(ExitCode.DONE);
  }

  @Test
  void doesNotCompareWithAnotherJob() throws Exception {
    run();
    Files.writeString(
        file(), Files.readString(file()).replace("\"job\": \"own\"", "\"job\": \"theirs\""));
    err.reset();

    assertThat(run()).isEqualTo(ExitCode.DONE);

    assertThat(text(err)).contains("it is of another job");
  }

  @Test
  void takesASourceThatWasDownForNeitherGoneNorNew() {
    installation.removeExports();
    assertThat(run("--fail-on-new")).isEqualTo(ExitCode.SOURCE);

    installation.file("clients.csv", StandardCharsets.UTF_8, "iin\n" + IIN + "\n");
    err.reset();
    assertThat(run("--fail-on-new")).isEqualTo(ExitCode.NEEDS_PERSON);
    assertThat(text(err))
        .contains("not compared: exports: the last scan did not read it, so it may be new");
  }

  private Path file() {
    return folder.resolve("var/out/own/inventory.json");
  }

  private JsonNode inventory() {
    return new JsonMapper().readTree(file());
  }

  private int command() {
    ByteArrayOutputStream help = new ByteArrayOutputStream();
    CommandLine line = Umyt.commandLine(stream(help), stream(err), ScanFolder.CLOCK);
    return line.execute(
        "scan",
        installation.job().toString(),
        "--config",
        installation.config().toString(),
        "--home",
        folder.resolve("var").toString());
  }

  @Test
  void saysWhatToDoAboutADamagedStore() throws Exception {
    assertThat(command()).isEqualTo(ExitCode.DONE);
    Path store = folder.resolve("var/scans/own.mv.db");
    Files.write(store, new byte[20_000]);
    err.reset();

    assertThat(command()).isEqualTo(ExitCode.FAILED);

    assertThat(text(err).strip().lines()).hasSize(1);
    assertThat(text(err))
        .startsWith("umyt: the store " + store + " cannot be used: damaged; delete this file")
        .contains("the next scan begins anew, and nothing else is lost");
    Files.delete(store);
    assertThat(command()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void saysThatAFileStandsInTheWayOfTheStore() throws Exception {
    Files.createDirectories(folder.resolve("var"));
    Files.writeString(folder.resolve("var/scans"), "");

    assertThat(command()).isEqualTo(ExitCode.FAILED);

    assertThat(text(err).strip().lines()).hasSize(1);
    assertThat(text(err))
        .contains(folder.resolve("var/scans/own.mv.db").toString(), "a file stands where a folder");
  }

  @Test
  void saysThatAnInventoryCannotBeWritten() throws Exception {
    Files.createDirectories(folder.resolve("var"));
    Files.writeString(folder.resolve("var/out"), "");

    assertThat(command()).isEqualTo(ExitCode.FAILED);

    assertThat(text(err).strip().lines()).hasSize(1);
    assertThat(text(err))
        .startsWith("umyt: " + folder.resolve("var/out/own/inventory.html") + " cannot be written")
        .contains("a file stands where a folder");
  }

  @Test
  void doesNotCallAFileWithoutHeaderUnread() {
    installation.file(
        "bare.csv", StandardCharsets.UTF_8, "dana@example.kz;+77015550142\nolga@example.kz;x\n");

    assertThat(run()).isEqualTo(ExitCode.NEEDS_PERSON);

    assertThat(text(err))
        .contains("read without names: exports: bare.csv: the first line holds values")
        .doesNotContain("not read: exports");
  }

  @Test
  void saysThatAFileWithNulIsNoText() {
    installation.file(
        "binary.csv", StandardCharsets.ISO_8859_1, "name;note\nx;\u00FF\u00FE\u0000\u0000\n");

    assertThat(run()).isEqualTo(ExitCode.NEEDS_PERSON);

    assertThat(text(err)).contains("a NUL character, so this is no CSV text");
  }

  @Test
  void printsTheFirstOfManyAndSaysWhereAllAre() throws Exception {
    for (int i = 0; i < 25; i++) {
      installation.file("mail" + i + ".csv", StandardCharsets.UTF_8, "email\ndana@example.kz\n");
      installation.file("none" + i + ".csv", StandardCharsets.UTF_8, "");
    }

    installation.settings(
        "jobs/own.yaml", "job: own\npolicy: own\nscan: {sources: [crm, exports]}\n");

    assertThat(run("-q")).isEqualTo(ExitCode.NEEDS_PERSON);

    for (String kind : List.of("without a rule: ", "not in the policy: ", "not read: exports: ")) {
      assertThat(text(err).lines().filter(line -> line.startsWith(kind))).as(kind).hasSize(20);
    }
    assertThat(
            text(err)
                .lines()
                .filter(
                    line ->
                        line.matches("… and [56] more; all in inventory.html and inventory.json")))
        .hasSize(3);
    assertThat(inventory().at("/undeclared")).hasSize(25);
    assertThat(Files.readString(file())).contains("mail24.csv", "none24.csv");
  }

  @Test
  void saysThatAPatternLeavesOutNothing() {
    installation.table("LOGS", "EMAIL VARCHAR(100)");
    installation.file("clients.csv", StandardCharsets.UTF_8, "name\nx\n");
    installation.settings(
        "jobs/own.yaml",
        """
        job: own
        policy: own
        scan:
          sources: [crm, exports]
          exclude:
            - {source: crm, table: "log*"}
            - {source: crm, table: "public.logs"}
            - {source: crm, table: "lgos"}
            - {source: exports, file: "client/*"}
        """);

    run("-q");

    assertThat(text(err))
        .contains("jobs/own.yaml:8: the pattern \"lgos\" leaves out nothing: source 'crm' has")
        .contains("jobs/own.yaml:9: the pattern \"client/*\" leaves out nothing: source 'exports'")
        .doesNotContain("jobs/own.yaml:6:", "jobs/own.yaml:7:");
  }

  @Test
  void showsControlCharactersOfNamesAndPassesNoneOn() {
    String table = "\"EVIL\u001B[31m\nROW\"";
    installation.table(table, "\"MAIL\u001B[2J\" VARCHAR(100), B BLOB");
    installation.row(table, List.of("dana@example.kz", new byte[] {1}));

    assertThat(run()).isEqualTo(ExitCode.NEEDS_PERSON);

    assertThat(text(out))
        .contains("PUBLIC.EVIL[U+001B][31m[U+000A]ROW", "MAIL[U+001B][2J")
        .doesNotContain("\u001B");
    assertThat(text(err))
        .contains("not read: crm: PUBLIC.EVIL[U+001B][31m[U+000A]ROW, column B: ")
        .doesNotContain("\u001B", "\nROW");
  }

  @Test
  void saysWhatTheJobLeavesOutAndAsksNobodyForIt() throws Exception {
    installation.table("LOGS", "EMAIL VARCHAR(100)");
    installation.row("LOGS", List.of("dana@example.kz"));
    installation.settings(
        "jobs/other.yaml", Files.readString(installation.job()).replace("job: own", "job: other"));
    installation.settings(
        "jobs/own.yaml",
        """
        job: own
        policy: own
        scan:
          sources: [crm]
          exclude: [{source: crm, table: logs}]
        """);

    assertThat(run("--json")).isEqualTo(ExitCode.DONE);

    assertThat(text(err))
        .contains("not read: crm: PUBLIC.LOGS: left out by the job (jobs/own.yaml, line 5)");
    JsonNode gap = JsonMapper.builder().build().readTree(text(out)).path("gaps").path(0);
    assertThat(gap.path("table").stringValue()).isEqualTo("PUBLIC.LOGS");
    assertThat(gap.path("expected").booleanValue()).isTrue();
  }
}
