package kz.umyt.recognize;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Settles overlapping findings by one total order, so that every run settles them alike. */
final class Overlaps {

  private static final Comparator<Finding> STRONGEST_FIRST =
      Comparator.comparing(Finding::validated, Comparator.reverseOrder())
          .thenComparing(Finding::score, Comparator.reverseOrder())
          .thenComparing(finding -> finding.end() - finding.start(), Comparator.reverseOrder())
          .thenComparingInt(Finding::start)
          .thenComparing(Finding::entity)
          .thenComparing(Finding::recognizer);

  private static final Comparator<Finding> IN_TEXT = Comparator.comparingInt(Finding::start);

  private Overlaps() {}

  /** The strongest findings that do not overlap, in the order of the text. */
  static List<Finding> settle(List<Finding> findings) {
    if (findings.size() < 2) {
      return List.copyOf(findings);
    }
    List<Finding> sorted = new ArrayList<>(findings);
    sorted.sort(IN_TEXT);
    return List.copyOf(areApart(sorted) ? sorted : strongest(sorted));
  }

  private static boolean areApart(List<Finding> sorted) {
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i).start() < sorted.get(i - 1).end()) {
        return false;
      }
    }
    return true;
  }

  private static List<Finding> strongest(List<Finding> findings) {
    findings.sort(STRONGEST_FIRST);
    TreeMap<Integer, Finding> kept = new TreeMap<>();
    for (Finding finding : findings) {
      Map.Entry<Integer, Finding> before = kept.lowerEntry(finding.end());
      if (before == null || before.getValue().end() <= finding.start()) {
        kept.put(finding.start(), finding);
      }
    }
    return new ArrayList<>(kept.values());
  }
}
