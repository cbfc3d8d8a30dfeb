package kz.umyt.destroy;

import java.util.Map;
import java.util.TreeMap;

/** Due rows that could not be changed, by reason. */
final class Failures {

  private final Map<String, Long> byReason = new TreeMap<>();

  void add(String reason) {
    add(reason, 1);
  }

  void add(String reason, long rows) {
    if (rows > 0) {
      byReason.merge(reason, rows, Long::sum);
    }
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
