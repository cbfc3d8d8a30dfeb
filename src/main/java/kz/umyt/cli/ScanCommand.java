package kz.umyt.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import kz.umyt.report.InventoryJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code umyt scan}: which column of which table or file holds which entity. */
@Command(
    name = "scan",
    mixinStandardHelpOptions = true,
    description = {
      "Finds personal data in the sources of a job, in every row and column, and writes",
      "inventory.html, inventory.csv and inventory.json; changes nothing. Samples are masked.",
      "The job says under 'scan' which sources, and what to leave out (to copy:",
      "jobs/template-discovery.yaml) and needs no targets; else the sources of its",
      "targets are read."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everything was read, the policy lists all that was found, and every table and file with"
          + " personal data has a rule",
      "2:wrong usage or configuration",
      "3:a source could not be read at all; the others were",
      "8:something was found that the policy does not list, that no job has a rule for or that must"
          + " be acted on at once; or a table or file was not read, but for"
          + " those that the job leaves out; with --fail-on-new also"
          + " something new"
    })
final class ScanCommand implements Callable<Integer> {

  private final Workspace workspace;

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(paramLabel = "JOB", description = "A job file, or the name of one in jobs.")
  private String job = "";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the inventory goes (default: out/JOB in the home folder).")
  private @Nullable Path out;

  @Option(
      names = "--fail-on-new",
      description =
          "End with 8 if there is personal data that the last scan of the job, with the same --out,"
              + " did not find. A first scan has nothing new.")
  private boolean failOnNew;

  @Option(names = "--json", description = "Print the inventory as JSON and nothing else.")
  private boolean json;

  ScanCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() throws IOException {
    Scanned scanned = Scanned.of(workspace, common, job, out);
    ScanReport report = new ScanReport(scanned, failOnNew);
    if (json) {
      workspace.out().println(InventoryJson.line(scanned.result()));
    } else if (!common.quiet()) {
      report.print(workspace.out());
      report.printPlace(workspace.out());
    }
    report.printProblems(workspace.err());
    return report.exitCode();
  }

  /** Scans, writes the inventory to its usual place and prints it, problems too. */
  static void show(Workspace workspace, CommonOptions common, String job) throws IOException {
    ScanReport report = new ScanReport(Scanned.of(workspace, common, job, null), false);
    if (!common.quiet()) {
      report.print(workspace.out());
      report.printProblems(workspace.out());
      report.printPlace(workspace.out());
    }
  }
}
