package kz.umyt.cli.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** Who leaves a trace in a log and when: only subscribers, and only while they are. */
final class Traces {
  private static final int SHORTEST_DAYS = 10;

  private final SeededRandom random;
  private final LocalDate logSince;
  private final List<Subscriber> active = new ArrayList<>();

  Traces(SeededRandom random, LocalDate logSince, List<Subscriber> subscribers) {
    this.random = random;
    this.logSince = logSince;
    for (Subscriber subscriber : subscribers) {
      if (subscriber.lastDay().isAfter(first(subscriber).plusDays(SHORTEST_DAYS))) {
        active.add(subscriber);
      }
    }
  }

  Subscriber who() {
    return random.pick(active);
  }

  LocalDateTime when(Subscriber subscriber) {
    LocalDate day = random.lateDay(first(subscriber), subscriber.lastDay());
    return day.atTime(random.between(7, 23), random.below(60), random.below(60));
  }

  private LocalDate first(Subscriber subscriber) {
    LocalDate first = subscriber.firstDay();
    return first.isBefore(logSince) ? logSince : first;
  }
}
