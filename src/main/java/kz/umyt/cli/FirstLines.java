package kz.umyt.cli;

import java.util.ArrayList;
import java.util.List;

/** The first of many lines of one kind: thousands are for the files and not for a terminal. */
final class FirstLines {

  private static final int MOST = 20;

  private FirstLines() {}

  /** The lines, or the first of them and one that says how many more there are, and where. */
  static List<String> of(List<String> lines) {
    if (lines.size() <= MOST) {
      return lines;
    }
    List<String> first = new ArrayList<>(lines.subList(0, MOST));
    first.add("… and " + (lines.size() - MOST) + " more; all in inventory.html and inventory.json");
    return first;
  }
}
