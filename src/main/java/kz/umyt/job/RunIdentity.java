package kz.umyt.job;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kz.umyt.ledger.Entry;
import kz.umyt.ledger.Ledger;
import kz.umyt.settings.Job;
import kz.umyt.settings.Policy;
import kz.umyt.settings.SettingsException;

/**
 * Which run this is: a new one, or one that an earlier attempt left unfinished.
 *
 * @param sameSettings false if job or policy are not those that the run began with
 * @param asOf the day that every decision of the run is made for, fixed by its first attempt
 */
record RunIdentity(String run, LocalDate asOf, boolean resumed, boolean sameSettings) {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  /** Letters that no one confuses in a mail or on paper. */
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

  static RunIdentity of(
      Job job, Policy policy, Optional<LocalDate> wanted, Ledger ledger, Clock clock) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), job.zone());
    Optional<Entry> open = unfinished(job, ledger);
    if (open.isPresent()) {
      LocalDate asOf = LocalDate.parse(open.get().text("asOf").orElseThrow());
      if (wanted.isPresent() && !wanted.get().equals(asOf)) {
        throw new SettingsException(
            "run "
                + open.get().run()
                + " is unfinished and decides as of "
                + asOf
                + "; run again without --as-of to finish it first");
      }
      boolean sameSettings =
          open.get().text("jobSha256").equals(Optional.of(job.sha256()))
              && open.get().text("policySha256").equals(Optional.of(policy.sha256()));
      return new RunIdentity(open.get().run(), asOf, true, sameSettings);
    }
    LocalDate asOf = wanted.orElse(today);
    if (asOf.isAfter(today)) {
      throw new SettingsException(
          "--as-of "
              + asOf
              + " lies in the future: a run would destroy records before they are due; use umyt"
              + " plan to look ahead");
    }
    String run = name(job, clock);
    ledger.append(
        run,
        Events.RUN_STARTED,
        Map.of(
            "job", job.id().value(),
            "jobSha256", job.sha256(),
            "policy", policy.id().value(),
            "policySha256", policy.sha256(),
            "asOf", asOf.toString()));
    return new RunIdentity(run, asOf, false, true);
  }

  private static Optional<Entry> unfinished(Job job, Ledger ledger) {
    Optional<Entry> started =
        ledger.last(
            entry ->
                entry.event().equals(Events.RUN_STARTED)
                    && entry.text("job").equals(Optional.of(job.id().value())));
    return started.filter(
        entry -> {
          List<String> events = ledger.entriesOf(entry.run()).stream().map(Entry::event).toList();
          // A run that never had a plan has touched nothing: there is nothing to go on with.
          return events.contains(Events.PLANNED)
              && !events.contains(Events.RUN_FINISHED)
              && !events.contains(Events.REFUSED);
        });
  }

  private static String name(Job job, Clock clock) {
    SecureRandom random = new SecureRandom();
    StringBuilder end = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      end.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return plain(job.id().value())
        + "-"
        + STAMP.format(clock.instant().atZone(job.zone()))
        + "-"
        + end;
  }

  /** A run names files: what is no letter, digit or dash in the job's name becomes a dash. */
  private static String plain(String name) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean fits = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      plain.append(fits ? c : '-');
    }
    return plain.toString();
  }
}
