package kz.umyt.discover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Inventories are written as {@link WrittenInventory} reads them. */
class InventoryComparisonTest {

  static Stream<Arguments> differences() {
    return Stream.of(
        told("crm T.A=KZ_IIN T.B=", "crm T.A=KZ_IIN T.B="),
        told("crm T.A=", "crm T.A= T.B="),
        told("crm T.A=", "crm T.A= T.B=KZ_IIN", "new T.B [KZ_IIN]"),
        told("crm T.A=", "crm T.A= T.B=-,KZ_IIN", "new T.B [KZ_IIN]"),
        told("crm T.A= T.B=SEX,CITY", "crm T.A=", "vanished T.B [CITY, SEX]"),
        told("crm T.A= T.B=", "crm T.A="),
        told("crm T.A=", "crm T.A= U.A=", "new table U []"),
        told("crm T.A=", "crm T.A= U.A=SEX U.B=CITY", "new table U [CITY, SEX]"),
        told("crm T.A= U.A=SEX", "crm T.A=", "gone table U [SEX]"),
        told("crm T.A=-", "crm T.A=SEX", "class T.A - SEX", "seen T.A SEX"),
        told("crm T.A=SEX,CITY", "crm T.A=CITY,SEX", "class T.A SEX CITY"),
        told("crm T.A=SEX", "crm T.A=", "class T.A SEX -", "no longer T.A SEX"),
        told("crm T.A=-,SEX", "crm T.A=-,SEX,CITY", "seen T.A CITY"),
        told("crm T.A=-,SEX,CITY", "crm T.A=-,SEX", "no longer T.A CITY"),
        told("crm T.A=", "crm T.A= / exports a.csv=SEX", "new table a.csv [SEX]"),
        told("crm T.A= / exports a.csv=SEX", "crm T.A=", "gone table a.csv [SEX]"));
  }

  static Stream<Arguments> unread() {
    return Stream.of(
        told("crm T.A=SEX", "crm -", "crm not by THIS"),
        told("crm -", "crm T.A=SEX U.A=CITY", "crm not by LAST"),
        told("crm -", "crm T.A="),
        told("crm -", "crm -"),
        told("crm T.A=SEX", "crm T!", "crm T not by THIS"),
        told("crm T!", "crm T.A=SEX", "crm T not by LAST"),
        told("crm T!", "crm T.A="),
        told("crm T.A=SEX T.B=", "crm T.A! T.B=", "crm T A not by THIS"),
        told("crm T.A! T.B=", "crm T.A=SEX T.B=", "crm T A not by LAST"),
        // What a table shows before it breaks off counts; what it does not show may come later.
        told("crm T.A=SEX,CITY", "crm T.A=SEX T~"),
        told("crm T.A=SEX", "crm T.A= T~"),
        told("crm T.A=", "crm T.A=-,SEX T~", "seen T.A SEX"),
        told("crm T.A= T.B=SEX", "crm T.A= T~", "crm T B not by THIS"),
        told("crm T.A= T~", "crm T.A= T.B=SEX", "crm T B not by LAST"),
        told("crm T.A=-,SEX,CITY", "crm T.A=-,SEX T.A!"),
        told("crm T.A= T~", "crm T.A=SEX", "class T.A - SEX", "seen T.A SEX"));
  }

  private static Arguments told(String before, String now, String... differences) {
    return Arguments.of(before, now, List.of(differences));
  }

  @ParameterizedTest(name = "{0} | {1}")
  @MethodSource({"differences", "unread"})
  void tells(String before, String now, List<String> expected) {
    Changes changes = between(before, now);

    assertThat(told(changes)).containsExactlyElementsOf(expected);
    assertThat(changes.none()).isEqualTo(expected.isEmpty());
    assertThat(changes.since()).isEqualTo(OffsetDateTime.parse("2026-01-15T11:00:00+05:00"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "crm T.A= | crm T.A= T.B=SEX | true",
        "crm T.A= | crm T.A= U.A=SEX | true",
        "crm T.A= | crm T.A= U.A= | false",
        "crm T.A= | crm T.A=-,SEX | true",
        "crm T.A=-,SEX | crm T.A=SEX | false",
        "crm T.A=SEX | crm T.A= | false",
        "crm T.A=SEX | crm U.A= | false",
        "crm - | crm T.A=SEX | true",
        "crm T.A=SEX | crm - | false",
      })
  void knowsNewPersonalData(String before, String now, boolean expected) {
    assertThat(between(before, now).newPersonalData()).isEqualTo(expected);
  }

  private static Changes between(String before, String now) {
    return InventoryComparison.between(
        WrittenInventory.read(before, Set.of()), WrittenInventory.read(now, Set.of()));
  }

  private static List<String> told(Changes changes) {
    List<String> told = new ArrayList<>();
    changes.newTables().forEach(one -> told.add("new table " + one.table() + " " + one.entities()));
    changes
        .goneTables()
        .forEach(one -> told.add("gone table " + one.table() + " " + one.entities()));
    changes.newColumns().forEach(one -> told.add("new " + at(one.place()) + one.entities()));
    changes
        .vanishedColumns()
        .forEach(one -> told.add("vanished " + at(one.place()) + one.entities()));
    changes
        .changedClasses()
        .forEach(
            one ->
                told.add(
                    "class "
                        + at(one.place())
                        + one.from().orElse("-")
                        + " "
                        + one.to().orElse("-")));
    changes.newlySeen().forEach(one -> told.add("seen " + at(one.place()) + one.entity()));
    changes.noLongerSeen().forEach(one -> told.add("no longer " + at(one.place()) + one.entity()));
    changes
        .notCompared()
        .forEach(
            one ->
                told.add(
                    one.source()
                        + one.table().map(table -> " " + table).orElse("")
                        + one.column().map(column -> " " + column).orElse("")
                        + " not by "
                        + one.unreadBy()));
    return told;
  }

  private static String at(Place place) {
    return place.table() + "." + place.column() + " ";
  }
}
