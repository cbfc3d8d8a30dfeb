package kz.umyt.cli;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.umyt.recognize.Analyzer;
import kz.umyt.recognize.Finding;

/** Counts the findings that somebody must act on at once, whatever any policy says. */
final class Alarms {

  private final Analyzer analyzer;
  private final Map<String, Long> counts = new TreeMap<>();

  Alarms(Analyzer analyzer) {
    this.analyzer = analyzer;
  }

  void note(Finding finding) {
    if (analyzer.alarmOf(finding.entity()).isPresent()) {
      counts.merge(finding.entity(), 1L, Long::sum);
    }
  }

  void add(Alarms others) {
    others.counts.forEach((entity, count) -> counts.merge(entity, count, Long::sum));
  }

  /** One line for each such entity: how often it was found, and what to do. */
  List<String> lines() {
    return counts.entrySet().stream()
        .map(
            entry ->
                entry.getKey()
                    + ", "
                    + entry.getValue()
                    + " found: "
                    + analyzer.alarmOf(entry.getKey()).orElse(""))
        .toList();
  }
}
