package kz.umyt.job;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import kz.umyt.ledger.Entry;
import kz.umyt.ledger.Ledger;
import kz.umyt.ledger.LedgerReader;
import kz.umyt.ledger.RunKeys;
import kz.umyt.ledger.SharedKeys;
import kz.umyt.plan.RefusedException;
import kz.umyt.report.Act;
import kz.umyt.settings.Job;

/**
 * The key under which a run makes its tokens: its own, or the one that runs share. A run goes on
 * with the shared key that it began with as long as that is there, whatever came after it.
 */
final class TokenKeys {

  private final Home home;
  private final Job job;
  private final RunKeys own;
  private final SharedKeys shared;

  TokenKeys(Home home, Job job) {
    this.home = home;
    this.job = job;
    this.own = new RunKeys(home.keys());
    this.shared = new SharedKeys(home.keys());
  }

  /**
   * Why a run could not begin or go on; empty where it can. No run makes a shared key by itself:
   * what is done under it stays personal data, so that is for a person to decide, each time.
   */
  Optional<String> obstacle() {
    if (!job.sharesKey() || !shared.numbers().isEmpty()) {
      return Optional.empty();
    }
    String gone =
        SharedKeyLives.of(new LedgerReader(home.ledger())::last)
            .lastDestroyed()
            .map(moment -> " any more: it was destroyed on " + day(moment, job.zone()))
            .orElse("");
    return Optional.of(
        "job '"
            + job.id()
            + "' says key: shared, and there is no shared key"
            + gone
            + "; nothing was touched this time. Make one with umyt keys init, or leave the key to"
            + " each run (key: run)");
  }

  private static String day(Instant moment, ZoneId zone) {
    return moment.atZone(zone).toLocalDate().toString();
  }

  /**
   * Makes sure that there is a key.
   *
   * @throws RefusedException if there is none
   */
  void requireThere() {
    obstacle()
        .ifPresent(
            why -> {
              throw new RefusedException(why);
            });
  }

  /** The key of a run; the ledger then says which of the shared ones it is. */
  SecretKey of(String run, Ledger ledger) {
    if (!job.sharesKey()) {
      return own.load(run).orElseGet(() -> own.create(run));
    }
    NavigableSet<Integer> used = used(run, ledger);
    NavigableSet<Integer> there = shared.numbers();
    int number = !used.isEmpty() && there.contains(used.last()) ? used.last() : there.last();
    SecretKey key = shared.load(number).orElseThrow();
    if (!used.contains(number)) {
      Entry first = ledger.entriesOf(run).get(0);
      SharedKeyLives lives = SharedKeyLives.of(ledger::last).with(number, first.time());
      ledger.append(
          run, Events.SHARED_KEY_USED, Map.of("key", (long) number, "keys", lives.details()));
    }
    return key;
  }

  private static NavigableSet<Integer> used(String run, Ledger ledger) {
    return ledger.entriesOf(run).stream()
        .filter(entry -> entry.event().equals(Events.SHARED_KEY_USED))
        .map(entry -> (int) entry.number("key").orElseThrow())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What the Act of a run says of shared keys; empty where it used none. */
  static List<Act.SharedKey> told(String run, Ledger ledger, ZoneId zone) {
    Set<Integer> used = used(run, ledger);
    return used.isEmpty()
        ? List.of()
        : SharedKeyLives.of(ledger::last).all().stream()
            .map(
                life ->
                    new Act.SharedKey(
                        life.number(),
                        life.made().atZone(zone).toOffsetDateTime(),
                        life.destroyed().map(moment -> moment.atZone(zone).toOffsetDateTime()),
                        used.contains(life.number())))
            .toList();
  }

  /** The run's own key is destroyed, if it had one. */
  void finish(String run, Ledger ledger) {
    boolean existed = own.destroy(run);
    if (existed || used(run, ledger).isEmpty()) {
      ledger.append(run, Events.KEY_DESTROYED, Map.of("existed", existed));
    }
  }
}
