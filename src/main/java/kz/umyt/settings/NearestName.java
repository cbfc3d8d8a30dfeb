package kz.umyt.settings;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Helps people who mistyped a name. */
public final class NearestName {

  private static final int LISTED_AT_MOST = 16;

  private NearestName() {}

  /**
   * The end of an error message about an unknown name: the valid name nearest to it, or all valid
   * names where they are few and none is near.
   */
  public static String hint(String unknown, Collection<String> valid) {
    Optional<String> nearest = find(unknown, valid);
    if (nearest.isPresent()) {
      return "; did you mean '" + nearest.get() + "'?";
    }
    if (valid.isEmpty()) {
      return "; there are none";
    }
    if (valid.size() > LISTED_AT_MOST) {
      return "";
    }
    List<String> sorted = valid.stream().sorted().toList();
    return "; valid: " + String.join(", ", sorted);
  }

  /** The valid name nearest to a mistyped one, if any is near enough to be meant. */
  static Optional<String> find(String unknown, Collection<String> valid) {
    String typed = unknown.toLowerCase(Locale.ROOT);
    int allowed = Math.max(1, typed.length() / 3);
    String best = "";
    int least = allowed + 1;
    for (String name : valid.stream().sorted().toList()) {
      int distance = distance(typed, name.toLowerCase(Locale.ROOT));
      if (distance < least && distance < name.length()) {
        least = distance;
        best = name;
      }
    }
    return least <= allowed ? Optional.of(best) : Optional.empty();
  }

  /** Insertions, deletions, replacements and swaps of neighbours. */
  private static int distance(String from, String to) {
    int[][] cost = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, from, to, i, j);
      }
    }
    return cost[from.length()][to.length()];
  }

  private static int step(int[][] cost, String from, String to, int i, int j) {
    int replaced = cost[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
    int least = Math.min(replaced, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    boolean swapped =
        i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1);
    return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
  }
}
