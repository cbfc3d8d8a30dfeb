package kz.umyt.recognize;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
    List<Finding> sorted = new ArrayList<>(findings);
    sorted.sort(IN_TEXT);
    List<Finding> settled = new ArrayList<>(sorted.size());
    int from = 0;
    while (from < sorted.size()) {
      int to = endOfHeap(sorted, from);
      if (to == from + 1) {
        settled.add(sorted.get(from));
      } else {
        settleHeap(sorted.subList(from, to), settled);
      }
      from = to;
    }
    return List.copyOf(settled);
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
    Finding best = heap.get(0);
    boolean covered = true;
    for (Finding other : heap) {
      covered &= other.start() < best.end() && best.start() < other.end();
    }
    if (covered) {
      to.add(best); // as nearly always: one value that several patterns fit
      return;
    }
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
