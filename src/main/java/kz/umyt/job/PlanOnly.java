package kz.umyt.job;

import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.umyt.destroy.AnonymizedRows;
import kz.umyt.destroy.FileJournal;
import kz.umyt.destroy.Journal;
import kz.umyt.ledger.Fingerprints;
import kz.umyt.ledger.HomeKey;
import kz.umyt.plan.ActiveRegisters;
import kz.umyt.plan.BoundFiles;
import kz.umyt.plan.BoundTarget;
import kz.umyt.plan.DoneRows;
import kz.umyt.plan.Plan;
import kz.umyt.plan.Planner;
import kz.umyt.settings.Action;
import kz.umyt.settings.Job;
import kz.umyt.settings.Policy;
import kz.umyt.settings.Source;

/** Counts what a run would do, without a run: takes no lock and leaves no trace. */
public final class PlanOnly {

  private final Home home;
  private final Job job;
  private final Policy policy;
  private final Clock clock;

  public PlanOnly(Home home, Job job, Policy policy, Clock clock) {
    this.home = home;
    this.job = job;
    this.policy = policy;
    this.clock = clock;
  }

  /**
   * Plans.
   *
   * @param asOf any day, also one ahead; today where absent
   */
  public Plan plan(Map<String, Source> sourceSettings, Optional<LocalDate> asOf) {
    LocalDate day = asOf.orElse(LocalDate.ofInstant(clock.instant(), job.zone()));
    try (Sources sources = new Sources(sourceSettings)) {
      Planner planner = new Planner(job, policy, day, ActiveRegisters.read(job.registers(), day));
      List<BoundTarget> targets =
          planner.bind(sources.settings(), sources::database, Journal::exists);
      if (!anonymizesFiles(targets) || !Files.exists(home.folder().resolve("umyt.mv.db"))) {
        return planner.count("", targets, (file, cells) -> false);
      }
      try (HomeStore store = HomeStore.open(home.folder())) {
        DoneRows done =
            new AnonymizedRows(
                new FileJournal(store.dataSource(), clock),
                new Fingerprints(new HomeKey(home.keys()).loadOrCreate()));
        return planner.count("", targets, done);
      }
    }
  }

  private static boolean anonymizesFiles(List<BoundTarget> targets) {
    return targets.stream()
        .anyMatch(
            target -> target instanceof BoundFiles && target.spec().action() == Action.ANONYMIZE);
  }
}
