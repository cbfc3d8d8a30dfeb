package kz.umyt.source.csv;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * A file made of known pieces, so that a test knows without any parser which bytes a change or a
 * drop must leave.
 */
final class SampleFile {

  private static final char[] DELIMITERS = {';', ',', '\t', '|'};
  private static final List<String> WORDS =
      List.of("Иван", "85 лет", "x", "5\" труба", "ТОО «Х»", " край ", "№ 7", "2024-01-31", "'a'");

  /** How the cells of a file are quoted. */
  enum Quoting {
    NONE,
    MINIMAL,
    ALL,
    MIXED,
    EMBEDDED_QUOTES,
    EMBEDDED_LINES
  }

  /** How its lines end. */
  enum Ends {
    LF,
    CRLF,
    CR,
    MIXED
  }

  record Shape(
      Charset charset,
      boolean mark,
      char delimiter,
      Quoting quoting,
      Ends ends,
      boolean finalLineEnd,
      boolean ragged) {}

  record Cell(String raw, String value) {
    boolean quoted() {
      return raw.startsWith("\"");
    }
  }

  /** A record without cells is a blank line. */
  record Line(List<Cell> cells, String end) {
    String content(char delimiter) {
      return cells.stream().map(Cell::raw).collect(Collectors.joining(String.valueOf(delimiter)));
    }

    List<String> values() {
      return cells.stream().map(Cell::value).toList();
    }
  }

  private final Shape shape;
  private final boolean separatorLine;
  private final List<Line> lines = new ArrayList<>();
  private final Random random;

  SampleFile(Shape shape, Random random) {
    this.shape = shape;
    this.random = random;
    this.separatorLine = random.nextInt(4) == 0;
    int columns = 1 + random.nextInt(5);
    int rows = 2 + random.nextInt(9);
    List<Cell> header = new ArrayList<>();
    for (int column = 0; column < columns; column++) {
      header.add(new Cell("h" + column, "h" + column));
    }
    lines.add(new Line(header, end("")));
    for (int row = 0; row < rows; row++) {
      boolean last = row == rows - 1;
      String before = lines.get(lines.size() - 1).end();
      if (!last && random.nextInt(8) == 0) {
        lines.add(new Line(List.of(), end(before)));
      } else {
        lines.add(new Line(cells(columns), last && !shape.finalLineEnd() ? "" : end("")));
      }
    }
  }

  /** A lone LF behind a CR would be read as one line end. */
  private String end(String before) {
    return switch (shape.ends()) {
      case LF -> "\n";
      case CRLF -> "\r\n";
      case CR -> "\r";
      case MIXED -> before.equals("\r") ? "\r" : List.of("\n", "\r\n", "\r").get(random.nextInt(3));
    };
  }

  private List<Cell> cells(int columns) {
    int count = shape.ragged() ? 1 + random.nextInt(columns + 2) : columns;
    List<Cell> cells = new ArrayList<>();
    for (int column = 0; column < count; column++) {
      cells.add(cell(count == 1));
    }
    return cells;
  }

  private Cell cell(boolean alone) {
    return switch (shape.quoting()) {
      case NONE -> plain(alone);
      case MINIMAL -> random.nextInt(3) == 0 ? quoted(word() + shape.delimiter()) : plain(alone);
      case ALL -> quoted(random.nextInt(4) == 0 ? "" : word());
      case MIXED -> random.nextBoolean() ? quoted(word()) : plain(alone);
      case EMBEDDED_QUOTES -> quoted("\"" + word() + "\"\"" + word() + "\"");
      case EMBEDDED_LINES ->
          quoted(word() + List.of("\n", "\r\n", "\r", "\n\n").get(random.nextInt(4)) + word());
    };
  }

  private Cell plain(boolean alone) {
    if (!alone && random.nextInt(4) == 0) {
      return new Cell("", "");
    }
    StringBuilder value = new StringBuilder(word());
    for (char other : DELIMITERS) {
      if (other != shape.delimiter() && random.nextInt(3) == 0) {
        value.append(other);
      }
    }
    return new Cell(value.toString(), value.toString());
  }

  private static Cell quoted(String value) {
    return new Cell('"' + value.replace("\"", "\"\"") + '"', value);
  }

  private String word() {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  CsvFormat format() {
    return new CsvFormat(
        shape.charset(),
        shape.mark(),
        shape.delimiter(),
        Escaping.QUOTES,
        Packing.NONE,
        separatorLine ? 2 : 1,
        lines.get(0).values(),
        LineEnd.LF);
  }

  /** Indexes in {@link #lines} of the records that are rows. */
  List<Integer> rows() {
    List<Integer> rows = new ArrayList<>();
    for (int index = 1; index < lines.size(); index++) {
      if (!lines.get(index).cells().isEmpty()) {
        rows.add(index);
      }
    }
    return rows;
  }

  Line line(int index) {
    return lines.get(index);
  }

  byte[] bytes() {
    return bytes(lines);
  }

  /** The file without some of its lines. */
  byte[] bytesWithout(List<Integer> dropped) {
    List<Line> left = new ArrayList<>();
    for (int index = 0; index < lines.size(); index++) {
      if (!dropped.contains(index)) {
        left.add(lines.get(index));
      }
    }
    Line last = left.get(left.size() - 1);
    if (!shape.finalLineEnd() && !last.cells().isEmpty()) {
      left.set(left.size() - 1, new Line(last.cells(), ""));
    }
    return bytes(left);
  }

  /** The file with one cell in other characters. */
  byte[] bytesWith(int index, int column, String raw) {
    List<Line> changed = new ArrayList<>(lines);
    List<Cell> cells = new ArrayList<>(lines.get(index).cells());
    cells.set(column, new Cell(raw, ""));
    changed.set(index, new Line(cells, lines.get(index).end()));
    return bytes(changed);
  }

  private byte[] bytes(List<Line> content) {
    StringBuilder text = new StringBuilder(shape.mark() ? "\ufeff" : "");
    if (separatorLine) {
      text.append("sep=").append(shape.delimiter()).append("\r\n");
    }
    for (Line line : content) {
      text.append(line.content(shape.delimiter())).append(line.end());
    }
    return text.toString().getBytes(shape.charset());
  }
}
