package kz.umyt.source.csv;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every encoding, delimiter, quoting, line end and oddity against every other, over files made at
 * random: what is kept stays byte for byte, and a change changes its cell alone.
 */
class CsvRoundTripTest {

  private static final List<String> NEW_VALUES =
      List.of(
          "",
          "***",
          "новое",
          "a;b",
          "a,b",
          "a\tb",
          "a|b",
          "ска\"зал",
          "\"",
          "две\nстроки",
          "\rx",
          "+7***",
          "-",
          "'0123",
          "a\\b",
          "\\n");

  private final Random random = new Random(20260115);

  @TempDir Path folder;

  private record Encoding(Charset charset, boolean mark) {}

  private static List<Encoding> encodings() {
    List<Encoding> encodings = new ArrayList<>();
    for (Charset charset : List.of(UTF_8, UTF_16LE, UTF_16BE)) {
      encodings.add(new Encoding(charset, false));
      encodings.add(new Encoding(charset, true));
    }
    for (String name : List.of("windows-1251", "IBM866", "KZ-1048", "PTCP154")) {
      encodings.add(new Encoding(Charset.forName(name), false));
    }
    return encodings;
  }

  private List<SampleFile> samples(SampleShape.Oddity oddity) {
    List<SampleFile> samples = new ArrayList<>();
    for (Encoding encoding : encodings()) {
      for (char delimiter : new char[] {';', ',', '\t', '|'}) {
        for (SampleShape.Quoting quoting : SampleShape.Quoting.values()) {
          for (SampleShape.Ends ends : SampleShape.Ends.values()) {
            for (boolean finalLineEnd : new boolean[] {true, false}) {
              if (oddity.goesWith(quoting, ends)) {
                samples.add(
                    new SampleFile(
                        new SampleShape(
                            encoding.charset(),
                            encoding.mark(),
                            delimiter,
                            quoting,
                            ends,
                            finalLineEnd,
                            oddity),
                        random));
              }
            }
          }
        }
      }
    }
    return samples;
  }

  @ParameterizedTest
  @EnumSource
  void touchesNothingButWhatItIsTold(SampleShape.Oddity oddity) {
    for (SampleFile sample : samples(oddity)) {
      CsvFile file = sample.in(folder);
      reads(sample, file);
      keeps(sample, file);
      drops(sample, file);
      changes(sample, file);
    }
  }

  private static void reads(SampleFile sample, CsvFile file) {
    List<List<String>> cells = new ArrayList<>();
    try (CsvReader reader = CsvReader.open(file, sample.format())) {
      reader.forEach(row -> cells.add(row.cells()));
    }
    assertThat(cells)
        .as("%s", sample)
        .isEqualTo(sample.rows().stream().map(row -> sample.line(row).values()).toList());
  }

  private static void keeps(SampleFile sample, CsvFile file) {
    try (PreparedRewrite prepared =
        CsvRewriter.prepare(file, sample.format(), row -> new Edit.Keep(), true)) {
      assertThat(sample.unpacked(CsvRewriter.partOf(file)))
          .as("%s", sample)
          .isEqualTo(sample.bytes());
      assertThat(prepared.rows()).isEqualTo(sample.rows().size());
    }
  }

  private void drops(SampleFile sample, CsvFile file) {
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
    RowEditor editor =
        row ->
            dropped.contains(rows.get((int) row.number() - 1)) ? new Edit.Drop() : new Edit.Keep();
    try (PreparedRewrite prepared = CsvRewriter.prepare(file, sample.format(), editor)) {
      assertThat(sample.unpacked(CsvRewriter.partOf(file)))
          .as("%s without %s", sample, dropped)
          .isEqualTo(sample.bytesWithout(dropped));
      assertThat(prepared.dropped()).isEqualTo(dropped.size());
    }
  }

  private void changes(SampleFile sample, CsvFile file) {
    List<Integer> rows = sample.rows();
    int number = random.nextInt(rows.size());
    SampleFile.Line line = sample.line(rows.get(number));
    int column = random.nextInt(line.cells().size());
    SampleFile.Cell cell = line.cells().get(column);
    String value = newValue(sample, cell);
    byte[] expected =
        sample.bytesWith(
            rows.get(number), column, sample.written(cell, value, line.cells().size() == 1));
    Edit change = new Edit.Change(Map.of(column, value));
    try (PreparedRewrite prepared =
        CsvRewriter.prepare(
            file, sample.format(), row -> row.number() == number + 1 ? change : new Edit.Keep())) {
      assertThat(sample.unpacked(CsvRewriter.partOf(file)))
          .as("%s, row %s, column %s", sample, number, column)
          .isEqualTo(expected);
      assertThat(prepared.changed()).isEqualTo(1);
      // Each time would mostly measure how fast the disk syncs.
      if (random.nextInt(100) == 0) {
        prepared.replaceOriginal();
        assertThat(sample.unpacked(file.path())).isEqualTo(expected);
      }
    }
  }

  private String newValue(SampleFile sample, SampleFile.Cell cell) {
    String value = NEW_VALUES.get(random.nextInt(NEW_VALUES.size()));
    String old = cell.guarded() ? "guarded" : cell.value();
    String plain = CellGuard.plain(value);
    boolean formula = FormulaGuard.refuses(old, plain);
    boolean guardHolds = cell.guarded() && (plain.equals("-") || plain.startsWith("+"));
    boolean refused = formula && !guardHolds;
    return plain.equals(cell.value()) || refused || !sample.format().canHold(value)
        ? "other"
        : value;
  }
}
