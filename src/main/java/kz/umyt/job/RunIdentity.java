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
import kz.umyt.plan.RefusedException;
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

  /**
   * Goes on with the job's unfinished run, or begins one.
   *
   * @param wanted the day that the command line asks for
   * @param approval of the plan that the command line names
   * @throws RefusedException if the job needs an approval and there is none that fits
   */
  static RunIdentity of(
      Job job,
      Policy policy,
      Optional<LocalDate> wanted,
      Optional<PlanApproval> approval,
      Ledger ledger,
      Clock clock) {
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
      if (needsApproval(job)) {
        requireFitting(open.get().run(), asOf, sameSettings, approval);
        approval.ifPresent(given -> requireUnused(given, open.get().run(), ledger));
      }
      return new RunIdentity(open.get().run(), asOf, true, sameSettings);
    }
    if (needsApproval(job)) {
      requireNew(job, wanted, approval, ledger);
    }
    LocalDate asOf = approval.map(given -> given.plan().asOf()).or(() -> wanted).orElse(today);
    requireNotAhead(asOf, today);
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

  /** A record must not go before it is due. */
  static void requireNotAhead(LocalDate asOf, LocalDate today) {
    if (asOf.isAfter(today)) {
      throw new SettingsException(
          "--as-of "
              + asOf
              + " lies in the future: a run would destroy records before they are due; use umyt"
              + " plan to look ahead");
    }
  }

  private static boolean needsApproval(Job job) {
    return job.approval() instanceof Job.Approval.PerPlan;
  }

  private static void requireNew(
      Job job, Optional<LocalDate> wanted, Optional<PlanApproval> approval, Ledger ledger) {
    PlanApproval given =
        approval.orElseThrow(
            () ->
                new RefusedException(
                    "job '"
                        + job.id()
                        + "' needs a plan that a second person has approved; nothing was touched."
                        + " Make one with umyt plan, have it signed with umyt approve, and run it"
                        + " with --plan"));
    LocalDate asOf = given.plan().asOf();
    if (wanted.isPresent() && !wanted.get().equals(asOf)) {
      throw new RefusedException(
          "the plan was approved as of "
              + asOf
              + ", and --as-of says "
              + wanted.get()
              + "; nothing was touched. Run it without --as-of");
    }
    requireUnused(given, "", ledger);
  }

  /** A leave is given once: for the run that it was given to, and no other. */
  private static void requireUnused(PlanApproval given, String run, Ledger ledger) {
    ledger
        .last(
            entry ->
                entry.event().equals(Events.PLANNED)
                    && entry.text(Events.PLAN).equals(Optional.of(given.plan().sha256()))
                    && !entry.run().equals(run))
        .ifPresent(
            entry -> {
              throw new RefusedException(
                  "this plan was carried out already, by run "
                      + entry.run()
                      + "; nothing was touched. Make a new one");
            });
  }

  /** What was approved is not what would be done now. */
  private static void requireFitting(
      String run, LocalDate asOf, boolean sameSettings, Optional<PlanApproval> approval) {
    if (approval.isEmpty() && !sameSettings) {
      throw new RefusedException(
          "the job's or the policy's file has changed since the plan of the unfinished run "
              + run
              + " was approved; nothing more was touched. Make a plan again with umyt plan --as-of "
              + asOf
              + ", have it approved, and run it with --plan");
    }
    if (approval.isPresent() && !approval.get().plan().asOf().equals(asOf)) {
      throw new RefusedException(
          "run "
              + run
              + " is unfinished and decides as of "
              + asOf
              + ", and the plan as of "
              + approval.get().plan().asOf()
              + "; nothing more was touched. Run the job without --plan to finish that run first");
    }
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
