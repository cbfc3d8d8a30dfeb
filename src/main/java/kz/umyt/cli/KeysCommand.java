package kz.umyt.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import kz.umyt.ledger.KeyException;
import kz.umyt.ledger.SigningKey;
import kz.umyt.ledger.VerifyingKey;
import kz.umyt.report.VisibleControls;
import kz.umyt.settings.SettingsException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code umyt keys}: keys of people, and the keys that runs share. */
@Command(
    name = "keys",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description =
        "Makes the keys that people sign with; makes and destroys the key that runs share.")
final class KeysCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  private KeysCommand() {}

  static CommandLine commandLine(Workspace workspace) {
    CommandLine line = new CommandLine(new KeysCommand());
    line.addSubcommand(new New(workspace));
    line.addSubcommand(new SharedKeyCommands.Init(workspace));
    line.addSubcommand(new SharedKeyCommands.Rotate(workspace));
    line.addSubcommand(new SharedKeyCommands.Destroy(workspace));
    line.addSubcommand(new DecryptCommand(workspace));
    return line;
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "name a command: new, init, rotate, destroy or decrypt");
  }

  /** {@code umyt keys new}: a key pair for one person. */
  @Command(
      name = "new",
      mixinStandardHelpOptions = true,
      description =
          "Makes a private key for somebody who approves plans, in a file that only its owner may"
              + " read, and prints the lines for config/approvers.yaml. Whoever runs jobs must not"
              + " be able to read the file.")
  private static final class New implements Callable<Integer> {

    private final Workspace workspace;

    @Parameters(paramLabel = "FILE", description = "Where the private key goes; must not exist.")
    private @Nullable Path file;

    @Option(
        names = "--as",
        required = true,
        paramLabel = "NAME",
        description = "Whose key it is, as it will stand in config/approvers.yaml.")
    private String name = "";

    New(Workspace workspace) {
      this.workspace = workspace;
    }

    private VerifyingKey create() {
      try {
        return SigningKey.create(Path.of(String.valueOf(file)));
      } catch (KeyException wrong) {
        // Here it is what somebody wrote on the command line.
        throw new SettingsException(String.valueOf(wrong.getMessage()));
      }
    }

    /** A name that no file could hold as it is would approve nothing, ever. */
    private void requireName() {
      boolean isLine = name.chars().noneMatch(Character::isISOControl);
      if (name.isBlank()
          || !isLine
          || name.contains("${")
          || !VisibleControls.inLine(name).equals(name)
          || !name.strip().equals(name)) {
        throw new SettingsException(
            "--as must be a name on one line, without blanks around it and without '${'");
      }
    }

    @Override
    public Integer call() {
      requireName();
      VerifyingKey open = create();
      workspace.out().println("The private key is in " + file + ". Keep it to yourself.");
      workspace.out().println("For config/approvers.yaml:");
      workspace.out().println();
      workspace.out().println("approvers:");
      workspace
          .out()
          .println(
              "  - {name: \""
                  + name.replace("\\", "\\\\").replace("\"", "\\\"")
                  + "\", key: \""
                  + open.text()
                  + "\"}");
      return ExitCode.DONE;
    }
  }
}
