package kz.umyt.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import javax.crypto.SecretKey;
import kz.umyt.anonymize.Decryption;
import kz.umyt.ledger.Ledger;
import kz.umyt.ledger.SharedKeys;
import kz.umyt.plan.RefusedException;

/**
 * Makes and destroys the keys that runs share, while no run is at work, and writes that into the
 * ledger; reads what was encrypted under them.
 */
public final class KeyKeeper {

  private final Home home;
  private final RetentionRun.Surroundings surroundings;
  private final SharedKeys keys;

  public KeyKeeper(Home home, RetentionRun.Surroundings surroundings) {
    this.home = home;
    this.surroundings = surroundings;
    this.keys = new SharedKeys(home.keys());
  }

  /**
   * The shared key that runs use from now on.
   *
   * @param isNew whether it was made just now
   */
  public record Current(int number, boolean isNew) {}

  /**
   * Makes the first key, or the first one after all were destroyed.
   *
   * @throws LockHeldException if a run is at work
   */
  public Current init() {
    RunLock lock = RunLock.acquire(home.folder());
    try (lock;
        Ledger ledger = Ledger.open(home.ledger(), surroundings.clock())) {
      NavigableSet<Integer> there = keys.numbers();
      if (there.isEmpty()) {
        return new Current(make(ledger), true);
      }
      // A crash may have come between the key and its entry.
      SharedKeyLives lives = SharedKeyLives.of(ledger::last);
      if (!lives.living().contains(there.last())) {
        written(there.last(), ledger);
      }
      return new Current(there.last(), false);
    }
  }

  /**
   * Begins a new key. Those before it are kept: they still read what was encrypted under them, and
   * an unfinished run goes on with its own.
   *
   * @throws RefusedException if there is none yet
   * @throws LockHeldException if a run is at work
   */
  public Current rotate() {
    RunLock lock = RunLock.acquire(home.folder());
    try (lock;
        Ledger ledger = Ledger.open(home.ledger(), surroundings.clock())) {
      if (keys.numbers().isEmpty()) {
        throw new RefusedException(
            "there is no shared key to follow; make one with umyt keys init");
      }
      return new Current(make(ledger), true);
    }
  }

  private int make(Ledger ledger) {
    int highest = SharedKeyLives.of(ledger::last).highest();
    NavigableSet<Integer> there = keys.numbers();
    int number = 1 + (there.isEmpty() ? highest : Math.max(highest, there.last()));
    keys.create(number);
    written(number, ledger);
    return number;
  }

  private void written(int number, Ledger ledger) {
    Map<String, Object> details = who();
    details.put("key", (long) number);
    details.put("keys", SharedKeyLives.of(ledger::last).with(number, now()).details());
    ledger.append("", Events.SHARED_KEY_MADE, details);
  }

  /**
   * Destroys every shared key: nobody can go back from what was made under them. Can be called
   * again after a crash.
   *
   * @return the numbers of those that are gone now and were not before; empty if there was none
   * @throws LockHeldException if a run is at work
   */
  public List<Integer> destroy() {
    RunLock lock = RunLock.acquire(home.folder());
    try (lock;
        Ledger ledger = Ledger.open(home.ledger(), surroundings.clock())) {
      SharedKeyLives lives = SharedKeyLives.of(ledger::last);
      NavigableSet<Integer> living = new TreeSet<>(keys.numbers());
      living.addAll(lives.living());
      int highest = living.isEmpty() ? lives.highest() : Math.max(lives.highest(), living.last());
      // One more: a crash may have left a draft of the next one.
      for (int number = 1; number <= highest + 1; number++) {
        keys.destroy(number);
      }
      if (!living.isEmpty()) {
        for (int number : living) {
          lives = lives.with(number, now());
        }
        Map<String, Object> details = who();
        details.put("destroyed", living.stream().map(Integer::longValue).toList());
        details.put("keys", lives.destroyed(now()).details());
        ledger.append("", Events.SHARED_KEYS_DESTROYED, details);
      }
      return List.copyOf(living);
    }
  }

  /**
   * Opens what {@code encrypt} wrote under any shared key that is there; the ledger says first who
   * does so.
   *
   * @throws RefusedException if there is no shared key
   */
  public Decryption decryption() {
    List<SecretKey> there = new ArrayList<>();
    // The newest first, because most was written under it.
    keys.numbers().stream()
        .sorted(Comparator.reverseOrder())
        .forEach(number -> keys.load(number).ifPresent(there::add));
    if (there.isEmpty()) {
      throw new RefusedException(
          "there is no shared key: what was encrypted under one that was destroyed, or under the"
              + " key of a run, cannot be read by anybody");
    }
    append(Events.DECRYPTION_STARTED, who());
    return new Decryption(there);
  }

  /**
   * Values were read.
   *
   * @param values how many
   */
  public void read(long values) {
    Map<String, Object> details = who();
    details.put("source", "encrypted values");
    details.put("values", values);
    append(Events.DATA_READ, details);
  }

  private void append(String event, Map<String, Object> details) {
    try (Ledger ledger = Ledger.open(home.ledger(), surroundings.clock())) {
      ledger.append("", event, details);
    }
  }

  private Instant now() {
    return surroundings.clock().instant();
  }

  private Map<String, Object> who() {
    Map<String, Object> details = new HashMap<>();
    details.put("user", surroundings.user());
    details.put("host", surroundings.host());
    details.put("application", surroundings.application());
    return details;
  }
}
