package kz.umyt.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import kz.umyt.job.ScanRun;
import kz.umyt.job.StopSignal;
import kz.umyt.report.InventoryJson;
import kz.umyt.settings.Job;
import kz.umyt.settings.SettingsException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code umyt scan}: which column of which table or file holds which entity. */
@Command(
    name = "scan",
    mixinStandardHelpOptions = true,
    description =
        "Finds personal data in the sources of a job, in every row and column, and writes"
            + " inventory.html, inventory.csv and inventory.json; changes nothing. Samples are"
            + " masked. The job says under 'scan' which sources, and what to leave out (to copy:"
            + " jobs/template-discovery.yaml) and needs no targets; else the sources of its"
            + " targets are read.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everything was read, the policy lists all that was found, and every table and file with"
          + " personal data has a rule",
      "2:wrong usage or configuration",
      "3:a source could not be read at all; the others were. Or one went away in the middle: the"
          + " same command goes on",
      "4:stopped by a signal; the same command goes on",
      "6:another scan of the job is at work, or a run holds the ledger",
      "8:something was found that the policy does not list, that no job has a rule for or that must"
          + " be acted on at once; or a table or file was not read, but for"
          + " those that the job leaves out; with --fail-on-new also"
          + " something new"
    })
final class ScanCommand implements Callable<Integer> {

  private static final DateTimeFormatter BEGUN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

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

  @ArgGroup private Rows rows = new Rows();

  /** How many rows are read. */
  static final class Rows {
    @Option(
        names = "--sample",
        paramLabel = "N",
        description =
            "Read about N rows of each table and file, drawn over all of it, the same ones every"
                + " time (default: as the job says, else every row).")
    private @Nullable Long sample;

    @Option(names = "--full", description = "Read every row, even if the job asks for a sample.")
    private boolean full;
  }

  @Option(
      names = "--incremental",
      description =
          "Do not read again what has provably not changed since the last scan: files by their"
              + " digest, tables of PostgreSQL by the server's counters of changes.")
  private boolean incremental;

  @Option(names = "--json", description = "Print the inventory as JSON and nothing else.")
  private boolean json;

  ScanCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() throws Exception {
    StopSignal stop = new StopSignal();
    return GracefulStop.during(stop, () -> scan(stop));
  }

  private int scan(StopSignal stop) throws IOException {
    Scanned scanned =
        Scanned.of(workspace, common, new Scanned.Wish(job, out, sample(), incremental), stop);
    if (scanned.written().isEmpty()) {
      workspace.err().println(stopped(scanned.ended(), stop));
      return ExitCode.STOPPED;
    }
    ScanReport report = new ScanReport(scanned.written().get(), failOnNew);
    if (json) {
      workspace.json(InventoryJson.line(scanned.written().get().result()));
    } else if (!common.quiet()) {
      begun(scanned.ended(), workspace.out());
      report.print(workspace.out());
      report.printPlace(workspace.out());
    }
    report.printProblems(workspace.err());
    for (Job.Exclusion vain : scanned.exclusionsInVain()) {
      workspace
          .err()
          .println(
              vain.pattern().at().file()
                  + ":"
                  + vain.pattern().at().line()
                  + ": the pattern \""
                  + vain.pattern()
                  + "\" leaves out nothing: source '"
                  + vain.source()
                  + "' has no table or file of that name");
    }
    return report.exitCode();
  }

  private OptionalLong sample() {
    Long wanted = rows.full ? Long.valueOf(0) : rows.sample;
    if (wanted != null && wanted <= 0 && !rows.full) {
      throw new SettingsException("--sample must be at least 1");
    }
    return wanted == null ? OptionalLong.empty() : OptionalLong.of(wanted);
  }

  private static String stopped(ScanRun.Ended ended, StopSignal stop) {
    return "stopped ("
        + stop.reason().orElse("")
        + "): "
        + ended.read()
        + " of "
        + ended.pieces()
        + " tables, parts of tables and files are read; the same command goes on from there";
  }

  private static void begun(ScanRun.Ended ended, PrintStream out) {
    ended
        .begun()
        .ifPresent(
            begun ->
                out.println(
                    "This goes on with the scan that began on "
                        + BEGUN.format(begun)
                        + " and had broken off."));
    if (ended.unchanged() > 0) {
      out.println(
          "Not read again, because nothing has changed: "
              + ended.unchanged()
              + " tables and files.");
    }
  }

  /** Scans, writes the inventory to its usual place and prints it, problems too. */
  static void show(Workspace workspace, CommonOptions common, String job) throws IOException {
    Scanned.Wish wish = new Scanned.Wish(job, null, OptionalLong.empty(), false);
    Scanned scanned = Scanned.of(workspace, common, wish, new StopSignal());
    ScanReport report = new ScanReport(scanned.written().orElseThrow(), false);
    if (!common.quiet()) {
      report.print(workspace.out());
      report.printProblems(workspace.out());
      report.printPlace(workspace.out());
    }
  }
}
