package kz.umyt.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line entry point. */
@Command(
    name = "umyt",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description =
        "Finds personal data, decides from a written policy what is past its term, destroys or"
            + " anonymizes exactly that, proves it, and writes the Act.%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done and verified",
      "1:failed unexpectedly",
      "2:wrong usage or configuration; nothing was touched",
      "3:a source could not be reached or read",
      "4:stopped early; the rest goes on with the next run",
      "5:refused: a limit is exceeded, or an approval is missing or no longer true",
      "6:another run holds the lock",
      "7:verification failed: something due is left, or ledger or Act was altered",
      "8:done, but something needs a person"
    })
public final class Umyt implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  private Umyt() {}

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name a command");
  }

  /** Runs one command and ends with its exit code. */
  public static void main(String[] args) {
    // Consoles of any locale get Kazakh letters as UTF-8, as the files have them.
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    int code = execute(out, err, args);
    out.flush();
    System.exit(code);
  }

  /** What picocli does not catch is told to a person, too. */
  private static int execute(PrintStream out, PrintStream err, String... args) {
    try {
      return commandLine(out, err, Clock.systemUTC()).execute(args);
    } catch (OutOfMemoryError | StackOverflowError failure) {
      return new Failures(err, List.of(args).contains("--debug")).report(failure);
    }
  }

  static CommandLine commandLine(PrintStream out, PrintStream err, Clock clock) {
    Workspace workspace = new Workspace(clock, System::nanoTime, out, err);
    CommandLine line = new CommandLine(new Umyt());
    line.addSubcommand(new DemoCommand(workspace));
    line.addSubcommand(new DetectCommand(workspace::analyzer, System.in, out));
    line.addSubcommand(new ScanCommand(workspace));
    line.addSubcommand(new SuggestCommand(workspace));
    line.addSubcommand(new PlanCommand(workspace));
    line.addSubcommand(new ApproveCommand(workspace));
    line.addSubcommand(new RunCommand(workspace));
    line.addSubcommand(new StopCommand(workspace));
    line.addSubcommand(new ExplainCommand(workspace));
    line.addSubcommand(new VerifyCommand(workspace));
    line.addSubcommand(PolicyCommand.commandLine(workspace));
    line.addSubcommand(KeysCommand.commandLine(workspace));
    line.addSubcommand(new DdlCommand(workspace));
    line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
    line.registerConverter(LocalDate.class, UsageErrors::date);
    line.setParameterExceptionHandler(new UsageErrors(workspace.err()));
    line.setExecutionExceptionHandler(
        (failure, command, ofRoot) ->
            new Failures(workspace.err(), command.getParseResult().hasMatchedOption("--debug"))
                .report(failure));
    return line;
  }
}
