package kz.umyt.discover;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.umyt.discover.Inventory.ColumnInventory;
import kz.umyt.discover.Inventory.EntityFinding;
import kz.umyt.recognize.validate.IdentityNumber;
import kz.umyt.settings.Installation;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnProfileTest {

  private static final Recognition RECOGNITION = recognition();

  private static Recognition recognition() {
    Path base = Path.of("").toAbsolutePath();
    return new Recognition(
        new Installation(base, base.resolve("config"), base.resolve("var"), Map.of()).recognizers(),
        LocalDate.of(2026, 1, 15));
  }

  private static ColumnHead head(String name) {
    return new ColumnHead(name, "VARCHAR", true, ColumnReading.TEXT);
  }

  /** An IIN of its own for each number up to 999, without one that has no check digit. */
  private static String iin(int number) {
    String digits = "85010130" + String.format(Locale.ROOT, "%03d", number);
    for (int last = 0; last < 10; last++) {
      IdentityNumber read = IdentityNumber.read(digits + last, 0, 12);
      if (read != null && read.isConfirmed()) {
        return digits + last;
      }
    }
    return iin(number + 500);
  }

  private static ColumnInventory column(String name, List<String> cells) {
    ColumnProfile profile = new ColumnProfile(RECOGNITION, head(name));
    cells.forEach(profile::add);
    return profile.result();
  }

  private static List<String> cells(int count, IntFunction<String> cell) {
    return IntStream.range(0, count).mapToObj(cell).toList();
  }

  private static List<String> both(List<String> some, List<String> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  private static List<EntityFinding> of(String entity, ColumnInventory column) {
    return column.findings().stream().filter(one -> one.entity().equals(entity)).toList();
  }

  @ParameterizedTest
  @CsvSource({
    // name, cells with an IIN, cells without, class, confidence
    "iin, 10, 0, KZ_IIN, 1.0",
    "iin, 5, 5, KZ_IIN, 0.75",
    "iin, 4, 6, KZ_IIN, 0.45",
    "iin, 1, 9, KZ_IIN, 0.3",
    "iin, 1, 19, , 0",
    "iin, 0, 10, , 0",
    "field7, 10, 0, KZ_IIN, 0.9",
    "field7, 5, 5, KZ_IIN, 0.45",
    "field7, 4, 6, , 0",
    "full_name, 0, 10, PERSON, 0.5",
    "full_name, 4, 6, PERSON, 0.5",
    "full_name, 6, 4, KZ_IIN, 0.54",
    "full_name, 0, 0, , 0"
  })
  void isClassedByItsValuesWithItsNameAsPrior(
      String name, int matching, int others, String entity, double confidence) {
    ColumnInventory column =
        column(
            name,
            both(
                cells(matching, ColumnProfileTest::iin),
                cells(others, i -> "не указан, " + (char) ('а' + i))));

    assertThat(column.entity()).isEqualTo(Optional.ofNullable(entity));
    assertThat(column.confidence()).isEqualTo(confidence, Offset.offset(1e-9));
    assertThat(column.findings()).hasSize(matching > 0 ? 1 : 0);
  }

  @Test
  void countsACellOnceHoweverMuchItHolds() {
    ColumnInventory column =
        column("notes", cells(3, i -> "850101300114, 010203500117 и +77015550142, +77015550143"));

    assertThat(column.findings())
        .extracting(finding -> finding.entity() + " " + finding.cells() + " " + finding.validated())
        .containsExactlyInAnyOrder("KZ_IIN 3 3", "PHONE_NUMBER 3 3");
  }

  @Test
  void takesNoShareOfCellsThatHoldNothing() {
    ColumnProfile profile = new ColumnProfile(RECOGNITION, head("iin"));
    profile.add("850101300114");
    profile.add("");
    profile.add("   ");
    profile.add((String) null);

    ColumnInventory column = profile.result();

    assertThat(column.nonNull()).isEqualTo(3);
    assertThat(column.filled()).isEqualTo(1);
    assertThat(column.findings().get(0).share()).isEqualTo(1.0);
  }

  @Test
  void takesNoNumberOfAFileForAnIinUnlessTheColumnSaysSo() {
    assertThat(column("invoice", cells(5, i -> "10203500117")).findings()).isEmpty();
    assertThat(column("iin", cells(5, i -> "10203500117")).findings().get(0).cells()).isEqualTo(5);
  }

  @Test
  void countsDifferentValuesNotCells() {
    List<String> placeholder = cells(900, i -> "нет");

    ColumnInventory column =
        column("field7", both(placeholder, cells(100, ColumnProfileTest::iin)));

    assertThat(column.distinct()).isEqualTo(101);
    assertThat(column.entity()).contains("KZ_IIN");
    assertThat(column.findings().get(0).cells()).isEqualTo(100);
    assertThat(column.findings().get(0).distinct()).isEqualTo(100);
    assertThat(column.explanation().rule()).isEqualTo(Explanation.Rule.VALUES);
  }

  @Test
  void takesNoClassFromOneValueBesideOnePhrase() {
    ColumnInventory column =
        column("field7", both(cells(99, i -> "просил перезвонить"), List.of("ИИН 850101300114")));

    assertThat(column.entity()).isEmpty();
    assertThat(of("KZ_IIN", column)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"order_no", "card_number"})
  void takesNoOrderNumbersForCards(String name) {
    ColumnInventory column = column(name, cells(1000, i -> "4400430000" + (100_000 + i)));

    EntityFinding cards = of("CREDIT_CARD", column).get(0);
    assertThat(column.entity()).isEmpty();
    assertThat(column.explanation().rule()).isEqualTo(Explanation.Rule.CHANCE);
    assertThat(cards.cells()).isEqualTo(100);
    assertThat(cards.isChance()).isTrue();
    assertThat(cards.density().orElseThrow().candidates()).isBetween(930L, 1070L);
  }

  @ParameterizedTest
  @CsvSource({"BIGINT, NUMBER", "VARCHAR, TEXT"})
  void takesNoCounterBehindADateForAnIin(String type, ColumnReading reading) {
    ColumnProfile profile =
        new ColumnProfile(RECOGNITION, new ColumnHead("doc_no", type, true, reading));
    cells(2000, i -> Long.toString(850101300000L + i)).forEach(profile::add);

    ColumnInventory column = profile.result();

    assertThat(column.entity()).isEmpty();
    assertThat(of("KZ_IIN", column).get(0).isChance()).isTrue();
  }

  @Test
  void keepsTheIinsAmongNumbersOfAnotherKind() {
    ColumnInventory column =
        column(
            "doc_no",
            both(
                cells(1000, i -> Long.toString(999_000_000_000L + 7919L * i)),
                cells(30, ColumnProfileTest::iin)));

    assertThat(of("KZ_IIN", column).get(0).cells()).isEqualTo(30);
    assertThat(of("KZ_IIN", column).get(0).isChance()).isFalse();
  }

  @Test
  void saysWhichPartOfTheNameSaysWhat() {
    Explanation explanation = column("CLIENT_IIN", cells(5, ColumnProfileTest::iin)).explanation();

    assertThat(explanation)
        .isEqualTo(
            new Explanation(
                Explanation.Rule.VALUES_AND_NAME, Optional.of("KZ_IIN"), Optional.of("iin")));
  }

  @ParameterizedTest
  @CsvSource({
    "sum, 8.50101E+11, SCIENTIFIC",
    "sum, '8,50101E+11', SCIENTIFIC",
    "iin, 10203500117, LOST_ZEROS",
    "city, РђР»РјР°С‚С‹, MOJIBAKE",
    "city, Ð\u0090Ð»Ð¼Ð°, MOJIBAKE",
    "city, Àëìàòû, MOJIBAKE",
    "city, Алмат\uFFFD, MOJIBAKE"
  })
  void namesDamage(String name, String cell, Damage.Kind kind) {
    assertThat(column(name, List.of(cell, "целое")).damage()).containsExactly(new Damage(kind, 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Алматы",
        "ТІЛІ",
        "Қожахметұлы Ә.",
        "РІС СІНІҢ",
        "EspaÑa",
        "naïve café",
        "1E+3",
        "8.5E-11",
        "МВД РК № 12",
        "СЁМГА «РЁВ»",
        "850101300114"
      })
  void takesNothingWholeForDamaged(String cell) {
    assertThat(column("x", List.of(cell)).damage()).isEmpty();
  }

  @Test
  void readsWhatAsciiJsonHides() {
    String cell = "{\"a\":\"\\u0041@\\u0064ala.kz\",\"i\":\"\\u0038\\u0035\\u0030101300114\"}";

    ColumnInventory column = column("payload", List.of(cell, "{\"i\":\"850101300114\\u0020\"}"));

    assertThat(of("EMAIL_ADDRESS", column)).hasSize(1);
    assertThat(of("KZ_IIN", column).get(0).cells()).isEqualTo(2);
    assertThat(of("KZ_IIN", column).get(0).evidence()).containsExactly("85********14");
  }

  @ParameterizedTest
  @CsvSource({"\\u0041b, Ab", "a\\\\u0041, ", "\\u00g1, ", "\\u004, ", "x\\n\\u0041, x\\nA"})
  void readsEscapes(String written, String read) {
    assertThat(JsonEscapes.read(written).map(JsonEscapes::text))
        .isEqualTo(Optional.ofNullable(read));
  }
}
