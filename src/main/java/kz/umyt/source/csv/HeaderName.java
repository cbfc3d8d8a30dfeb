package kz.umyt.source.csv;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Names of columns as people and programs write them. */
final class HeaderName {

  private HeaderName() {}

  static List<String> trimAll(List<String> names) {
    return names.stream().map(HeaderName::trim).toList();
  }

  /** Without blanks, no-break spaces and invisible characters around it. */
  static String trim(String name) {
    int from = 0;
    int to = name.length();
    while (from < to && isBlank(name.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(name.charAt(to - 1))) {
      to--;
    }
    return name.substring(from, to);
  }

  static boolean isBlank(char character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || character == '\u200b'
        || character == '\ufeff';
  }

  /** The name that a third of the letters or less tell from the wanted one. */
  static Optional<String> nearest(String wanted, Collection<String> names) {
    return names.stream()
        .filter(name -> distance(wanted, name) <= Math.max(1, wanted.length() / 3))
        .min(Comparator.comparingInt(name -> distance(wanted, name)));
  }

  /** Letters to insert, remove or exchange, in whatever case. */
  private static int distance(String left, String right) {
    String from = left.toLowerCase(Locale.ROOT);
    String to = right.toLowerCase(Locale.ROOT);
    int[] costs = new int[to.length() + 1];
    Arrays.setAll(costs, column -> column);
    for (int row = 1; row <= from.length(); row++) {
      int diagonal = costs[0];
      costs[0] = row;
      for (int column = 1; column <= to.length(); column++) {
        int exchange = diagonal + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
        diagonal = costs[column];
        costs[column] = Math.min(exchange, 1 + Math.min(costs[column], costs[column - 1]));
      }
    }
    return costs[to.length()];
  }
}
