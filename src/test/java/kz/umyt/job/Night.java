package kz.umyt.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.umyt.anonymize.TextFinder;
import kz.umyt.engines.Shop;
import kz.umyt.ledger.LedgerVerifier;
import kz.umyt.ledger.SigningKey;
import kz.umyt.ledger.Verification;
import kz.umyt.plan.Plan;
import kz.umyt.plan.Preview;
import kz.umyt.plan.RecordExplanation;
import kz.umyt.report.Act;
import kz.umyt.report.PlanJson;
import kz.umyt.settings.Approver;
import kz.umyt.settings.Job;
import kz.umyt.settings.Located;
import kz.umyt.settings.Position;

/** Runs the job of a {@link Shop} as of 1 May 2026, as the command line would. */
record Night(Shop shop) {

  /** The last due day under a term of two years. */
  static final String LAST_DUE = "2024-04-30";

  private static final Position NOWHERE = new Position("approvers.yaml", 1, 1);

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-05-01T03:00:00Z"), ZoneOffset.UTC);

  private static final RetentionRun.Surroundings SURROUNDINGS =
      new RetentionRun.Surroundings(CLOCK, System::nanoTime, "tester", "host", "umyt test");

  RunResult run() {
    return run(Progress.NONE);
  }

  RunResult run(Progress progress) {
    return run(progress, new StopSignal());
  }

  RunResult run(Progress progress, StopSignal stop) {
    return run(progress, stop, text -> List.of());
  }

  /** Runs with eyes for what is in texts. */
  RunResult run(TextFinder finder) {
    return run(Progress.NONE, new StopSignal(), finder);
  }

  private RunResult run(Progress progress, StopSignal stop, TextFinder finder) {
    return new RetentionRun(
            new Home(shop.home()), assignment(), finder, SURROUNDINGS, progress, stop)
        .run(Optional.empty(), Optional.empty(), shop.base().resolve("out"));
  }

  /** Runs by the plan of two people: one made it just now, the other one approved it. */
  RunResult runApproved(Progress progress) {
    return runApproved(progress, () -> {});
  }

  /**
   * The same.
   *
   * @param meanwhile what happens between the approval and the run
   */
  RunResult runApproved(Progress progress, Runnable meanwhile) {
    Path key = shop.base().resolve("dana.pem");
    Approver dana = new Approver(new Located<>("Dana", NOWHERE), SigningKey.create(key).text());
    Home home = new Home(shop.home());
    Path plan = shop.base().resolve("plan.json");
    PlanSigning signing = new PlanSigning(CLOCK);
    try {
      signing.sign(plan, PlanJson.write(preview(), plan), home, "tester@host");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    signing.approve(plan, key, "Dana", List.of(dana));
    meanwhile.run();
    return new RetentionRun(
            home, assignment(dana), text -> List.of(), SURROUNDINGS, progress, new StopSignal())
        .run(Optional.empty(), Optional.of(plan), shop.base().resolve("out"));
  }

  /** Counts what a run would do now. */
  Plan plan() {
    return preview().plan();
  }

  /** The whole plan. */
  Preview preview() {
    return new PlanOnly(new Home(shop.home()), assignment(), SURROUNDINGS).plan(Optional.empty());
  }

  /** Why a row stands where it stands. */
  RecordExplanation explain(String table, String key) {
    return new ExplainRecord(new Home(shop.home()), assignment(), SURROUNDINGS)
        .explain(table, key, Optional.empty())
        .get(0);
  }

  private Assignment assignment(Approver... approvers) {
    Job job = shop.job();
    return new Assignment(job, shop.policy(job), shop.sources(), "", List.of(approvers));
  }

  /** Runs a piece of test code at the first chunk of each target, or at each chunk. */
  static Progress atChunks(Runnable started, Runnable reached) {
    return new Progress() {
      @Override
      public void started(String what, long records) {
        if (!what.equals("plan")) {
          started.run();
        }
      }

      @Override
      public void reached(long records) {
        reached.run();
      }

      @Override
      public void finished() {}
    };
  }

  /** What became of one target. */
  static Act.ActTarget target(RunResult result, String table) {
    return result.targets().stream()
        .filter(target -> target.planned().target().endsWith("." + table))
        .findFirst()
        .orElseThrow();
  }

  /** No key, no half-written file; the ledger is whole. */
  void assertLeftClean() {
    assertThat(files("home"))
        .as("left in the home folder")
        .noneMatch(file -> file.endsWith(".part"))
        .noneMatch(file -> file.startsWith("home/keys/") && file.contains("nightly"));
    try {
      assertThat(LedgerVerifier.verify(new Home(shop.home()).ledger()))
          .isInstanceOf(Verification.Intact.class);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Every file below a folder of the base, by path. */
  List<String> files(String folder) {
    Path root = shop.base().resolve(folder);
    if (!Files.exists(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(root)) {
      List<String> names = new ArrayList<>();
      files
          .filter(Files::isRegularFile)
          .forEach(file -> names.add(shop.base().relativize(file).toString().replace('\\', '/')));
      return names;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
