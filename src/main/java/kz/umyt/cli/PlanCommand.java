package kz.umyt.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kz.umyt.job.PlanOnly;
import kz.umyt.plan.Plan;
import kz.umyt.plan.PlannedTarget;
import kz.umyt.plan.Preview;
import kz.umyt.report.PlanJson;
import kz.umyt.settings.Installation;
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
    description = "Shows what a run would do, and writes plan.json; changes nothing.")
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
      description = "Where plan.json goes (default: out/JOB in the home folder).")
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
    Path folder =
        chosen.orElseGet(
            () -> OutFolder.prepared(common.home().folder().resolve("out").resolve(plan.job())));
    Path file = folder.resolve("plan.json");
    PlanJson.write(preview, file);
    if (json) {
      workspace.json(PlanJson.line(preview));
    } else if (!common.quiet()) {
      print(plan, workspace);
      workspace.out().println("Plan: " + file);
    }
    preview
        .refusal()
        .ifPresent(
            excess ->
                workspace
                    .err()
                    .println(
                        "umyt run would refuse this: "
                            + excess
                            + ". If the plan is right, raise the limit in the job"));
    return plan.targets().stream().anyMatch(PlannedTarget::needsPerson)
        ? ExitCode.NEEDS_PERSON
        : ExitCode.DONE;
  }

  static Preview plan(
      Workspace workspace, CommonOptions common, Job job, Optional<LocalDate> asOf) {
    Installation installation = common.installation();
    return new PlanOnly(
            common.home(),
            job,
            installation.policy(job.policy()),
            installation.recognizersSha256(),
            workspace.surroundings())
        .plan(installation.sources(), asOf);
  }

  static void print(Plan plan, Workspace workspace) {
    workspace.out().println("As of " + plan.asOf() + ", under policy " + plan.policy().id() + ":");
    boolean floors = plan.targets().stream().anyMatch(target -> target.floor() > 0);
    boolean conflicts = plan.targets().stream().anyMatch(target -> target.conflict() > 0);
    List<String> heads =
        new ArrayList<>(List.of("target", "action", "in scope", "due", "held", "blocked"));
    if (floors) {
      heads.add("by law");
    }
    if (conflicts) {
      heads.add("conflict");
    }
    heads.addAll(List.of("undecidable", "kept"));
    TextTable table = new TextTable(heads.toArray(String[]::new));
    for (PlannedTarget target : plan.targets()) {
      List<Object> cells =
          new ArrayList<>(
              List.of(
                  target.source() + ": " + target.target(),
                  target.action(),
                  target.inScope(),
                  target.due(),
                  target.held(),
                  target.blocked()));
      if (floors) {
        cells.add(target.floor());
      }
      if (conflicts) {
        cells.add(target.conflict());
      }
      cells.addAll(List.of(target.undecidable(), target.kept()));
      table.add(cells.toArray());
    }
    table.print(workspace.out());
    for (PlannedTarget target : plan.targets()) {
      target
          .remarks()
          .forEach(remark -> workspace.out().println("  " + target.target() + ": " + remark));
    }
  }
}
