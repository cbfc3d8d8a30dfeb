package kz.umyt.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import kz.umyt.ledger.ActVerification;
import kz.umyt.ledger.ActVerifier;
import kz.umyt.ledger.LedgerVerifier;
import kz.umyt.ledger.Verification;
import kz.umyt.settings.SettingsException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code umyt verify}: checks the ledger's chain, or an Act against it, offline. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description =
        "Checks that nobody altered the ledger, or an Act (act.json) and the ledger behind it."
            + " Exit code 0 if everything is as it was written, 7 if not.")
final class VerifyCommand implements Callable<Integer> {

  private final Workspace workspace;

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "A ledger (.jsonl) or an Act (.json); default: the ledger in the home folder.")
  private @Nullable Path file;

  @Option(
      names = "--ledger",
      paramLabel = "FILE",
      description = "The ledger to check an Act against (default: the one in the home folder).")
  private @Nullable Path ledger;

  VerifyCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() throws IOException {
    Path against = ledger == null ? common.home().ledger() : ledger;
    Path checked = readable(file == null ? against : file);
    return checked.toString().endsWith(".json")
        ? report(ActVerifier.verify(checked, readable(against)), checked)
        : report(LedgerVerifier.verify(checked), checked);
  }

  private static Path readable(Path path) {
    if (!Files.isRegularFile(path)) {
      throw new SettingsException("there is no file " + path);
    }
    return path;
  }

  private int report(Verification result, Path checked) {
    if (result instanceof Verification.Altered altered) {
      workspace.err().println("umyt: " + checked + ":" + altered.line() + ": " + altered.reason());
      return ExitCode.NOT_VERIFIED;
    }
    Verification.Intact intact = (Verification.Intact) result;
    say("Intact: " + checked + ", " + intact.entries() + " entries, head " + intact.head());
    return ExitCode.DONE;
  }

  private int report(ActVerification result, Path checked) {
    if (result instanceof ActVerification.Altered altered) {
      workspace.err().println("umyt: " + checked + ": " + altered.reason());
      return ExitCode.NOT_VERIFIED;
    }
    if (result instanceof ActVerification.LedgerAltered altered) {
      return report(altered.ledger(), ledger == null ? common.home().ledger() : ledger);
    }
    ActVerification.Intact intact = (ActVerification.Intact) result;
    say("Intact: Act " + intact.act() + ", recorded in ledger entry " + intact.seq());
    return ExitCode.DONE;
  }

  private void say(String line) {
    if (!common.quiet()) {
      workspace.out().println(line);
    }
  }
}
