package kz.umyt.job;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import kz.umyt.ledger.Entry;

/**
 * When each shared key of an installation was made and destroyed, as the ledger tells. Each of its
 * entries about a shared key holds the lives of all, so that the latest one is enough.
 */
record SharedKeyLives(List<Life> all) {

  private static final Set<String> EVENTS =
      Set.of(Events.SHARED_KEY_MADE, Events.SHARED_KEY_USED, Events.SHARED_KEYS_DESTROYED);

  SharedKeyLives {
    all = List.copyOf(all);
  }

  /**
   * One key.
   *
   * @param destroyed absent while it lives
   */
  record Life(int number, Instant made, Optional<Instant> destroyed) {

    private Map<String, Object> details() {
      Map<String, Object> details = new HashMap<>();
      details.put("number", (long) number);
      details.put("made", made.toString());
      destroyed.ifPresent(moment -> details.put("destroyed", moment.toString()));
      return details;
    }
  }

  /**
   * Reads them.
   *
   * @param last finds the latest entry of a ledger that a condition accepts
   */
  static SharedKeyLives of(Function<Predicate<Entry>, Optional<Entry>> last) {
    List<Life> lives = new ArrayList<>();
    last.apply(entry -> EVENTS.contains(entry.event()))
        .map(entry -> entry.details().get("keys"))
        .ifPresent(
            keys -> {
              if (keys instanceof List<?> list) {
                list.forEach(key -> read(key).ifPresent(lives::add));
              }
            });
    return new SharedKeyLives(lives);
  }

  private static Optional<Life> read(Object key) {
    return key instanceof Map<?, ?> details
            && details.get("number") instanceof Long number
            && details.get("made") instanceof String made
        ? Optional.of(
            new Life(
                number.intValue(),
                Instant.parse(made),
                Optional.ofNullable(details.get("destroyed"))
                    .map(moment -> Instant.parse(String.valueOf(moment)))))
        : Optional.empty();
  }

  /** The same with one more, unless it is there. */
  SharedKeyLives with(int number, Instant made) {
    if (all.stream().anyMatch(life -> life.number() == number)) {
      return this;
    }
    List<Life> more = new ArrayList<>(all);
    more.add(new Life(number, made.truncatedTo(ChronoUnit.SECONDS), Optional.empty()));
    return new SharedKeyLives(more);
  }

  /** The same, and none lives any more. */
  SharedKeyLives destroyed(Instant moment) {
    return new SharedKeyLives(
        all.stream()
            .map(
                life ->
                    life.destroyed().isPresent()
                        ? life
                        : new Life(
                            life.number(),
                            life.made(),
                            Optional.of(moment.truncatedTo(ChronoUnit.SECONDS))))
            .toList());
  }

  /** Those that nobody has destroyed, as far as the ledger knows. */
  List<Integer> living() {
    return all.stream().filter(life -> life.destroyed().isEmpty()).map(Life::number).toList();
  }

  /** When the last one was destroyed. */
  Optional<Instant> lastDestroyed() {
    return all.stream().flatMap(life -> life.destroyed().stream()).max(Instant::compareTo);
  }

  /** The highest number that was ever given; 0 where none was. */
  int highest() {
    return all.stream().mapToInt(Life::number).max().orElse(0);
  }

  /** For an entry of the ledger. */
  List<Map<String, Object>> details() {
    return all.stream().map(Life::details).toList();
  }
}
