package kz.umyt.discover;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import kz.umyt.discover.Inventory.ColumnInventory;
import kz.umyt.settings.Installation;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  private static ColumnInventory column(String name, int matching, String value, int others) {
    ColumnProfile profile = new ColumnProfile(RECOGNITION, head(name));
    for (int i = 0; i < matching; i++) {
      profile.add(value);
    }
    for (int i = 0; i < others; i++) {
      profile.add("не указан");
    }
    return profile.result();
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
    ColumnInventory column = column(name, matching, "850101300114", others);

    assertThat(column.entity()).isEqualTo(Optional.ofNullable(entity));
    assertThat(column.confidence()).isEqualTo(confidence, Offset.offset(1e-9));
    assertThat(column.findings()).hasSize(matching > 0 ? 1 : 0);
  }

  @Test
  void countsACellOnceHoweverMuchItHolds() {
    ColumnInventory column =
        column("notes", 3, "850101300114, 010203500117 и +77015550142, +77015550143", 0);

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
    assertThat(column("invoice", 5, "10203500117", 0).findings()).isEmpty();
    assertThat(column("iin", 5, "10203500117", 0).findings().get(0).cells()).isEqualTo(5);
  }
}
