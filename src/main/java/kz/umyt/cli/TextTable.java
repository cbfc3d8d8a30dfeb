package kz.umyt.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kz.umyt.report.VisibleControls;

/** Rows in columns; numbers to the right. */
final class TextTable {

  private final List<List<String>> rows = new ArrayList<>();
  private final boolean[] numbers;

  TextTable(String... headings) {
    rows.add(List.of(headings));
    numbers = new boolean[headings.length];
  }

  void add(Object... cells) {
    List<String> row = new ArrayList<>();
    for (int i = 0; i < cells.length; i++) {
      numbers[i] |= cells[i] instanceof Number;
      row.add(
          cells[i] instanceof Number number
              ? number(number.longValue())
              : VisibleControls.inLine(String.valueOf(cells[i])));
    }
    rows.add(row);
  }

  /** Digits in groups of three. */
  static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
  }

  void print(PrintStream out) {
    int[] widths = new int[numbers.length];
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], width(row.get(i)));
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        String space = " ".repeat(widths[i] - width(row.get(i)));
        line.append(i == 0 ? "  " : "   ")
            .append(numbers[i] ? space + row.get(i) : row.get(i) + space);
      }
      out.println(line.toString().stripTrailing());
    }
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }
}
