package kz.umyt.cli;

import java.time.Duration;
import java.util.concurrent.Callable;
import kz.umyt.job.StopRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code umyt stop}: ends the run that is at work between two chunks. */
@Command(
    name = "stop",
    mixinStandardHelpOptions = true,
    description = {
      "Asks the run that is at work in the home folder to stop, and waits until it has.",
      "The run ends within a chunk, with exit code 4, and the next run goes on with it."
    })
final class StopCommand implements Callable<Integer> {

  private final Workspace workspace;

  @Mixin private CommonOptions common = new CommonOptions();

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "How long to wait for it (default: ${DEFAULT-VALUE}).")
  private int seconds;

  StopCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    StopRequest.Answer answer =
        new StopRequest(common.home())
            .ask(Duration.ofSeconds(seconds), workspace.surroundings().nanos());
    if (answer == StopRequest.Answer.STILL_AT_WORK) {
      workspace
          .err()
          .println(
              "umyt: the run is still at work; it was asked to stop and will at the end of its"
                  + " chunk");
      return ExitCode.LOCKED;
    }
    if (!common.quiet()) {
      workspace
          .out()
          .println(
              answer == StopRequest.Answer.NOBODY
                  ? "No run is at work in " + common.home().folder() + "."
                  : "Stopped.");
    }
    return ExitCode.DONE;
  }
}
