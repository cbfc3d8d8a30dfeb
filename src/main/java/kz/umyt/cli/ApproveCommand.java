package kz.umyt.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import kz.umyt.job.PlanSigning;
import kz.umyt.ledger.KeyException;
import kz.umyt.plan.ApprovedPlan;
import kz.umyt.settings.SettingsException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code umyt approve}: a second person's leave for one plan. */
@Command(
    name = "approve",
    mixinStandardHelpOptions = true,
    description =
        "Signs a plan, so that umyt run --plan may carry it out. Look at plan.html first. The key"
            + " must be listed in config/approvers.yaml, and not be the one that made the plan.")
final class ApproveCommand implements Callable<Integer> {

  private final Workspace workspace;

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(paramLabel = "PLAN", description = "The plan.json that umyt plan wrote.")
  private @Nullable Path plan;

  @Option(
      names = "--key",
      required = true,
      paramLabel = "FILE",
      description = "Your private key (Ed25519, PEM), as umyt keys new makes it.")
  private @Nullable Path key;

  @Option(
      names = "--as",
      required = true,
      paramLabel = "NAME",
      description = "Your name, as config/approvers.yaml has it.")
  private String name = "";

  ApproveCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    Path file = Path.of(String.valueOf(plan));
    PlanSigning.Approved approved;
    try {
      approved =
          new PlanSigning(workspace.clock())
              .approve(file, Path.of(String.valueOf(key)), name, common.installation().approvers());
    } catch (KeyException wrong) {
      // Here it is what somebody wrote on the command line.
      throw new SettingsException(String.valueOf(wrong.getMessage()));
    }
    if (!common.quiet()) {
      approved
          .replaced()
          .ifPresent(
              other ->
                  workspace
                      .out()
                      .println("This takes the place of the approval by " + other + "."));
      print(approved.plan(), file);
    }
    return ExitCode.DONE;
  }

  private void print(ApprovedPlan approved, Path file) {
    workspace
        .out()
        .println(
            "Approved by " + name + ": job " + approved.job() + " as of " + approved.asOf() + ":");
    TextTable table = new TextTable("target", "action", "may go");
    for (ApprovedPlan.ApprovedTarget target : approved.targets()) {
      table.add(target.name(), target.action(), target.free());
    }
    table.print(workspace.out());
    workspace.out().println("Carry it out with: umyt run " + approved.job() + " --plan " + file);
  }
}
