package kz.umyt.cli;

import java.util.Collection;
import java.util.concurrent.Callable;
import kz.umyt.report.PolicyJson;
import kz.umyt.report.PolicySheet;
import kz.umyt.settings.Policy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code umyt policy list}: all policies, with counts. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = {
      "Lists the policies, with counts of their rules.",
      "A rule to confirm destroys nothing before an officer has decided its term in a job."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:listed", "2:a policy or recognizer file is wrong"})
final class PolicyListCommand implements Callable<Integer> {

  private final Workspace workspace;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private CommonOptions common = new CommonOptions();

  @Mixin private SheetLanguage language = new SheetLanguage();

  @Option(names = "--json", description = "Print the list as JSON and nothing else.")
  private boolean json;

  PolicyListCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    PolicySheet sheet = language.sheet(spec.commandLine());
    Collection<Policy> policies = common.installation().policies().values();
    if (json) {
      workspace.out().println(PolicyJson.list(policies));
    } else if (policies.isEmpty()) {
      workspace.err().println("umyt policy list: there is no policy in config/policies");
    } else if (!common.quiet()) {
      TextTable table = new TextTable(sheet.headings().toArray(String[]::new));
      policies.forEach(policy -> table.add(sheet.row(policy).toArray()));
      table.print(workspace.out());
    }
    return ExitCode.DONE;
  }
}
