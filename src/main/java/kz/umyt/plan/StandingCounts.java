package kz.umyt.plan;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import kz.umyt.policy.Standing;

/**
 * How many records stand where. Every record in scope stands in exactly one place.
 *
 * @param overdue of those that are due, how many should have gone before
 */
public record StandingCounts(Map<Standing, Long> byStanding, long overdue) {

  public StandingCounts {
    Map<Standing, Long> all = new EnumMap<>(Standing.class);
    for (Standing standing : Standing.values()) {
      all.put(standing, byStanding.getOrDefault(standing, 0L));
    }
    byStanding = Map.copyOf(all);
  }

  /** Counts without anything overdue. */
  public StandingCounts(Map<Standing, Long> byStanding) {
    this(byStanding, 0);
  }

  public long of(Standing standing) {
    return Objects.requireNonNull(byStanding.get(standing));
  }

  public long inScope() {
    return byStanding.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The same with so many more records due. */
  StandingCounts withDue(long more) {
    Map<Standing, Long> counts = new EnumMap<>(byStanding);
    counts.merge(Standing.DUE, more, Long::sum);
    return new StandingCounts(counts, overdue);
  }
}
