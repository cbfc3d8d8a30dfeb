package kz.umyt.plan;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kz.umyt.policy.Standing;

/**
 * How many records stand where. Every record in scope stands in exactly one place.
 *
 * @param overdue of those that are due, how many should have gone before
 * @param waiting of those that are due, how many would stay for now, by why
 * @param unread files and rows that are not among them, since they cannot be read: each with its
 *     reason and what to do
 */
public record StandingCounts(
    Map<Standing, Long> byStanding, long overdue, List<Waiting> waiting, List<String> unread) {

  public StandingCounts {
    Map<Standing, Long> all = new EnumMap<>(Standing.class);
    for (Standing standing : Standing.values()) {
      all.put(standing, byStanding.getOrDefault(standing, 0L));
    }
    byStanding = Map.copyOf(all);
    waiting = List.copyOf(waiting);
    unread = List.copyOf(unread);
  }

  /** Counts of records that wait for no others. */
  public StandingCounts(Map<Standing, Long> byStanding, long overdue) {
    this(byStanding, overdue, List.of(), List.of());
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
    return new StandingCounts(counts, overdue, waiting, unread);
  }

  /** The same of which some wait. */
  StandingCounts withWaiting(List<Waiting> records) {
    return new StandingCounts(byStanding, overdue, records, unread);
  }
}
