package kz.umyt.source.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import kz.umyt.settings.Located;
import kz.umyt.settings.Source;
import kz.umyt.source.SourceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files in which a backslash takes the special meaning from the character behind it. */
class BackslashTest {

  private static final List<String> NAMES = List.of("id", "name", "note");
  private static final String NASTY = "\\\\\\\"\"\t\n\r,;Nnrtbf.0'=x\b\fЖ";

  private final Random random = new Random(20260115);

  @TempDir Path folder;

  private CsvFile file(String text) {
    return Csv.file(folder, "a.txt", text, UTF_8);
  }

  private CsvFormat dump(CsvFile file, List<String> header) {
    return CsvFormat.detect(file, Csv.dump(folder, Optional.empty(), header));
  }

  private static CsvFormat format(char delimiter, Escaping escaping, int columns) {
    List<String> names = new ArrayList<>();
    for (int column = 0; column < columns; column++) {
      names.add("c" + column);
    }
    return new CsvFormat(
        UTF_8,
        OptionalDouble.empty(),
        false,
        delimiter,
        escaping,
        Packing.NONE,
        0,
        names,
        LineEnd.LF);
  }

  private String nasty(int most) {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(most); left > 0; left--) {
      text.append(NASTY.charAt(random.nextInt(NASTY.length())));
    }
    return text.toString();
  }

  private static List<List<String>> rows(CsvFile file, CsvFormat format) {
    List<List<String>> rows = new ArrayList<>();
    try (CsvReader reader = CsvReader.open(file, format)) {
      reader.forEach(row -> rows.add(row.cells()));
    }
    return rows;
  }

  /** Whatever the parser reads, the spans say the same of it, and no character is lost. */
  @ParameterizedTest
  @EnumSource
  void spansAgreeWithTheParser(Escaping escaping) throws IOException {
    int read = 0;
    for (int round = 0; round < 5_000; round++) {
      String text = nasty(14);
      CsvFormat format = format("\t,;".charAt(round % 3), escaping, 3);
      CsvFile file = file(text);
      StringBuilder again = new StringBuilder();
      try (RawRecords records = RawRecords.open(file, format, false)) {
        while (records.next()) {
          again.append(records.content()).append(records.lineEnd());
          assertThat(new CellSpans(records.content(), format.dialect()).values())
              .as("%s of %s", escaping, text)
              .isEqualTo(records.cells());
        }
      } catch (SourceException unreadable) {
        continue;
      }
      read++;
      assertThat(again).hasToString(text);
    }
    assertThat(read).isGreaterThan(500);
  }

  /** Whatever is written into a cell is read from it, and from no other. */
  @ParameterizedTest
  @EnumSource
  void whatIsWrittenIsRead(Escaping escaping) {
    for (int round = 0; round < 800; round++) {
      int columns = 1 + random.nextInt(3);
      CsvFormat format = format("\t,".charAt(round % 2), escaping, columns);
      boolean quoted = escaping.hasQuotes() && random.nextBoolean();
      String line =
          String.join(
              String.valueOf(format.delimiter()),
              Collections.nCopies(columns, quoted ? "\"старое\"" : "старое"));
      CsvFile file = file(line + "\n" + line + "\n");
      int column = random.nextInt(columns);
      String value = nasty(6);
      if (FormulaGuard.refuses("старое", format.asRead(value))) {
        continue;
      }
      Edit change = new Edit.Change(Map.of(column, value));
      try (PreparedRewrite prepared =
          CsvRewriter.prepare(file, format, row -> row.number() == 1 ? change : new Edit.Keep())) {
        CsvFile part = new CsvFile(CsvRewriter.partOf(file), "part");
        List<String> expected = new ArrayList<>(Collections.nCopies(columns, "старое"));
        expected.set(column, format.asRead(value));
        assertThat(rows(part, format).get(0)).as("%s, %s", escaping, value).isEqualTo(expected);
        assertThat(new String(Csv.bytes(part.path()), UTF_8)).endsWith("\n" + line + "\n");
        assertThat(prepared.changed()).isEqualTo(1);
      }
    }
  }

  @Test
  void readsCopyText() {
    CsvFile file =
        file("1\tКим \"Анна\"\tпервая\\nвторая\\t\\\\\n2\t\"Ли\t\\N\n3\t\\N\t\\\\N\n\\.\n");
    CsvFormat format = dump(file, NAMES);

    assertThat(format.escaping()).isEqualTo(Escaping.BACKSLASH);
    assertThat(format.delimiter()).isEqualTo('\t');
    assertThat(format.header()).isEqualTo(NAMES);
    assertThat(rows(file, format))
        .containsExactly(
            List.of("1", "Ким \"Анна\"", "первая\nвторая\t\\"),
            List.of("2", "\"Ли", ""),
            List.of("3", "", ""));
  }

  @Test
  void readsCellsInQuotesAndBreaksBehindABackslash() {
    CsvFile file = file("1,\"Ким \\\"А\\\"\",\"a\\\nb\"\n\\N,\"x,y\",\\N\n");
    CsvFormat format = dump(file, NAMES);

    assertThat(format.escaping()).isEqualTo(Escaping.BACKSLASH_AND_QUOTES);
    assertThat(format.delimiter()).isEqualTo(',');
    assertThat(rows(file, format))
        .containsExactly(List.of("1", "Ким \"А\"", "a\nb"), List.of("", "x,y", ""));
  }

  @Test
  void aBreakThatBelongsToTheLastCellIsNoLineEnd() {
    CsvFile file = file("1\ta\tb\n2\ta\tb\\\n");
    CsvFormat format = dump(file, NAMES);
    assertThat(rows(file, format).get(1)).containsExactly("2", "a", "b\n");

    try (PreparedRewrite prepared =
        CsvRewriter.prepare(
            file, format, row -> row.number() == 1 ? new Edit.Drop() : new Edit.Keep())) {
      prepared.replaceOriginal();
    }
    assertThat(new String(Csv.bytes(file.path()), UTF_8)).isEqualTo("2\ta\tb\\\n");
  }

  @Test
  void rewritesWithoutTouchingTheRest() {
    String text = "1\t\\\\ \\n\tx\n2\tКим\t\\N\n3\ty\tz\n\\.\n";
    CsvFile file = file(text);
    RowEditor editor =
        row ->
            row.number() == 2
                ? new Edit.Change(Map.of(1, "a\tb\\\nc\r", 2, ""))
                : row.number() == 3 ? new Edit.Drop() : new Edit.Keep();
    try (PreparedRewrite prepared = CsvRewriter.prepare(file, dump(file, NAMES), editor)) {
      assertThat(prepared.rows()).isEqualTo(3);
      prepared.replaceOriginal();
    }
    assertThat(new String(Csv.bytes(file.path()), UTF_8))
        .isEqualTo("1\t\\\\ \\n\tx\n2\ta\\tb\\\\\\nc\\r\t\\N\n\\.\n");
  }

  @Test
  void aLineBreakWithoutItsBackslashIsRefused() {
    CsvFile file = file("1\ta\tb\n2\tсекрет\rx\tb\n");
    CsvFormat format = dump(file, NAMES);
    assertThatThrownBy(() -> rows(file, format))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("a.txt:2: ")
        .hasMessageContaining("another line break")
        .message()
        .doesNotContain("секрет");
  }

  @Test
  void aFileWithoutHeaderMayBecomeEmptyAndStayReadable() {
    CsvFile file = file("1\ta\tb\n2\ta\tb\n");
    try (PreparedRewrite prepared =
        CsvRewriter.prepare(file, dump(file, NAMES), row -> new Edit.Drop())) {
      assertThat(prepared.dropped()).isEqualTo(2);
      prepared.replaceOriginal();
    }
    assertThat(Csv.bytes(file.path())).isEmpty();
    assertThat(rows(file, dump(file, NAMES))).isEmpty();
  }

  @Test
  void aCellAloneThatBecomesEmptyIsNoBlankLine() {
    CsvFile file = file("a\nb\n");
    CsvFormat format = dump(file, List.of("note"));
    try (PreparedRewrite prepared =
        CsvRewriter.prepare(file, format, row -> new Edit.Change(Map.of(0, "")))) {
      prepared.replaceOriginal();
    }
    assertThat(file.path()).hasContent("\\N\n\\N");
    assertThat(rows(file, format)).hasSize(2);
  }

  @Test
  void namesMustFitTheFile() {
    CsvFile file = file("1\ta\tb\n");
    assertThatThrownBy(() -> dump(file, List.of("id", "name")))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("a.txt:1: this record has 3 cells, but source dumps names 2 columns");
  }

  @Test
  void aLineThatNamesTheDelimiterIsNoRow() {
    CsvFile file = file("sep=;\n1;a\n");
    assertThatThrownBy(() -> dump(file, List.of("id", "name")))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("a.txt:1: the line sep= stands above a header");
  }

  @Test
  void aBackslashAtTheEndIsNamed() {
    CsvFile file = file("1\ta\tb\n2\ta\tb\\");
    CsvFormat format = format('\t', Escaping.BACKSLASH, 3);
    assertThatThrownBy(() -> rows(file, format))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("a.txt:2: ")
        .hasMessageContaining("a backslash ends the file");
  }

  /** The beginning at which a file is looked ends anywhere, behind a backslash too. */
  @Test
  void isFoundWhereverTheSampleEnds() {
    for (int shift = 0; shift < 6; shift++) {
      String rows = "1\t\\N\t\\\\\n".repeat(10_000);
      CsvFile file = file("id\tname\tnote" + "x".repeat(shift) + "\n" + rows);
      assertThat(Csv.detect(file).escaping()).isEqualTo(Escaping.BACKSLASH);
      assertThat(dump(file, List.of()).escaping()).isEqualTo(Escaping.BACKSLASH);
      assertThat(rows(file, Csv.detect(file))).hasSize(10_000).contains(List.of("1", "", "\\"));
    }
  }

  /** NULL in a file with tabs and no quotes: a database wrote it. */
  @Test
  void isFoundWhereThereIsNoDoubt() {
    CsvFormat format = Csv.detect(file("id\tname\tnote\n1\t\\N\ta\\nb\n2\tx\t\\N\n"));
    assertThat(format.escaping()).isEqualTo(Escaping.BACKSLASH);
    assertThat(format.header()).isEqualTo(NAMES);
    assertThat(format.headerLine()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id\tpath\n1\tC:\\new\n2\tC:\\Nord\n",
        "id\tname\n1\t\\N\n2\t\"a\tb\"\n",
        "id;name\n1;\\N\n2;\\N\n",
        "id\tname\n1\tx\\N\n2\t\\Nx\n",
      })
  void elsewhereABackslashIsABackslash(String text) {
    assertThat(Csv.detect(file(text)).escaping()).isEqualTo(Escaping.QUOTES);
  }

  @Test
  void ordinaryFilesMayHaveNoHeaderEither() {
    CsvFile file = file("1;Ким;x\n2;Ли;y\n");
    CsvFormat format =
        CsvFormat.detect(
            file,
            new Source.Csv(
                new Located<>("exports", Csv.AT),
                "Exports",
                folder,
                List.of("*"),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                NAMES,
                false));
    assertThat(format.escaping()).isEqualTo(Escaping.QUOTES);
    assertThat(rows(file, format)).hasSize(2);
    assertThat(format.column(file, new Located<>("name", Csv.AT))).isEqualTo(1);
  }
}
