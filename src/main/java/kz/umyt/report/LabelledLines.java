package kz.umyt.report;

import java.util.ArrayList;
import java.util.List;

/** Labels in one column and texts beside them, broken between words. */
final class LabelledLines {

  /** Columns of a terminal that a line stays within, unless one word is longer. */
  private static final int WIDTH = 100;

  private record Line(String label, String text) {}

  private final int indent;
  private final int widest;
  private final List<Line> lines = new ArrayList<>();

  /**
   * No lines yet.
   *
   * @param indent spaces before each line
   * @param widest columns that labels take at least
   */
  LabelledLines(int indent, int widest) {
    this.indent = indent;
    this.widest = widest;
  }

  LabelledLines add(String label, String text) {
    lines.add(new Line(label, text));
    return this;
  }

  void addTo(List<String> to) {
    int width =
        Math.max(widest, lines.stream().mapToInt(line -> length(line.label())).max().orElse(0));
    for (Line line : lines) {
      String label = line.label() + " ".repeat(width - length(line.label()) + 2);
      wrap(indent, indent + length(label), label + line.text(), to);
    }
  }

  /**
   * Breaks a text into lines.
   *
   * @param first spaces before the first line
   * @param others spaces before the others
   */
  static void wrap(int first, int others, String text, List<String> to) {
    StringBuilder line = new StringBuilder(" ".repeat(first));
    boolean empty = true;
    for (int from = 0; from <= text.length(); ) {
      int space = text.indexOf(' ', from);
      int end = space < 0 ? text.length() : space;
      String word = text.substring(from, end);
      if (!empty && length(line) + 1 + length(word) > WIDTH) {
        to.add(line.toString().stripTrailing());
        line = new StringBuilder(" ".repeat(others));
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
      from = end + 1;
    }
    to.add(line.toString().stripTrailing());
  }

  static int length(CharSequence text) {
    return Character.codePointCount(text, 0, text.length());
  }
}
