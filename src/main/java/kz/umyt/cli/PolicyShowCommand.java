package kz.umyt.cli;

import java.util.concurrent.Callable;
import kz.umyt.report.PolicyJson;
import kz.umyt.report.PolicySheet;
import kz.umyt.settings.Policy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code umyt policy show}: one policy for people. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = {
      "Shows one policy as people read it.",
      "The data it lists, its retention rules with clause and wording, what must be written into a",
      "job to confirm a rule, and what is promised to a person who asks."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:shown", "2:no such policy, or a policy or recognizer file is wrong"})
final class PolicyShowCommand implements Callable<Integer> {

  private final Workspace workspace;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private CommonOptions common = new CommonOptions();

  @Mixin private SheetLanguage language = new SheetLanguage();

  @Parameters(paramLabel = "ID", description = "The policy, as umyt policy list names it.")
  private String id = "";

  @Option(names = "--json", description = "Print the policy as JSON and nothing else.")
  private boolean json;

  PolicyShowCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    PolicySheet sheet = language.sheet(spec.commandLine());
    Policy policy = Chosen.policy(common.installation(), id, spec.commandLine());
    if (json) {
      workspace.out().println(PolicyJson.line(policy));
    } else if (!common.quiet()) {
      sheet.lines(policy).forEach(workspace.out()::println);
    }
    return ExitCode.DONE;
  }
}
