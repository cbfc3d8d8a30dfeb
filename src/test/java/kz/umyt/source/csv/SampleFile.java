package kz.umyt.source.csv;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A file made of known pieces, so that a test knows without any parser which bytes a change or a
 * drop must leave.
 */
final class SampleFile {

  private static final char[] DELIMITERS = {';', ',', '\t', '|'};

  record Cell(String raw, String value) {
    boolean quoted() {
      return raw.startsWith("\"");
    }

    /** Whether it is written so that a spreadsheet leaves it alone. */
    boolean guarded() {
      String inside = quoted() ? raw.substring(1) : raw;
      return !value.isEmpty() && (inside.startsWith("=") || inside.startsWith("'" + value));
    }
  }

  private enum Kind {
    ABOVE,
    HEADER,
    ROW,
    BLANK,
    TOTALS
  }

  /** A line with its line end; only rows are shown to who edits. */
  record Line(Kind kind, List<Cell> cells, String end) {
    String content(char delimiter) {
      return cells.stream().map(Cell::raw).collect(Collectors.joining(String.valueOf(delimiter)));
    }

    List<String> values() {
      return cells.stream().map(Cell::value).toList();
    }
  }

  private final SampleShape shape;
  private final Random random;
  private final List<String> words;
  private final List<Line> lines = new ArrayList<>();
  private final List<String> header = new ArrayList<>();
  private long headerLine = 1;

  SampleFile(SampleShape shape, Random random) {
    this.shape = shape;
    this.random = random;
    this.words =
        List.of(
                "Иван",
                "85 лет",
                "x",
                "5\" труба",
                "ТОО «Х»",
                " край ",
                "№ 7",
                "'a'",
                "Әсел",
                "1-1")
            .stream()
            .filter(word -> shape.charset().newEncoder().canEncode(word))
            .toList();
    int columns = shape.oddity() == SampleShape.Oddity.ONE_COLUMN ? 1 : 2 + random.nextInt(4);
    addAbove(columns);
    for (int column = 0; column < columns; column++) {
      header.add("h" + column);
    }
    if (shape.oddity() == SampleShape.Oddity.NO_HEADER) {
      headerLine = 0;
    } else {
      add(Kind.HEADER, header.stream().map(name -> new Cell(name, name)).toList());
    }
    int rows = 2 + random.nextInt(5);
    for (int row = 0; row < rows; row++) {
      if (row > 0 && shape.oddity() == SampleShape.Oddity.BLANK_LINES) {
        add(Kind.BLANK, List.of());
      }
      add(Kind.ROW, cells(columns));
      if (shape.oddity() == SampleShape.Oddity.TOTALS && random.nextBoolean()) {
        add(Kind.TOTALS, totals(columns));
      }
    }
    if (!shape.finalLineEnd()) {
      Line last = lines.remove(lines.size() - 1);
      lines.add(new Line(last.kind(), last.cells(), ""));
    }
  }

  private void addAbove(int columns) {
    if (shape.oddity() == SampleShape.Oddity.SEPARATOR_LINE) {
      lines.add(new Line(Kind.ABOVE, List.of(same("sep="), same("")), "\r\n"));
      headerLine = 2;
    } else if (shape.oddity() == SampleShape.Oddity.TITLES) {
      List<Cell> title = new ArrayList<>(List.of(same("Отчет")));
      while (title.size() < columns) {
        title.add(same(""));
      }
      add(Kind.ABOVE, title);
      add(Kind.ABOVE, List.of());
      lines.add(new Line(Kind.ABOVE, List.of(quoted("за\nгод")), "\r\n"));
      headerLine = 5;
    }
  }

  private void add(Kind kind, List<Cell> cells) {
    lines.add(new Line(kind, cells, end()));
  }

  /** A lone LF behind a CR would be read as one line end. */
  private String end() {
    String before = lines.isEmpty() ? "" : lines.get(lines.size() - 1).end();
    return switch (shape.ends()) {
      case LF -> "\n";
      case CRLF -> "\r\n";
      case CR -> "\r";
      case MIXED -> before.equals("\r") ? "\r" : List.of("\n", "\r\n", "\r").get(random.nextInt(3));
    };
  }

  private List<Cell> cells(int columns) {
    int count =
        shape.oddity() == SampleShape.Oddity.RAGGED ? 1 + random.nextInt(columns + 2) : columns;
    List<Cell> cells = new ArrayList<>();
    for (int column = 0; column < count; column++) {
      boolean trailing = shape.oddity() == SampleShape.Oddity.EMPTY_TRAILING && 2 * column >= count;
      cells.add(trailing && count > 1 ? same("") : cell(count == 1));
    }
    return cells;
  }

  private List<Cell> totals(int columns) {
    List<Cell> cells = new ArrayList<>(List.of(written("Итого:")));
    while (cells.size() < columns) {
      cells.add(written(List.of("", "15", "1 500.50", "-7", "2\u00A0000").get(random.nextInt(5))));
    }
    return cells;
  }

  /** In quotes where all of the file is. */
  private Cell written(String value) {
    return shape.quoting() == SampleShape.Quoting.ALL ? quoted(value) : same(value);
  }

  private Cell cell(boolean alone) {
    return switch (shape.oddity()) {
      case QUOTED_BREAKS ->
          quoted(word() + List.of("\n", "\r\n", "\r", "\n\n").get(random.nextInt(4)) + word());
      case DOUBLED_QUOTES -> quoted("\"" + word() + "\"\"" + word() + "\"");
      case GUARDS -> random.nextInt(3) == 0 ? usual(alone) : guarded();
      case NO_BREAK_SPACES -> written("\u00A0" + word() + "\u00A0");
      case BACKSLASH -> escaped();
      default -> usual(alone);
    };
  }

  private Cell usual(boolean alone) {
    return switch (shape.quoting()) {
      case NONE -> plain(alone);
      case MINIMAL -> random.nextInt(3) == 0 ? quoted(word() + shape.delimiter()) : plain(alone);
      case ALL -> quoted(random.nextInt(4) == 0 ? "" : word());
      case MIXED -> random.nextBoolean() ? quoted(word()) : plain(alone);
    };
  }

  private Cell plain(boolean alone) {
    if (!alone && random.nextInt(4) == 0) {
      return same("");
    }
    StringBuilder value = new StringBuilder(word());
    for (char other : DELIMITERS) {
      if (other != shape.delimiter() && random.nextInt(3) == 0) {
        value.append(other);
      }
    }
    return same(value.toString());
  }

  private Cell guarded() {
    String value = List.of("0123", "+77015550100", "-5").get(random.nextInt(3));
    String raw = random.nextBoolean() ? "=\"" + value + "\"" : "'" + value;
    boolean quoted =
        shape.quoting() == SampleShape.Quoting.ALL
            || (shape.quoting() != SampleShape.Quoting.NONE && random.nextBoolean());
    return new Cell(quoted ? quoted(raw).raw() : raw, value);
  }

  /** Characters as a database writes them, one of each. */
  private Cell escaped() {
    if (random.nextInt(5) == 0) {
      return new Cell("\\N", "");
    }
    boolean quoted =
        shape.quoting() == SampleShape.Quoting.ALL
            || (shape.quoting() != SampleShape.Quoting.NONE && random.nextBoolean());
    String word = word();
    String raw = shape.quoting() == SampleShape.Quoting.NONE ? word : word.replace("\"", "\\\"");
    List<Cell> ends =
        List.of(
            same(""),
            new Cell("\\\\", "\\"),
            new Cell("\\n", "\n"),
            new Cell("\\\n", "\n"),
            new Cell("\\r", "\r"),
            new Cell("\\" + shape.delimiter(), String.valueOf(shape.delimiter())),
            new Cell("\\t", "\t"));
    Cell end = ends.get(random.nextInt(ends.size()));
    String written = raw + end.raw() + raw;
    return new Cell(quoted ? '"' + written + '"' : written, word + end.value() + word);
  }

  private static Cell same(String text) {
    return new Cell(text, text);
  }

  private static Cell quoted(String value) {
    return new Cell('"' + value.replace("\"", "\"\"") + '"', value);
  }

  private String word() {
    return words.get(random.nextInt(words.size()));
  }

  CsvFormat format() {
    Escaping backslash =
        shape.quoting() == SampleShape.Quoting.NONE
            ? Escaping.BACKSLASH
            : Escaping.BACKSLASH_AND_QUOTES;
    return new CsvFormat(
        shape.charset(),
        OptionalDouble.empty(),
        shape.mark(),
        shape.delimiter(),
        shape.oddity() == SampleShape.Oddity.BACKSLASH ? backslash : Escaping.QUOTES,
        shape.oddity().packing(),
        headerLine,
        header,
        LineEnd.LF);
  }

  /** How a new value must be written into a cell. */
  String written(Cell cell, String value, boolean alone) {
    String plain = CellGuard.plain(value);
    boolean formula = !plain.isEmpty() && "=+-@".indexOf(plain.charAt(0)) >= 0;
    String safe = cell.guarded() && formula ? "'" + plain : plain;
    if (shape.oddity() == SampleShape.Oddity.BACKSLASH) {
      String escaped =
          safe.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t");
      escaped =
          shape.quoting() == SampleShape.Quoting.NONE ? escaped : escaped.replace("\"", "\\\"");
      String delimiter = String.valueOf(shape.delimiter());
      escaped = delimiter.equals("\t") ? escaped : escaped.replace(delimiter, "\\" + delimiter);
      return cell.quoted() ? '"' + escaped + '"' : escaped;
    }
    boolean needed =
        cell.quoted()
            || (safe.isEmpty() && alone)
            || safe.chars().anyMatch(c -> c == shape.delimiter() || "\"\r\n".indexOf(c) >= 0);
    return needed ? quoted(safe).raw() : safe;
  }

  /** Indexes of the lines that are rows. */
  List<Integer> rows() {
    List<Integer> rows = new ArrayList<>();
    for (int index = 0; index < lines.size(); index++) {
      if (lines.get(index).kind() == Kind.ROW) {
        rows.add(index);
      }
    }
    return rows;
  }

  Line line(int index) {
    return lines.get(index);
  }

  /** Without packing, as all bytes here. */
  byte[] bytes() {
    return bytes(lines);
  }

  /** The file, packed as it is. */
  CsvFile in(Path folder) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    CsvFile file = new CsvFile(folder.resolve("a.csv"), "a.csv");
    Packing packing = shape.oddity().packing();
    try (OutputStream target = packing == Packing.ZIP ? zip(packed) : packing.pack(packed, file)) {
      target.write(bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Csv.file(folder, "a.csv", packed.toByteArray());
  }

  private static OutputStream zip(OutputStream packed) throws IOException {
    ZipOutputStream archive = new ZipOutputStream(packed);
    archive.putNextEntry(new ZipEntry("a.csv"));
    return archive;
  }

  /** Whatever tells a test how to make this file again. */
  @Override
  public String toString() {
    return shape.toString();
  }

  /** The bytes of a file of this kind, unpacked. */
  byte[] unpacked(Path path) {
    try (StoredInput input =
        StoredInput.open(new CsvFile(path, "a.csv"), shape.oddity().packing(), false)) {
      return input.text().readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file without some of its lines. */
  byte[] bytesWithout(List<Integer> dropped) {
    List<Line> left = new ArrayList<>();
    for (int index = 0; index < lines.size(); index++) {
      if (!dropped.contains(index)) {
        left.add(lines.get(index));
      }
    }
    Line last = left.isEmpty() ? null : left.get(left.size() - 1);
    if (last != null && !shape.finalLineEnd() && last.kind() != Kind.BLANK) {
      left.set(left.size() - 1, new Line(last.kind(), last.cells(), ""));
    }
    return bytes(left);
  }

  /** The file with one cell in other characters. */
  byte[] bytesWith(int index, int column, String raw) {
    List<Line> changed = new ArrayList<>(lines);
    Line line = lines.get(index);
    List<Cell> cells = new ArrayList<>(line.cells());
    cells.set(column, new Cell(raw, ""));
    changed.set(index, new Line(line.kind(), cells, line.end()));
    return bytes(changed);
  }

  private byte[] bytes(List<Line> content) {
    StringBuilder text = new StringBuilder(shape.mark() ? "\ufeff" : "");
    for (Line line : content) {
      text.append(line.content(shape.delimiter())).append(line.end());
    }
    return text.toString().getBytes(shape.charset());
  }
}
