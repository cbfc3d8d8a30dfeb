package kz.umyt.source.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellGuardTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "'0123, 0123",
        "'+77015550100, +77015550100",
        "'-5, -5",
        "'=1, =1",
        "'@x, @x",
        "=\"0123\", 0123",
        "=\"+7 701\", +7 701",
        "=\"\", ``",
        "''0, ''0",
        "'a', 'a'",
        "', '",
        "=, =",
        "=\", =\"",
        "=\"a\"\"b\", =\"a\"\"b\"",
        "=A1, =A1",
        "0123, 0123",
      })
  void valueIsWhatIsInside(String cell, String value) {
    assertThat(CellGuard.inside(cell)).isEqualTo(value);
  }

  @Test
  void plainValuesAreReadAsTheyAre() {
    for (String value : new String[] {"'0123", "=\"'5\"", "'=\"5\"", "'a", "x", ""}) {
      String plain = CellGuard.plain(value);
      assertThat(CellGuard.inside(plain)).isEqualTo(plain);
    }
    assertThat(CellGuard.plain("'=\"5\"")).isEqualTo("5");
  }

  private CsvFile file(String row) {
    return Csv.file(folder, "a.csv", "a;b;c\n" + row + "\nz;z;z\n", UTF_8);
  }

  /** The row after its second cell has got a value. */
  private String changed(String row, String value) {
    CsvFile file = file(row);
    RowEditor editor =
        read -> read.number() == 1 ? new Edit.Change(Map.of(1, value)) : new Edit.Keep();
    try (PreparedRewrite prepared = CsvRewriter.prepare(file, Csv.detect(file), editor)) {
      prepared.replaceOriginal();
    }
    String text = new String(Csv.bytes(file.path()), UTF_8);
    return text.substring("a;b;c\n".length(), text.length() - "\nz;z;z\n".length());
  }

  @Test
  void cellsAreReadWithoutTheirGuard() {
    CsvFile file = file("=\"0123\";\"=\"\"0456\"\"\";'+7701");
    assertThat(Csv.rows(file).get(0).cells()).containsExactly("0123", "0456", "+7701");
  }

  @Test
  void aGuardOfTheHeaderStays() {
    CsvFile file = Csv.file(folder, "a.csv", "'1;b\n2;3\n", UTF_8);
    assertThat(Csv.detect(file).header()).containsExactly("'1", "b");
  }

  @Test
  void untouchedCellsKeepTheirBytes() {
    String row = "=\"0123\";\"=\"\"0456\"\"\";'+7701";
    assertThat(changed(row, "***")).isEqualTo("=\"0123\";\"***\";'+7701");
    assertThat(changed(row, "0456")).isEqualTo(row);
    assertThat(changed("'01;'02;'03", "02")).isEqualTo("'01;'02;'03");
  }

  /** A phone is masked behind its sign; the cell must not become a formula by that. */
  @Test
  void whereAGuardKeptAFormulaAwayOneStays() {
    assertThat(changed("1;'+77015550100;3", "+7***")).isEqualTo("1;'+7***;3");
    assertThat(changed("1;=\"+77015550100\";3", "+7***")).isEqualTo("1;'+7***;3");
    assertThat(changed("1;'0123;3", "0***")).isEqualTo("1;0***;3");
    assertThat(changed("1;+77015550100;3", "+7***")).isEqualTo("1;+7***;3");
    assertThatThrownBy(() -> changed("1;'+7701;3", "\tx"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("formula");
    assertThatThrownBy(() -> changed("1;=\"0123\";3", "\tx"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> changed("1;x;3", "=1")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aGuardInANewValueIsNoPartOfIt() {
    assertThat(changed("1;x;3", "'0123")).isEqualTo("1;0123;3");
    assertThat(changed("1;x;3", "=\"0123\"")).isEqualTo("1;0123;3");
  }
}
