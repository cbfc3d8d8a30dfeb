package kz.umyt.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.umyt.ledger.Entry;
import kz.umyt.plan.PlannedTarget;

/** What the ledger tells of a job's earlier runs. */
final class PastRuns {

  /** So far back it looks: whatever the ledger's length, that takes no time to speak of. */
  static final int ENTRIES = 3000;

  /** Fewer nights tell nothing of what is usual. */
  private static final int FEWEST = 5;

  /** After these, older nights count no more. */
  private static final int MOST = 30;

  /** A rate measured over fewer records is mostly start-up. */
  private static final long ENOUGH = 1000;

  private final List<Entry> entries;

  /**
   * The runs that these entries tell of.
   *
   * @param entries the latest first
   */
  PastRuns(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /**
   * Records that were due and waited for no others in the middle one of a job's last nights, of
   * those in which there were any; absent while there are too few.
   */
  Optional<Long> usualDue(String job) {
    Set<String> runs = new HashSet<>();
    entries.stream()
        .filter(entry -> entry.event().equals(Events.RUN_STARTED))
        .filter(entry -> entry.text("job").equals(Optional.of(job)))
        .forEach(entry -> runs.add(entry.run()));
    Set<String> seen = new HashSet<>();
    List<Long> nights = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry.event().equals(Events.PLANNED)
          && runs.contains(entry.run())
          && nights.size() < MOST
          && seen.add(entry.run())) {
        long due = due(entry);
        if (due > 0) {
          nights.add(due);
        }
      }
    }
    return nights.size() < FEWEST
        ? Optional.empty()
        : Optional.of(nights.stream().sorted().skip(nights.size() / 2).findFirst().orElseThrow());
  }

  private static long due(Entry planned) {
    long due = 0;
    if (planned.details().get("targets") instanceof List<?> targets) {
      for (Object target : targets) {
        if (target instanceof Map<?, ?> of
            && of.get("due") instanceof Long counted
            && Boolean.TRUE.equals(of.get("confirmed"))) {
          due += counted - (of.get("postponed") instanceof Long waiting ? waiting : 0);
        }
      }
    }
    return due;
  }

  /** How long the work on a target would take at the pace of the last time; at least a second. */
  Optional<Duration> estimate(PlannedTarget target) {
    return entries.stream()
        .filter(entry -> entry.event().equals(Events.TARGET_FINISHED))
        .filter(entry -> entry.text("target").equals(Optional.of(target.id())))
        .filter(entry -> entry.text("action").equals(Optional.of(target.action())))
        .filter(entry -> entry.number("records").orElse(0) >= ENOUGH)
        .findFirst()
        .map(
            entry -> {
              double perRecord =
                  (double) entry.number("millis").orElse(0) / entry.number("records").orElse(1);
              return Duration.ofMillis(Math.max(1000, Math.round(perRecord * target.free())));
            });
  }
}
