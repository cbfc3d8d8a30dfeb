package kz.umyt.destroy;

import java.util.Map;
import java.util.TreeMap;

/** Due rows that could not be changed, by reason. */
final class Failures {

  private final Map<String, Long> byReason = new TreeMap<>();

  void add(String reason) {
    byReason.merge(reason, 1L, Long::sum);
  }

  void add(Failures others) {
    others.byReason.forEach((reason, rows) -> byReason.merge(reason, rows, Long::sum));
  }

  void clear() {
    byReason.clear();
  }

  long total() {
    return byReason.values().stream().mapToLong(Long::longValue).sum();
  }

  Map<String, Long> byReason() {
    return Map.copyOf(byReason);
  }
}
