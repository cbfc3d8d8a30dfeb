package kz.umyt.source.csv;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every encoding, delimiter, quoting and line end against every other, over files made at random.
 */
class CsvRoundTripTest {

  private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
  private static final List<String> NEW_VALUES =
      List.of(
          "", "***", "новое", "a;b", "a,b", "a\tb", "a|b", "ска\"зал", "\"", "две\nстроки", "\rx");

  private final Random random = new Random(20260115);

  @TempDir Path folder;

  private List<SampleFile.Shape> shapes() {
    List<SampleFile.Shape> shapes = new ArrayList<>();
    for (int encoding = 0; encoding < 4; encoding++) {
      Charset charset = List.of(UTF_8, UTF_8, WINDOWS_1251, UTF_16LE).get(encoding);
      boolean mark = encoding == 1 || encoding == 3;
      for (char delimiter : new char[] {';', ',', '\t', '|'}) {
        for (SampleFile.Quoting quoting : SampleFile.Quoting.values()) {
          for (SampleFile.Ends ends : SampleFile.Ends.values()) {
            for (int flags = 0; flags < 4; flags++) {
              shapes.add(
                  new SampleFile.Shape(
                      charset, mark, delimiter, quoting, ends, (flags & 1) != 0, (flags & 2) != 0));
            }
          }
        }
      }
    }
    return shapes;
  }

  @Test
  void cellsAreReadAsTheyWereWritten() {
    for (SampleFile.Shape shape : shapes()) {
      SampleFile sample = new SampleFile(shape, random);
      CsvFile file = Csv.file(folder, "a.csv", sample.bytes());
      List<List<String>> cells = new ArrayList<>();
      try (CsvReader reader = CsvReader.open(file, sample.format())) {
        reader.forEach(row -> cells.add(row.cells()));
      }
      assertThat(cells)
          .as("%s", shape)
          .isEqualTo(sample.rows().stream().map(row -> sample.line(row).values()).toList());
    }
  }

  @Test
  void keepingEverythingLeavesTheBytes() {
    for (SampleFile.Shape shape : shapes()) {
      SampleFile sample = new SampleFile(shape, random);
      CsvFile file = Csv.file(folder, "a.csv", sample.bytes());
      try (PreparedRewrite prepared =
          CsvRewriter.prepare(file, sample.format(), row -> new Edit.Keep(), true)) {
        assertThat(Csv.bytes(CsvRewriter.partOf(file))).as("%s", shape).isEqualTo(sample.bytes());
        assertThat(prepared.rows()).isEqualTo(sample.rows().size());
      }
    }
  }

  @Test
  void changingOneCellChangesItsBytesAlone() {
    for (SampleFile.Shape shape : shapes()) {
      SampleFile sample = new SampleFile(shape, random);
      List<Integer> rows = sample.rows();
      int number = random.nextInt(rows.size());
      SampleFile.Line line = sample.line(rows.get(number));
      int column = random.nextInt(line.cells().size());
      SampleFile.Cell cell = line.cells().get(column);
      String value = newValue(cell.value());
      boolean quoted =
          cell.quoted()
              || (value.isEmpty() && line.cells().size() == 1)
              || value.chars().anyMatch(c -> c == shape.delimiter() || "\"\r\n".indexOf(c) >= 0);
      String raw = quoted ? '"' + value.replace("\"", "\"\"") + '"' : value;

      CsvFile file = Csv.file(folder, "a.csv", sample.bytes());
      Edit change = new Edit.Change(Map.of(column, value));
      try (PreparedRewrite prepared =
          CsvRewriter.prepare(
              file,
              sample.format(),
              row -> row.number() == number + 1 ? change : new Edit.Keep())) {
        assertThat(Csv.bytes(CsvRewriter.partOf(file)))
            .as("%s, row %s, column %s", shape, number, column)
            .isEqualTo(sample.bytesWith(rows.get(number), column, raw));
        assertThat(prepared.changed()).isEqualTo(1);
        replaceSometimes(prepared, file, sample.bytesWith(rows.get(number), column, raw));
      }
    }
  }

  /** Each time would mostly measure how fast the disk syncs. */
  private void replaceSometimes(PreparedRewrite prepared, CsvFile file, byte[] expected) {
    if (random.nextInt(6) == 0) {
      prepared.replaceOriginal();
      assertThat(Csv.bytes(file.path())).isEqualTo(expected);
    }
  }

  private String newValue(String oldValue) {
    String value = NEW_VALUES.get(random.nextInt(NEW_VALUES.size()));
    return value.equals(oldValue) || FormulaGuard.refuses(oldValue, value) ? "other" : value;
  }

  @Test
  void droppingRowsLeavesTheBytesOfTheOthers() {
    for (SampleFile.Shape shape : shapes()) {
      SampleFile sample = new SampleFile(shape, random);
      List<Integer> rows = sample.rows();
      List<Integer> dropped = new ArrayList<>();
      boolean all = random.nextInt(10) == 0;
      for (int row : rows) {
        if (all || random.nextInt(3) == 0) {
          dropped.add(row);
        }
      }
      if (dropped.isEmpty()) {
        dropped.add(rows.get(rows.size() - 1));
      }
      CsvFile file = Csv.file(folder, "a.csv", sample.bytes());
      try (PreparedRewrite prepared =
          CsvRewriter.prepare(
              file,
              sample.format(),
              row ->
                  dropped.contains(rows.get((int) row.number() - 1))
                      ? new Edit.Drop()
                      : new Edit.Keep())) {
        assertThat(Csv.bytes(CsvRewriter.partOf(file)))
            .as("%s without %s", shape, dropped)
            .isEqualTo(sample.bytesWithout(dropped));
        assertThat(prepared.dropped()).isEqualTo(dropped.size());
        replaceSometimes(prepared, file, sample.bytesWithout(dropped));
      }
    }
  }
}
