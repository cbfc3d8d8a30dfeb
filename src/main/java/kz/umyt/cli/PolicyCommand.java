package kz.umyt.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code umyt policy}: what the written policies say, and whether they list what was found. */
@Command(
    name = "policy",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = {"Shows the policies, and holds one against an inventory."})
final class PolicyCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  private PolicyCommand() {}

  static CommandLine commandLine(Workspace workspace) {
    CommandLine line = new CommandLine(new PolicyCommand());
    line.addSubcommand(new PolicyListCommand(workspace));
    line.addSubcommand(new PolicyShowCommand(workspace));
    line.addSubcommand(new PolicyCheckCommand(workspace));
    return line;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name a command: list, show or check");
  }
}
