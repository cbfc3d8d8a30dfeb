package kz.umyt.source.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kz.umyt.source.SourceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvReaderTest {

  @TempDir Path folder;

  private CsvFile file(String text) {
    return Csv.file(folder, "a.csv", text, UTF_8);
  }

  @Test
  void numbersRowsAndLines() {
    List<CsvRow> rows = Csv.rows(file("a;b\r\n1;\"x\r\ny\"\n\n2;z\r3;w"));
    assertThat(rows)
        .containsExactly(
            new CsvRow(1, 2, List.of("1", "x\r\ny")),
            new CsvRow(2, 5, List.of("2", "z")),
            new CsvRow(3, 6, List.of("3", "w")));
  }

  @Test
  void countsRaggedRowsAndBlankLines() {
    CsvFile file = file("a;b\n1;2\n1;2\n1\n\n1;2;3\n1;2\n\"\"\n\n");
    try (CsvReader reader = CsvReader.open(file, Csv.detect(file))) {
      for (CsvRow row : reader) {
        assertThat(row.number()).isPositive();
      }
      assertThat(reader.rows()).isEqualTo(6);
      assertThat(reader.raggedRows()).isEqualTo(3);
      assertThat(reader.blankLines()).isEqualTo(2);
    }
  }

  @Test
  void missingCellsAreAbsent() {
    CsvRow row = Csv.rows(file("a;b\n1\n")).get(0);
    assertThat(row.cell(0)).contains("1");
    assertThat(row.cell(1)).isEmpty();
  }

  @Test
  void headerMayStandAlone() {
    assertThat(Csv.rows(file("a;b"))).isEmpty();
    assertThat(Csv.rows(file("sep=;\na;b\n"))).isEmpty();
  }

  @Test
  void textOfARowHasNoValues() {
    assertThat(new CsvRow(3, 4, List.of("Иванов")).toString()).doesNotContain("Иванов");
    assertThat(new Edit.Change(Map.of(1, "Иванов")).toString()).doesNotContain("Иванов");
  }

  @Test
  void unclosedQuoteIsNamedByTheLineItBeginsOn() {
    CsvFile file = file("a;b\n1;2\n3;\"secret\n4;5\n");
    assertThatThrownBy(() -> Csv.rows(file))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("a.csv:3: in the record that begins here")
        .message()
        .doesNotContain("secret");
  }

  @Test
  void textBehindAClosingQuoteIsRefused() {
    CsvFile file = file("a;b\n1;2\n3;\"x\"y\n");
    assertThatThrownBy(() -> Csv.rows(file))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("a.csv:3:");
  }

  @Test
  void recordWithoutEndDoesNotFillTheMemory() {
    CsvFile file = file("a;b\n1;2\n3;\"" + "x;y\n".repeat(StrictReader.LONGEST_RECORD / 2));
    assertThatThrownBy(() -> Csv.rows(file))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("longer than");
  }

  @Test
  void headerThatChangedSinceDetectionIsRefused() {
    CsvFormat format = Csv.detect(file("a;b\n1;2\n"));
    CsvFile changed = file("b;a\n1;2\n");
    assertThatThrownBy(() -> CsvReader.open(changed, format))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("header has changed");
  }

  @Test
  void quotesInsideAnUnquotedCellAreText() {
    assertThat(Csv.rows(file("a;b\nТОО \"Х\";5\" труба\n")).get(0).cells())
        .containsExactly("ТОО \"Х\"", "5\" труба");
  }
}
