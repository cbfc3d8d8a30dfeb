package kz.umyt.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import kz.umyt.anonymize.Decryption;
import kz.umyt.job.KeyKeeper;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code umyt keys decrypt}: reads encrypted values while the shared key lives. */
@Command(
    name = "decrypt",
    mixinStandardHelpOptions = true,
    description = {
      "Reads cells that the operator 'encrypt' wrote under the shared key from standard input, one a"
          + " line, and prints their values, one a line, with control characters shown. A line that"
          + " cannot be read gives an empty one, a message with its number, and exit code 8.",
      "The ledger says who did so, and of how many values."
    })
final class DecryptCommand implements Callable<Integer> {

  private final Workspace workspace;

  @Mixin private CommonOptions common = new CommonOptions();

  DecryptCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    KeyKeeper keeper = new KeyKeeper(common.home(), workspace.surroundings());
    Decryption decryption = keeper.decryption();
    long read = 0;
    long unread = 0;
    try {
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Optional<String> value = decryption.of(line.strip());
        workspace.out().println(value.orElse(""));
        if (value.isPresent()) {
          read++;
        } else {
          unread++;
          workspace.err().println("umyt: line " + (read + unread) + ": " + why(line.strip()));
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("standard input cannot be read", failure);
    } finally {
      keeper.read(read);
    }
    return unread == 0 ? ExitCode.DONE : ExitCode.NEEDS_PERSON;
  }

  private static String why(String text) {
    return Decryption.isEncrypted(text)
        ? "no shared key that is there reads it: it was altered, or made under a key that is gone"
        : "is not what 'encrypt' writes";
  }
}
