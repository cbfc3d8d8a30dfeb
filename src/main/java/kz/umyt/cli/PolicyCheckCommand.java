package kz.umyt.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import kz.umyt.discover.Inventory;
import kz.umyt.discover.Inventory.Undeclared;
import kz.umyt.discover.PolicyCheck;
import kz.umyt.discover.PolicyCheck.NotFound;
import kz.umyt.discover.PolicyComparison;
import kz.umyt.report.PolicyCheckJson;
import kz.umyt.settings.Installation;
import kz.umyt.settings.Policy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code umyt policy check}: a policy's lists against what a scan found. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Holds a policy against an inventory.",
      "Says what was found and no clause lists, with the list where it belongs, and what is listed",
      "and was not found. Opens no source."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the policy lists all that was found",
      "2:wrong usage or configuration",
      "8:data was found that the policy does not list"
    })
final class PolicyCheckCommand implements Callable<Integer> {

  private final Workspace workspace;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(
      index = "0",
      paramLabel = "ID",
      description = "The policy, as umyt policy list names it.")
  private String id = "";

  @Parameters(
      index = "1",
      paramLabel = "INVENTORY",
      description = "The inventory.json that umyt scan wrote.")
  private Path file = Path.of("");

  @Option(names = "--json", description = "Print the result as JSON and nothing else.")
  private boolean json;

  PolicyCheckCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    Installation installation = common.installation();
    Policy policy = Chosen.policy(installation, id, spec.commandLine());
    Inventory inventory = Chosen.inventory(file).against(policy);
    PolicyCheck check = new PolicyComparison(policy, installation.recognizers()).check(inventory);
    if (json) {
      workspace.out().println(PolicyCheckJson.line(check));
    } else {
      print(check, inventory);
    }
    return check.needsPerson() ? ExitCode.NEEDS_PERSON : ExitCode.DONE;
  }

  private void print(PolicyCheck check, Inventory inventory) {
    PolicyCheckLines.problems(check).forEach(workspace.err()::println);
    if (common.quiet()) {
      return;
    }
    if (check.undeclared().isEmpty()) {
      workspace.out().println("Policy '" + id + "' lists all that was found.");
    } else {
      TextTable table = new TextTable("not listed", "source", "table", "column");
      for (Undeclared found : inventory.undeclared()) {
        table.add(found.entity(), found.source(), found.table(), found.column());
      }
      table.print(workspace.out());
    }
    if (!check.notFound().isEmpty()) {
      workspace.out().println();
      TextTable table = new TextTable("listed, not found", "looked for", "clauses");
      for (NotFound listed : check.notFound()) {
        table.add(
            listed.entity(),
            listed.sought() ? "yes" : "by no recognizer",
            String.join("; ", listed.clauses()));
      }
      table.print(workspace.out());
    }
    int unread = inventory.gaps().size();
    if (unread > 0) {
      workspace
          .out()
          .println(
              "not read by that scan, so nothing is known of it: "
                  + unread
                  + (unread == 1 ? " place" : " places")
                  + "; see gaps in "
                  + file);
    }
  }
}
