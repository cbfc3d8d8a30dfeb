package kz.umyt.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kz.umyt.job.Assignment;
import kz.umyt.job.ExplainRecord;
import kz.umyt.plan.RecordExplanation;
import kz.umyt.report.ExplanationJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code umyt explain}: why one record is kept or goes. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description =
        "Says which rules meet on one record, what their clocks show, and which one decides;"
            + " changes nothing and shows none of the record's other values.")
final class ExplainCommand implements Callable<Integer> {

  private final Workspace workspace;

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(paramLabel = "JOB", description = "A job file, or the name of one in jobs.")
  private String job = "";

  @Option(
      names = "--table",
      required = true,
      paramLabel = "T",
      description = "A table of the job, or a file.")
  private String table = "";

  @Option(
      names = "--key",
      required = true,
      paramLabel = "K",
      description =
          "The row's primary key, values with commas between them (a comma in a value is \\,); of a"
              + " file, the record's number.")
  private String key = "";

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "Decide for this day, which may lie ahead (default: today).")
  private @Nullable LocalDate asOf;

  @Option(names = "--json", description = "Print one JSON object and nothing else.")
  private boolean json;

  ExplainCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    Assignment assignment =
        Workspace.assignment(common.installation(), workspace.jobWithTargets(common, job));
    List<RecordExplanation> explanations =
        new ExplainRecord(common.home(), assignment, workspace.surroundings())
            .explain(table, key, Optional.ofNullable(asOf));
    if (json) {
      workspace.json(ExplanationJson.line(assignment.job().id().value(), explanations));
    } else {
      explanations.forEach(one -> new ExplanationLines(workspace.out()).print(one));
    }
    return ExitCode.DONE;
  }
}
