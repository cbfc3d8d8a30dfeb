package kz.umyt.recognize;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Settles overlapping findings by one total order, so that every run settles them alike. */
final class Overlaps {

  private static final Comparator<Finding> STRONGEST_FIRST = Overlaps::compare;

  private static final Comparator<Finding> IN_TEXT = Comparator.comparingInt(Finding::start);

  private Overlaps() {}

  /** The strongest findings that do not overlap, in the order of the text. */
  static List<Finding> settle(List<Finding> findings) {
    if (findings.size() < 2) {
      return List.copyOf(findings);
    }
    Finding only = strongestOfAll(findings);
    if (only != null) {
      return List.of(only); // as nearly always in a cell: one value that several patterns fit
    }
    List<Finding> sorted = new ArrayList<>(findings);
    sorted.sort(IN_TEXT);
    List<Finding> settled = new ArrayList<>(sorted.size());
    int from = 0;
    while (from < sorted.size()) {
      int to = endOfHeap(sorted, from);
      List<Finding> heap = sorted.subList(from, to);
      Finding best = to == from + 1 ? heap.get(0) : strongestOfAll(heap);
      if (best == null) {
        settleHeap(heap, settled);
      } else {
        settled.add(best);
      }
      from = to;
    }
    return List.copyOf(settled);
  }

  /** The strongest one if all others overlap it, or null. */
  private static @Nullable Finding strongestOfAll(List<Finding> findings) {
    Finding best = findings.get(0);
    for (int i = 1; i < findings.size(); i++) {
      if (compare(findings.get(i), best) < 0) {
        best = findings.get(i);
      }
    }
    for (int i = 0; i < findings.size(); i++) {
      Finding other = findings.get(i);
      if (other.start() >= best.end() || best.start() >= other.end()) {
        return null;
      }
    }
    return best;
  }

  /** The first finding after {@code from} that overlaps none from there on to it. */
  private static int endOfHeap(List<Finding> sorted, int from) {
    int covered = sorted.get(from).end();
    int to = from + 1;
    while (to < sorted.size() && sorted.get(to).start() < covered) {
      covered = Math.max(covered, sorted.get(to).end());
      to++;
    }
    return to;
  }

  private static void settleHeap(List<Finding> heap, List<Finding> to) {
    heap.sort(STRONGEST_FIRST);
    TreeMap<Integer, Finding> kept = new TreeMap<>();
    for (Finding finding : heap) {
      Map.Entry<Integer, Finding> before = kept.lowerEntry(finding.end());
      if (before == null || before.getValue().end() <= finding.start()) {
        kept.put(finding.start(), finding);
      }
    }
    to.addAll(kept.values());
  }

  /** Written out, since it runs for every value that two patterns fit. */
  private static int compare(Finding a, Finding b) {
    if (a.validated() != b.validated()) {
      return a.validated() ? -1 : 1;
    }
    int order = Double.compare(b.score(), a.score());
    if (order == 0) {
      order = Integer.compare(b.end() - b.start(), a.end() - a.start());
    }
    if (order == 0) {
      order = Integer.compare(a.start(), b.start());
    }
    if (order == 0) {
      order = a.entity().compareTo(b.entity());
    }
    return order != 0 ? order : a.recognizer().compareTo(b.recognizer());
  }
}
