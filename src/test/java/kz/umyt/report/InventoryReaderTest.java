package kz.umyt.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import kz.umyt.discover.Alarm;
import kz.umyt.discover.Changes;
import kz.umyt.discover.ColumnTraits;
import kz.umyt.discover.ColumnTraits.Holds;
import kz.umyt.discover.Damage;
import kz.umyt.discover.DateShape;
import kz.umyt.discover.Density;
import kz.umyt.discover.Explanation;
import kz.umyt.discover.Explanation.Rule;
import kz.umyt.discover.FileEncoding;
import kz.umyt.discover.Inventory;
import kz.umyt.discover.Inventory.ColumnInventory;
import kz.umyt.discover.Inventory.EntityFinding;
import kz.umyt.discover.Inventory.Gap;
import kz.umyt.discover.Inventory.Kind;
import kz.umyt.discover.Inventory.Reference;
import kz.umyt.discover.Inventory.SourceInventory;
import kz.umyt.discover.Inventory.TableInventory;
import kz.umyt.discover.Inventory.Undeclared;
import kz.umyt.discover.Place;
import kz.umyt.discover.PolicyCheck;
import kz.umyt.discover.ScanResult;
import kz.umyt.settings.InstalledJobs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InventoryReaderTest {

  private static final OffsetDateTime TIME = OffsetDateTime.parse("2026-01-15T11:00:00+05:00");
  private static final String HEAD =
      "\"job\":\"own\",\"started\":\"2026-01-15T11:00:00+05:00\","
          + "\"finished\":\"2026-01-15T11:00:01+05:00\"";
  private static final Place PLACE = new Place("crm", "PUBLIC.PEOPLE", "NOTES");

  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("inventory.json"), text);
  }

  private static Inventory inventory() {
    ColumnInventory notes =
        new ColumnInventory(
            "NOTES",
            "CLOB",
            true,
            900,
            300,
            280,
            Optional.empty(),
            0,
            List.of(
                new EntityFinding(
                    "KZ_IIN",
                    2,
                    1,
                    2 / 300.0,
                    1,
                    Optional.of(new Density(250, 1, true)),
                    List.of("77********13"))),
            Optional.of(new DateShape(Optional.of("dd.MM.yyyy"), 40, 3, 2)),
            List.of(new Damage(Damage.Kind.SCIENTIFIC, 4), new Damage(Damage.Kind.MOJIBAKE, 1)),
            new Explanation(Rule.CHANCE, Optional.empty(), Optional.empty()));
    ColumnInventory name =
        new ColumnInventory(
            "NAME",
            "VARCHAR",
            false,
            5,
            5,
            4,
            Optional.of("PERSON"),
            0.5,
            List.of(),
            Optional.of(new DateShape(Optional.empty(), 1, 0, 0)),
            List.of(),
            new Explanation(Rule.NAME, Optional.of("PERSON"), Optional.of("name")));
    return new Inventory(
        "own",
        TIME,
        TIME.plusSeconds(1),
        List.of(
            new SourceInventory(
                "crm",
                Kind.JDBC,
                true,
                List.of(
                    new TableInventory(
                        "PUBLIC.PEOPLE",
                        OptionalLong.of(900),
                        900,
                        List.of(notes, name),
                        List.of("ID"),
                        List.of(
                            new Reference(List.of("CITY"), "PUBLIC.CITIES", List.of("CODE"), true)),
                        Map.of("NOTES", new ColumnTraits(Holds.TEXT, 4000, true, false))),
                    new TableInventory("PUBLIC.BROKEN", OptionalLong.empty(), 7, List.of()))),
            new SourceInventory(
                "exports",
                Kind.CSV,
                false,
                List.of(
                    file("a.csv", OptionalDouble.of(0.87)),
                    file("b.csv", OptionalDouble.empty())))),
        List.of(new Undeclared("KZ_IIN", "crm", "PUBLIC.PEOPLE", "NOTES")),
        List.of(
            new Gap("crm", Optional.of("PUBLIC.BROKEN"), Optional.of("PHOTO"), "no text"),
            new Gap("exports", Optional.empty(), Optional.empty(), "no folder")));
  }

  private static TableInventory file(String name, OptionalDouble confidence) {
    return new TableInventory(
        name,
        OptionalLong.of(1),
        1,
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        Optional.of(new FileEncoding("IBM866", confidence)));
  }

  private static ScanResult result() {
    PolicyCheck.DataList list = new PolicyCheck.DataList("3.1", List.of("PERSON", "SEX"));
    return new ScanResult(
        inventory(),
        new PolicyCheck(
            new PolicyCheck.PolicyRef("own", 1, "ab"),
            List.of(list),
            List.of(new PolicyCheck.UndeclaredEntity("KZ_IIN", 1, List.of(list))),
            List.of(new PolicyCheck.NotFound("SEX", List.of("3.1"), true)),
            List.of(new PolicyCheck.WithoutRule("crm", "PUBLIC.PEOPLE", List.of("KZ_IIN"))),
            List.of(new InstalledJobs.Unread("jobs/b.yaml", "jobs/b.yaml:1:1: wrong"))),
        List.of(new Alarm("KZ_IIN", PLACE, 1, "do this")),
        Optional.of(
            new Changes(
                TIME.minusDays(1),
                List.of(new Changes.TableData("crm", "PUBLIC.NEW", List.of())),
                List.of(),
                List.of(new Changes.ColumnData(PLACE, List.of("KZ_IIN"))),
                List.of(),
                List.of(new Changes.ClassChange(PLACE, Optional.of("SEX"), Optional.empty())),
                List.of(new Changes.Seen("KZ_IIN", PLACE)),
                List.of(),
                List.of(
                    new Changes.NotCompared(
                        "exports", Optional.empty(), Optional.empty(), Changes.ScanTime.THIS)))));
  }

  @Test
  void readsWhatWasWritten() throws IOException {
    Path file = folder.resolve("inventory.json");
    InventoryJson.write(result(), file);

    assertThat(InventoryReader.read(file)).isEqualTo(inventory());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/policyCheck/policy/id | own",
        "/policyCheck/lists/0/entities/1 | SEX",
        "/policyCheck/undeclared/0/addTo/0/clause | 3.1",
        "/policyCheck/notFound/0/entity | SEX",
        "/policyCheck/notFound/0/sought | true",
        "/policyCheck/withoutRule/0/table | PUBLIC.PEOPLE",
        "/policyCheck/unreadJobs/0/file | jobs/b.yaml",
        "/alarms/0/entity | KZ_IIN",
        "/alarms/0/table | PUBLIC.PEOPLE",
        "/alarms/0/advice | do this",
        "/changes/since | 2026-01-14T11:00:00+05:00",
        "/changes/newPersonalData | true",
        "/changes/newTables/0/table | PUBLIC.NEW",
        "/changes/newColumns/0/entities/0 | KZ_IIN",
        "/changes/changedClasses/0/from | SEX",
        "/changes/changedClasses/0/to | null",
        "/changes/newlySeen/0/column | NOTES",
        "/changes/notCompared/0/unreadBy | this",
      })
  void writesForMachines(String pointer, String expected) {
    JsonNode root = new JsonMapper().readTree(InventoryJson.line(result()));

    assertThat(root.at(pointer).asString("null")).isEqualTo(expected);
  }

  @Test
  void readsAnOlderFileWithoutCountsAndANewerOneWithMore() throws IOException {
    Inventory older =
        InventoryReader.read(
            file(
                "{"
                    + HEAD
                    + ",\"sources\":[{\"name\":\"crm\",\"kind\":\"jdbc\",\"region\":7,\"tables\":"
                    + "[{\"name\":\"T\",\"columns\":[{\"name\":\"A\",\"entity\":\"SEX\"}]}]}]}"));

    TableInventory table = older.sources().get(0).tables().get(0);
    assertThat(table.rows()).isEmpty();
    assertThat(table.entities()).containsExactly("SEX");
    assertThat(older.gaps()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                                | no JSON object",
        "[]                                | no JSON object",
        "{\"job\":\"own\",                 | no JSON at line 1",
        "{} {}                             | no JSON at line 1",
        "{}                                | \"job\" is missing",
        "{\"job\":7}                       | \"job\" is no text",
        "{\"job\":\"a\",\"started\":\"x\"} | \"started\" is no time",
        "{HEAD}                            | \"sources\" is missing",
        "{HEAD,\"sources\":{}}             | \"sources\" is no list",
        "{HEAD,\"sources\":[7]}            | \"sources[0].name\" is missing",
        "{HEAD,\"sources\":[{\"name\":\"a\",\"kind\":\"x\"}]} | \"sources[0].kind\" is no known word",
        "{HEAD,\"sources\":[TABLE7]}       | \"sources[0].tables[0].rows\" is no count",
        "{HEAD,\"sources\":[TABLE-1]}      | \"sources[0].tables[0].rows\" is no count",
        "{HEAD,\"sources\":[],\"gaps\":7}  | \"gaps\" is no list",
      })
  void saysWhatIsDamaged(String text, String expected) throws IOException {
    String json =
        text.replace("HEAD", HEAD)
            .replace("TABLE7", table("\"7\""))
            .replace("TABLE-1", table("-1"));
    Path file = file(json);

    assertThatThrownBy(() -> InventoryReader.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(expected);
  }

  private static String table(String rows) {
    return "{\"name\":\"a\",\"kind\":\"csv\",\"tables\":[{\"name\":\"t\",\"rows\":"
        + rows
        + ",\"columns\":[]}]}";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "850101300114",
        "{\"job\":\"850101300114\",\"started\":\"850101300114\"}",
        "{\"850101300114\":850101300114e850101300114}",
        "{\"job\":850101300114x",
      })
  void quotesNothingOfADamagedFile(String text) throws IOException {
    Path file = file(text);

    assertThatThrownBy(() -> InventoryReader.read(file))
        .isInstanceOf(IOException.class)
        .message()
        .doesNotContain("8501013");
  }

  @Test
  void refusesWhatIsNoTextOrNoFile() throws IOException {
    Path bytes = folder.resolve("bytes.json");
    Files.write(bytes, new byte[] {(byte) 0xC3, (byte) 0x28, 0, 1, (byte) 0xFF});
    assertThatThrownBy(() -> InventoryReader.read(bytes)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> InventoryReader.read(folder)).isInstanceOf(IOException.class);
    Path deep = folder.resolve("deep.json");
    Files.write(deep, "[".repeat(100_000).getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> InventoryReader.read(deep)).isInstanceOf(IOException.class);
  }
}
