package kz.umyt.discover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import kz.umyt.discover.Inventory.ColumnInventory;
import kz.umyt.discover.Inventory.EntityFinding;
import kz.umyt.discover.Inventory.Gap;
import kz.umyt.discover.Inventory.SourceInventory;
import kz.umyt.discover.Inventory.TableInventory;
import kz.umyt.discover.Inventory.Undeclared;
import kz.umyt.report.InventoryJson;
import kz.umyt.source.TableName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every person and number is invented. */
class ScannerTest {

  private static final List<String> IINS =
      List.of("850101300114", "010203500117", "000105600119", "050505500116", "660606400116");
  private static final List<String> BINS = List.of("081040100002", "250140100003");
  private static final String RARE = "771212300113";
  private static final String NO_ROWS =
      "lines above the header: 1, rows of totals: 1 are no rows; every run keeps them as they are";

  @TempDir private Path folder;
  private ScanFolder installation;
  private final List<String> inserted = new ArrayList<>();

  @BeforeEach
  void open() {
    installation = new ScanFolder(folder);
  }

  @AfterEach
  void close() throws SQLException {
    installation.close();
  }

  private void people() {
    installation.table(
        "PEOPLE",
        "ID BIGINT PRIMARY KEY, IIN VARCHAR(12), EMPLOYER VARCHAR(12), CONTACT VARCHAR(20),"
            + " EMAIL VARCHAR(100), FULL_NAME VARCHAR(100), BIRTH_DATE DATE, NOTES CLOB,"
            + " CODE BIGINT, PHOTO BLOB, TAGS VARCHAR(50) ARRAY, SCORE DOUBLE");
    for (int i = 0; i < 20; i++) {
      String iin = IINS.get(i % 5);
      String phone = "+7701555014" + i % 10;
      String email = "aigerim" + i + "@dala" + i + ".kz";
      String name = "Сапарова Айгерим " + i;
      String tag = "87015550" + (100 + i);
      installation.row(
          "PEOPLE",
          Arrays.asList(
              i,
              i < 4 ? null : iin,
              i < 10 ? BINS.get(i % 2) : i < 12 ? "  " : null,
              i < 18 ? phone : "нет",
              email,
              name,
              LocalDate.of(1985, 1, 1),
              i == 7 ? "Звонил, ИИН " + RARE + ", просил перезвонить" : "Просил перезвонить",
              Long.parseLong(iin),
              new byte[] {1, 2, 3},
              new String[] {"vip", tag},
              i == 3 ? Double.parseDouble(iin) : 12.5));
      inserted.addAll(List.of(iin, phone, email, name, tag));
    }
    inserted.addAll(BINS);
    inserted.add(RARE);
  }

  @Test
  void countsEveryFindingOfATableExactly() {
    people();

    Inventory inventory = installation.scan();
    TableInventory table = table(inventory, "PUBLIC.PEOPLE");

    assertThat(table.rows()).hasValue(20);
    assertThat(table.scanned()).isEqualTo(20);
    assertThat(table.columns())
        .extracting(
            ColumnInventory::name, ColumnInventory::nonNull, column -> column.entity().orElse("-"))
        .containsExactly(
            tuple("ID", 20L, "-"),
            tuple("IIN", 16L, "KZ_IIN"),
            tuple("EMPLOYER", 12L, "KZ_BIN"),
            tuple("CONTACT", 20L, "PHONE_NUMBER"),
            tuple("EMAIL", 20L, "EMAIL_ADDRESS"),
            tuple("FULL_NAME", 20L, "PERSON"),
            tuple("BIRTH_DATE", 20L, "DATE_OF_BIRTH"),
            tuple("NOTES", 20L, "FREE_TEXT"),
            tuple("CODE", 20L, "KZ_IIN"),
            tuple("PHOTO", 20L, "-"),
            tuple("TAGS", 20L, "PHONE_NUMBER"),
            tuple("SCORE", 20L, "-"));
    assertThat(column(table, "IIN").findings())
        .containsExactly(
            new EntityFinding(
                "KZ_IIN",
                16,
                5,
                1.0,
                16,
                Optional.of(new Density(5, 5, false)),
                List.of("66********16", "85********14", "01********17")));
    assertThat(column(table, "EMPLOYER").filled()).isEqualTo(10);
    assertThat(column(table, "EMPLOYER").findings())
        .containsExactly(
            new EntityFinding(
                "KZ_BIN",
                10,
                2,
                1.0,
                10,
                Optional.of(new Density(2, 2, false)),
                List.of("08********02", "25********03")));
    assertThat(column(table, "CONTACT").findings())
        .extracting(EntityFinding::entity, EntityFinding::cells, EntityFinding::share)
        .containsExactly(tuple("PHONE_NUMBER", 18L, 0.9));
    assertThat(column(table, "EMAIL").findings().get(0).evidence()).containsExactly("a***@d***.kz");
    assertThat(column(table, "FULL_NAME").findings())
        .extracting(EntityFinding::entity, EntityFinding::cells, EntityFinding::share)
        .containsExactly(tuple("PERSON", 20L, 1.0));
  }

  @Test
  void keepsOneFindingAmongManyCells() {
    people();

    TableInventory table = table(installation.scan(), "PUBLIC.PEOPLE");

    assertThat(column(table, "NOTES").findings())
        .containsExactly(
            new EntityFinding(
                "KZ_IIN",
                1,
                1,
                0.05,
                1,
                Optional.of(new Density(1, 1, false)),
                List.of("77********13")));
    assertThat(column(table, "NOTES").entity()).contains("FREE_TEXT");
  }

  @Test
  void restoresZerosThatNumbersHaveLost() {
    people();

    TableInventory table = table(installation.scan(), "PUBLIC.PEOPLE");

    assertThat(column(table, "CODE").findings())
        .containsExactly(
            new EntityFinding(
                "KZ_IIN",
                20,
                5,
                1.0,
                20,
                Optional.of(new Density(5, 5, false)),
                List.of("85********14", "66********16", "01********17")));
    assertThat(column(table, "SCORE").findings())
        .containsExactly(
            new EntityFinding(
                "KZ_IIN",
                1,
                1,
                0.05,
                1,
                Optional.of(new Density(1, 1, false)),
                List.of("05********16")));
  }

  @Test
  void namesWhatThePolicyDoesNotList() {
    people();

    assertThat(installation.scan().undeclared())
        .containsExactly(
            new Undeclared("KZ_BIN", "crm", "PUBLIC.PEOPLE", "EMPLOYER"),
            new Undeclared("EMAIL_ADDRESS", "crm", "PUBLIC.PEOPLE", "EMAIL"),
            new Undeclared("FREE_TEXT", "crm", "PUBLIC.PEOPLE", "NOTES"));
  }

  @Test
  void namesAColumnOfBytesAsAGap() {
    people();

    assertThat(installation.scan().gaps())
        .containsExactly(
            new Gap(
                "crm",
                Optional.of("PUBLIC.PEOPLE"),
                Optional.of("PHOTO"),
                "20 of its 20 values are bytes and no text; those were not read",
                true));
  }

  @Test
  void givesAnEmptyTableNoClasses() {
    installation.table("EMPTY", "IIN VARCHAR(12), FULL_NAME VARCHAR(100)");

    TableInventory table = table(installation.scan(), "PUBLIC.EMPTY");

    assertThat(table.rows()).hasValue(0);
    assertThat(table.columns())
        .allSatisfy(
            column -> {
              assertThat(column.entity()).isEmpty();
              assertThat(column.confidence()).isZero();
              assertThat(column.findings()).isEmpty();
            });
  }

  @Test
  void makesATableThatIsGoneWhenItsTurnComesAGap() {
    PieceResult result = installation.read(new TableName("PUBLIC", "GONE"));

    assertThat(result.counts()).isEmpty();
    assertThat(result.gaps()).singleElement().satisfies(ScannerTest::isGone);
  }

  private static void isGone(Gap gap) {
    assertThat(gap.table()).hasValue("PUBLIC.GONE");
    assertThat(gap.column()).isEmpty();
    assertThat(gap.reason()).contains("there is no such table");
  }

  @Test
  void readsFilesInTheirEncoding() {
    installation.file(
        "clients.csv",
        Charset.forName("windows-1251"),
        """
        ИИН;ФИО;Телефон;Примечание\r
        850101300114;Ахметова Дана;8 (701) 555-01-42;\r
        10203500117;Ким Артём;нет;почта kim.artem@example.kz\r
        нет;Оспан Ерлан;;;лишнее, ИИН 771212300113\r
        """);

    TableInventory table = table(installation.scan(), "clients.csv");

    assertThat(table.rows()).hasValue(3);
    assertThat(table.columns())
        .extracting(
            ColumnInventory::name,
            ColumnInventory::nonNull,
            column -> column.entity().orElse("-"),
            column -> column.findings().stream().map(EntityFinding::entity).toList(),
            column -> column.findings().stream().map(EntityFinding::cells).toList())
        .containsExactly(
            tuple("ИИН", 3L, "KZ_IIN", List.of("KZ_IIN"), List.of(2L)),
            tuple("ФИО", 3L, "PERSON", List.of("PERSON"), List.of(3L)),
            tuple("Телефон", 2L, "PHONE_NUMBER", List.of("PHONE_NUMBER"), List.of(1L)),
            tuple("Примечание", 1L, "EMAIL_ADDRESS", List.of("EMAIL_ADDRESS"), List.of(1L)),
            tuple("#5 and behind", 1L, "KZ_IIN", List.of("KZ_IIN"), List.of(1L)));
  }

  @Test
  void takesNoValueForTheNameOfAColumn() {
    installation.file("no-header.csv", StandardCharsets.UTF_8, "850101300114,x\n010203500117,y\n");

    Inventory inventory = installation.scan();
    TableInventory table = table(inventory, "no-header.csv");

    assertThat(table.rows()).hasValue(2);
    assertThat(table.columns())
        .extracting(ColumnInventory::name, ColumnInventory::nonNull)
        .containsExactly(tuple("#1", 2L), tuple("#2", 2L));
    assertThat(column(table, "#1").findings().get(0).cells()).isEqualTo(2);
    assertThat(inventory.gaps())
        .extracting(gap -> gap.table().orElse(""))
        .containsExactly("no-header.csv");
  }

  @Test
  void tellsWhereAnEncodingWasGuessedFromFewLetters() {
    Charset windows = Charset.forName("windows-1251");
    String row = "Сапарова Айгерим,850101300114\n";
    installation.file("few.csv", windows, "фио,x\nЛи,1\n");
    installation.file("many.csv", windows, "фио,x\n" + row.repeat(5));
    installation.file("sure.csv", StandardCharsets.UTF_8, "фио,x\nЛи,1\n");

    Inventory inventory = installation.scan();

    assertThat(table(inventory, "few.csv").encoding().orElseThrow().name())
        .isEqualTo("windows-1251");
    assertThat(table(inventory, "few.csv").encoding().orElseThrow().confidence().orElseThrow())
        .isLessThan(0.5);
    assertThat(table(inventory, "many.csv").encoding().orElseThrow().confidence().orElseThrow())
        .isGreaterThan(0.5);
    assertThat(table(inventory, "sure.csv").encoding())
        .contains(new FileEncoding("UTF-8", OptionalDouble.of(1)));
    assertThat(inventory.gaps())
        .singleElement()
        .satisfies(
            gap -> {
              assertThat(gap.table()).contains("few.csv");
              assertThat(gap.reason()).contains("windows-1251 was guessed from few");
              assertThat(gap.expected()).isTrue();
            });
  }

  @Test
  void tellsWhatOfAFileIsNoRow() {
    String rows = "Сапарова Айгерим;850101300114;5\nКим Анна;010203500117;6\nИтого;;11\n";
    installation.file(
        "report.csv", StandardCharsets.UTF_8, "Отчет ТОО 081040100002;;\nФИО;ИИН;Сумма\n" + rows);
    installation.file(
        "person.csv", StandardCharsets.UTF_8, "По 771212300113;;\nФИО;ИИН;Сумма\n" + rows);

    Inventory inventory = installation.scan();

    TableInventory table = table(inventory, "report.csv");
    assertThat(table.rows()).hasValue(2);
    assertThat(table.columns())
        .extracting(ColumnInventory::name, ColumnInventory::nonNull)
        .containsExactly(tuple("ФИО", 2L), tuple("ИИН", 2L), tuple("Сумма", 2L));
    assertThat(inventory.gaps())
        .extracting(gap -> gap.table().orElse(""), Gap::reason, Gap::expected)
        .containsExactlyInAnyOrder(
            tuple("report.csv", NO_ROWS, true),
            tuple("person.csv", NO_ROWS, true),
            tuple("person.csv", Gaps.PERSONAL_TITLES, false));
  }

  @Test
  void goesOnAfterAFileThatItCannotRead() {
    installation.file("binary.csv", StandardCharsets.ISO_8859_1, "a\0b\0\u0001\0\0\0");
    installation.file("good.csv", StandardCharsets.UTF_8, "iin\n850101300114\n");

    Inventory inventory = installation.scan();

    assertThat(source(inventory, "exports").tables())
        .extracting(TableInventory::name)
        .containsExactly("good.csv");
    assertThat(inventory.gaps())
        .extracting(gap -> gap.table().orElse(""))
        .containsExactly("binary.csv");
  }

  @Test
  void keepsWhatItSawBeforeAFileBrokeOff() {
    installation.file(
        "broken.csv", StandardCharsets.UTF_8, "iin\n850101300114\n010203500117\n\"0001\n");

    Inventory inventory = installation.scan();
    TableInventory table = table(inventory, "broken.csv");

    assertThat(table.rows()).isEqualTo(OptionalLong.empty());
    // How far ahead the reader looks is its own affair; what it gave must be counted and told.
    assertThat(table.scanned()).isBetween(1L, 2L);
    assertThat(column(table, "iin").findings().get(0).cells()).isEqualTo(table.scanned());
    assertThat(inventory.gaps().get(0).reason())
        .startsWith("not read behind row " + table.scanned() + ": ");
  }

  @Test
  void keepsWhatItSawBeforeTheBytesOfAFileBreak() {
    String good = "mail;Имя\n" + "dana@example.kz;Дана\n".repeat(20_000);
    String bytes = new String(good.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    installation.file("broken.csv", StandardCharsets.ISO_8859_1, bytes + "\u00ff\u00fe\n");

    Inventory inventory = installation.scan();

    assertThat(table(inventory, "broken.csv").rows()).isEmpty();
    assertThat(table(inventory, "broken.csv").scanned()).isGreaterThan(19_000);
    assertThat(inventory.gaps())
        .filteredOn(gap -> gap.table().filter("broken.csv"::equals).isPresent())
        .singleElement()
        .satisfies(gap -> assertThat(gap.reason()).contains("not valid UTF-8"));
  }

  @Test
  void goesOnAfterASourceThatIsNotThere() {
    installation.table("OPEN", "IIN VARCHAR(12)");
    installation.removeExports();

    Inventory inventory = installation.scan();

    assertThat(inventory.sources())
        .extracting(SourceInventory::name, SourceInventory::read)
        .containsExactly(tuple("crm", true), tuple("exports", false));
    assertThat(inventory.gaps())
        .singleElement()
        .satisfies(gap -> assertThat(gap.table()).isEmpty());
  }

  @Test
  void dropsNothingFromAVeryLongText() {
    installation.table("LETTERS", "BODY CLOB");
    String filler = "слово ".repeat(200_000);
    installation.row(
        "LETTERS", List.of("ИИН " + RARE + " " + filler + "+77015550142 " + filler + BINS.get(0)));

    ColumnInventory body = column(table(installation.scan(), "PUBLIC.LETTERS"), "BODY");

    assertThat(body.findings())
        .extracting(EntityFinding::entity, EntityFinding::cells)
        .containsExactlyInAnyOrder(
            tuple("KZ_IIN", 1L), tuple("PHONE_NUMBER", 1L), tuple("KZ_BIN", 1L));
  }

  @Test
  void tellsWhenInTheZoneOfTheJob() {
    Inventory inventory = installation.scan();

    assertThat(inventory.started()).isEqualTo(OffsetDateTime.parse("2026-01-15T11:00:00+05:00"));
    assertThat(inventory.job()).isEqualTo("own");
  }

  @Test
  void writesNoValueIntoTheJson() throws IOException {
    people();
    Path file = folder.resolve("out/inventory.json");

    InventoryJson.write(installation.result(), file);

    String json = Files.readString(file);
    assertThat(json).contains("\"evidence\"", "\"cells\": 20");
    assertThat(inserted)
        .hasSizeGreaterThan(100)
        .allSatisfy(
            value -> {
              assertThat(json).doesNotContain(value);
            });
    assertThat(json).doesNotContain("10203500117", "105600119", "aigerim", "dala");
  }

  private static SourceInventory source(Inventory inventory, String name) {
    return inventory.sources().stream()
        .filter(source -> source.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static TableInventory table(Inventory inventory, String name) {
    return inventory.sources().stream()
        .flatMap(source -> source.tables().stream())
        .filter(table -> table.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static ColumnInventory column(TableInventory table, String name) {
    return table.columns().stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
