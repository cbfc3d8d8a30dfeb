package kz.umyt.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import kz.umyt.anonymize.TextFinder;
import kz.umyt.job.Assignment;
import kz.umyt.job.RetentionRun;
import kz.umyt.job.RunResult;
import kz.umyt.job.StopSignal;
import kz.umyt.settings.Action;
import kz.umyt.settings.Installation;
import kz.umyt.settings.Job;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code umyt run}: plans, destroys, verifies, writes the Act. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description =
        "Plans, destroys or anonymizes what is due, verifies with a fresh query, writes the Act."
            + " After a stop or a crash, run it again: it goes on with the same run.")
final class RunCommand implements Callable<Integer> {

  private final Workspace workspace;

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(paramLabel = "JOB", description = "A job file, or the name of one in jobs.")
  private String job = "";

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description =
          "Decide for this day, not later than today (default: the plan's day, else today).")
  private @Nullable LocalDate asOf;

  @Option(
      names = "--plan",
      paramLabel = "PLAN",
      description = "The approved plan.json, for jobs with approval: per-plan.")
  private @Nullable Path plan;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the Act goes (default: out in the home folder).")
  private @Nullable Path out;

  @Option(names = "--json", description = "Print one JSON object and nothing else.")
  private boolean json;

  RunCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() throws Exception {
    LogFile.attach(common.home());
    StopSignal stop = new StopSignal();
    return GracefulStop.during(
        stop,
        () -> {
          try {
            return report(
                run(
                    workspace,
                    common,
                    job,
                    Optional.ofNullable(asOf),
                    Optional.ofNullable(plan),
                    out,
                    stop));
          } catch (RuntimeException failure) {
            return new Failures(workspace.err(), common.debug()).report(failure);
          }
        });
  }

  static RunResult run(
      Workspace workspace,
      CommonOptions common,
      String jobName,
      Optional<LocalDate> asOf,
      Optional<Path> plan,
      @Nullable Path out,
      StopSignal stop) {
    Installation installation = common.installation();
    Assignment assignment =
        Workspace.assignment(installation, workspace.jobWithTargets(common, jobName));
    Path folder = out == null ? common.home().folder().resolve("out") : OutFolder.prepared(out);
    try (ProgressDisplay progress = ProgressDisplay.of(common.quiet())) {
      return new RetentionRun(
              common.home(),
              assignment,
              finder(workspace, installation, assignment.job()),
              workspace.surroundings(),
              progress,
              stop)
          .run(asOf, plan, folder);
    }
  }

  /** Recognizers take a second to make ready, and where records are destroyed nobody asks them. */
  private static TextFinder finder(Workspace workspace, Installation installation, Job job) {
    boolean isAsked =
        job.targets().stream().anyMatch(target -> target.action() == Action.ANONYMIZE);
    return isAsked
        ? workspace.finder(workspace.analyzer(installation))
        : text -> {
          throw new IllegalStateException("a job that only destroys looks into no text");
        };
  }

  private int report(RunResult result) {
    int code = RunReport.exitCode(result);
    if (json) {
      workspace.json(RunReport.json(result, code));
    } else if (!common.quiet() || code != ExitCode.DONE) {
      RunReport.print(result, workspace.out());
    }
    return code;
  }
}
