package kz.umyt.job;

import java.nio.file.Files;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import kz.umyt.destroy.AnonymizedRows;
import kz.umyt.destroy.FileJournal;
import kz.umyt.destroy.Journal;
import kz.umyt.ledger.Fingerprints;
import kz.umyt.ledger.HomeKey;
import kz.umyt.ledger.LedgerReader;
import kz.umyt.plan.BoundFiles;
import kz.umyt.plan.BoundTarget;
import kz.umyt.plan.DoneRows;
import kz.umyt.plan.JobSeal;
import kz.umyt.plan.LimitCheck;
import kz.umyt.plan.LiveRegisters;
import kz.umyt.plan.Plan;
import kz.umyt.plan.Planner;
import kz.umyt.plan.Preview;
import kz.umyt.plan.Seal;
import kz.umyt.plan.TargetSeal;
import kz.umyt.settings.Action;
import kz.umyt.settings.Job;
import kz.umyt.settings.Policy;

/** Counts what a run would do, without a run: takes no lock and leaves no trace. */
public final class PlanOnly {

  private final Home home;
  private final Job job;
  private final Policy policy;
  private final Assignment assignment;
  private final RetentionRun.Surroundings surroundings;

  public PlanOnly(Home home, Assignment assignment, RetentionRun.Surroundings surroundings) {
    this.home = home;
    this.assignment = assignment;
    this.job = assignment.job();
    this.policy = assignment.policy();
    this.surroundings = surroundings;
  }

  /**
   * Plans.
   *
   * @param asOf any day, also one ahead; today where absent
   */
  public Preview plan(Optional<LocalDate> asOf) {
    LocalDate today = LocalDate.ofInstant(surroundings.clock().instant(), job.zone());
    LocalDate day = asOf.orElse(today);
    try (Sources sources = new Sources(assignment)) {
      Planner planner =
          new Planner(job, policy, day, LiveRegisters.of(job, day, surroundings.clock()));
      List<BoundTarget> targets =
          planner.bind(sources.settings(), sources::database, Journal::exists);
      if (!anonymizesFiles(targets) || !Files.exists(home.folder().resolve("umyt.mv.db"))) {
        return preview(planner, targets, file -> DoneRows.OfFile.NONE);
      }
      try (HomeStore store = HomeStore.open(home.folder())) {
        return preview(
            planner,
            targets,
            new AnonymizedRows(
                new FileJournal(store.dataSource(), surroundings.clock()),
                new Fingerprints(new HomeKey(home.keys()).loadOrCreate())));
      }
    }
  }

  private Preview preview(Planner planner, List<BoundTarget> targets, DoneRows done) {
    Plan plan = planner.count("", targets, done);
    PastRuns past = new PastRuns(new LedgerReader(home.ledger()).latest(PastRuns.ENTRIES));
    return new Preview(
        plan,
        new Seal(JobSeal.of(job, policy, assignment.recognizers()), TargetSeal.of(targets)),
        new Preview.Origin(
            OffsetDateTime.ofInstant(surroundings.clock().instant(), job.zone())
                .truncatedTo(ChronoUnit.SECONDS),
            surroundings.user(),
            surroundings.host(),
            surroundings.application()),
        job.approval(),
        job.limits(),
        policy.organisation(),
        policy.document(),
        planner.outlooks(plan, targets, done, past::estimate),
        planner.remarks(targets),
        refusal(plan, past));
  }

  private Optional<String> refusal(Plan plan, PastRuns past) {
    return LimitCheck.excess(plan, job.limits(), past.usualDue(job.id().value()))
        .or(new TokenKeys(home, job)::obstacle);
  }

  private static boolean anonymizesFiles(List<BoundTarget> targets) {
    return targets.stream()
        .anyMatch(
            target -> target instanceof BoundFiles && target.spec().action() == Action.ANONYMIZE);
  }
}
