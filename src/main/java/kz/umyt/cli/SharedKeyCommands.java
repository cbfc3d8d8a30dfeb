package kz.umyt.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import kz.umyt.job.KeyKeeper;
import kz.umyt.settings.SettingsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code umyt keys init}, {@code rotate} and {@code destroy}: the keys that runs share. */
final class SharedKeyCommands {

  private SharedKeyCommands() {}

  /** {@code umyt keys init}. */
  @Command(
      name = "init",
      mixinStandardHelpOptions = true,
      description =
          "Makes the shared key, for jobs with 'key: shared': equal values then have equal tokens in"
              + " every run. What is replaced under it stays personal data until umyt keys destroy.")
  static final class Init implements Callable<Integer> {
    private final Workspace workspace;

    @Mixin private CommonOptions common = new CommonOptions();

    Init(Workspace workspace) {
      this.workspace = workspace;
    }

    @Override
    public Integer call() {
      KeyKeeper.Current key = new KeyKeeper(common.home(), workspace.surroundings()).init();
      if (!common.quiet()) {
        workspace
            .out()
            .println(
                key.isNew()
                    ? "Shared key " + key.number() + " is made."
                    : "There is a shared key already: " + key.number() + ".");
      }
      return ExitCode.DONE;
    }
  }

  /** {@code umyt keys rotate}. */
  @Command(
      name = "rotate",
      mixinStandardHelpOptions = true,
      description = {
        "Begins a new shared key: the next runs make other tokens of the same values.",
        "The keys before it are kept. They still read what was encrypted under them, and an"
            + " unfinished run goes on with its own."
      })
  static final class Rotate implements Callable<Integer> {
    private final Workspace workspace;

    @Mixin private CommonOptions common = new CommonOptions();

    Rotate(Workspace workspace) {
      this.workspace = workspace;
    }

    @Override
    public Integer call() {
      KeyKeeper.Current key = new KeyKeeper(common.home(), workspace.surroundings()).rotate();
      if (!common.quiet()) {
        workspace.out().println("Runs use shared key " + key.number() + " from now on.");
      }
      return ExitCode.DONE;
    }
  }

  /** {@code umyt keys destroy}. */
  @Command(
      name = "destroy",
      mixinStandardHelpOptions = true,
      description = {
        "Destroys all shared keys, for good: nobody can trace back any more what was replaced under"
            + " them, or read what was encrypted.",
        "Copies of the folder 'keys', such as in a backup, are out of its reach."
      })
  static final class Destroy implements Callable<Integer> {
    private final Workspace workspace;

    @Mixin private CommonOptions common = new CommonOptions();

    @Option(names = "--yes", description = "Needed: this cannot be undone.")
    private boolean yes;

    Destroy(Workspace workspace) {
      this.workspace = workspace;
    }

    @Override
    public Integer call() {
      if (!yes) {
        throw new SettingsException(
            "this destroys all shared keys for good: nobody can then trace tokens back, or read what"
                + " was encrypted; if that is meant, say so: umyt keys destroy --yes");
      }
      List<Integer> gone = new KeyKeeper(common.home(), workspace.surroundings()).destroy();
      if (!common.quiet()) {
        workspace
            .out()
            .println(
                gone.isEmpty()
                    ? "There is no shared key: nothing to destroy."
                    : "Destroyed: shared key "
                        + gone.stream().map(String::valueOf).collect(Collectors.joining(", "))
                        + ". What was replaced under it cannot be traced back any more.");
      }
      return ExitCode.DONE;
    }
  }
}
