package kz.umyt.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import kz.umyt.job.Assignment;
import kz.umyt.job.PlanOnly;
import kz.umyt.job.PlanSigning;
import kz.umyt.plan.Plan;
import kz.umyt.plan.PlannedTarget;
import kz.umyt.plan.Preview;
import kz.umyt.report.PlanHtml;
import kz.umyt.report.PlanJson;
import kz.umyt.settings.Job;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code umyt plan}: what a run would do. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = "Shows what a run would do, and writes plan.json and plan.html; changes nothing.")
final class PlanCommand implements Callable<Integer> {

  private final Workspace workspace;

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(paramLabel = "JOB", description = "A job file, or the name of one in jobs.")
  private String job = "";

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "Decide for this day, which may lie ahead (default: today).")
  private @Nullable LocalDate asOf;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where plan.json and plan.html go (default: out/JOB in the home folder).")
  private @Nullable Path out;

  @Option(names = "--json", description = "Print the plan as JSON and nothing else.")
  private boolean json;

  PlanCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() throws IOException {
    Optional<Path> chosen = Optional.ofNullable(out).map(OutFolder::prepared);
    Job settings = workspace.jobWithTargets(common, job);
    Preview preview = plan(workspace, common, settings, Optional.ofNullable(asOf));
    Plan plan = preview.plan();
    boolean needsApproval = settings.approval() instanceof Job.Approval.PerPlan;
    Path folder =
        chosen.orElseGet(
            () -> OutFolder.prepared(common.home().folder().resolve("out").resolve(plan.job())));
    Path file = folder.resolve("plan.json");
    PlanSigning signing = new PlanSigning(workspace.clock());
    if (needsApproval) {
      // Before the plan that lies there, and may be approved, is written over.
      signing.requireKey(common.home());
    }
    String sha256 = PlanJson.write(preview, file);
    Path page = folder.resolve("plan.html");
    PlanHtml.write(preview, page);
    if (needsApproval) {
      var maker = preview.origin();
      signing.sign(file, sha256, common.home(), maker.user() + "@" + maker.host());
    }
    if (json) {
      workspace.json(PlanJson.line(preview));
    } else if (!common.quiet()) {
      new PlanLines(workspace.out()).print(preview);
      workspace.out().println("Plan: " + page);
      if (needsApproval) {
        workspace
            .out()
            .println(
                "It needs a second person: umyt approve "
                    + file
                    + " --key FILE --as NAME, then umyt run "
                    + job
                    + " --plan "
                    + file);
      }
    }
    preview
        .refusal()
        .ifPresent(excess -> workspace.err().println("umyt run would refuse this: " + excess));
    return plan.targets().stream().anyMatch(PlannedTarget::needsPerson)
        ? ExitCode.NEEDS_PERSON
        : ExitCode.DONE;
  }

  static Preview plan(
      Workspace workspace, CommonOptions common, Job job, Optional<LocalDate> asOf) {
    Assignment assignment = Workspace.assignment(common.installation(), job);
    return new PlanOnly(common.home(), assignment, workspace.surroundings()).plan(asOf);
  }
}
