package kz.umyt.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import kz.umyt.discover.Inventory;
import kz.umyt.discover.Inventory.ColumnInventory;
import kz.umyt.discover.Inventory.EntityFinding;
import kz.umyt.discover.Inventory.Gap;
import kz.umyt.discover.Inventory.SourceInventory;
import kz.umyt.discover.Inventory.TableInventory;
import kz.umyt.discover.Inventory.Undeclared;
import kz.umyt.discover.Scanner;
import kz.umyt.report.InventoryJson;
import kz.umyt.settings.Installation;
import kz.umyt.settings.Job;
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
      "inventory.html, inventory.csv and inventory.json; changes nothing. Samples are masked."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everything was read, and the policy lists all that was found",
      "2:wrong usage or configuration",
      "3:a source could not be read at all; the others were",
      "8:something was found that the policy does not list, or a table or file was not read"
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

  @Option(names = "--json", description = "Print the inventory as JSON and nothing else.")
  private boolean json;

  ScanCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() throws IOException {
    Inventory inventory = scan(workspace, common, job);
    Path page = write(workspace, inventory, common, out);
    if (json) {
      workspace.out().println(InventoryJson.line(inventory));
    } else if (!common.quiet()) {
      print(inventory, workspace.out());
      workspace.out().println("Inventory: " + page);
    }
    printProblems(inventory, workspace.err());
    return exitCode(inventory);
  }

  /** Scans, writes the inventory to its usual place and prints it, problems too. */
  static void show(Workspace workspace, CommonOptions common, String job) throws IOException {
    Inventory inventory = scan(workspace, common, job);
    Path page = write(workspace, inventory, common, null);
    if (!common.quiet()) {
      print(inventory, workspace.out());
      printProblems(inventory, workspace.out());
      workspace.out().println("Inventory: " + page);
    }
  }

  private static Inventory scan(Workspace workspace, CommonOptions common, String written) {
    Installation installation = common.installation();
    Job job = workspace.job(common, written);
    return new Scanner(installation.recognizers(), workspace.clock())
        .scan(job, installation.policy(job.policy()), installation.sources());
  }

  private static Path write(
      Workspace workspace, Inventory inventory, CommonOptions common, @Nullable Path out)
      throws IOException {
    Path folder =
        out == null ? common.home().folder().resolve("out").resolve(inventory.job()) : out;
    return InventoryFiles.write(inventory, workspace.analyzer(common.installation()), folder);
  }

  static int exitCode(Inventory inventory) {
    if (inventory.sources().stream().anyMatch(source -> !source.read())) {
      return ExitCode.SOURCE;
    }
    // A type that is not read is a known limit; a whole table that is not is somebody's business.
    boolean whole = inventory.gaps().stream().anyMatch(gap -> gap.column().isEmpty());
    return whole || !inventory.undeclared().isEmpty() ? ExitCode.NEEDS_PERSON : ExitCode.DONE;
  }

  static void print(Inventory inventory, PrintStream out) {
    TextTable table =
        new TextTable("source", "table", "column", "entity", "cells", "share", "sample");
    long rows = 0;
    int tables = 0;
    for (SourceInventory source : inventory.sources()) {
      for (TableInventory one : source.tables()) {
        tables++;
        rows += one.scanned();
        for (ColumnInventory column : one.columns()) {
          add(table, List.of(source.name(), one.name(), column.name()), column);
        }
      }
    }
    table.print(out);
    out.println(
        String.format(Locale.ROOT, "Read: %,d rows of %d tables and files.", rows, tables)
            .replace(',', ' '));
  }

  private static void add(TextTable table, List<String> place, ColumnInventory column) {
    boolean seen =
        column.findings().stream()
            .anyMatch(finding -> column.entity().filter(finding.entity()::equals).isPresent());
    if (column.entity().isPresent() && !seen) {
      row(table, place, column.entity().get(), column.filled(), "by name", "");
    }
    for (EntityFinding finding : column.findings()) {
      String sample = finding.evidence().isEmpty() ? "" : finding.evidence().get(0);
      row(table, place, finding.entity(), finding.cells(), percent(finding.share()), sample);
    }
  }

  private static void row(
      TextTable table, List<String> place, String entity, long cells, String share, String sample) {
    table.add(place.get(0), place.get(1), place.get(2), entity, cells, share, sample);
  }

  /** Neither end is reached by rounding: one cell of a million is no 0 %. */
  private static String percent(double share) {
    if (share < 0.001) {
      return "<0.1%";
    }
    return share < 1 && share > 0.999
        ? ">99.9%"
        : String.format(Locale.ROOT, "%.1f%%", share * 100);
  }

  private static void printProblems(Inventory inventory, PrintStream to) {
    for (Undeclared found : inventory.undeclared()) {
      to.println(
          "not in the policy: "
              + found.entity()
              + " in "
              + found.source()
              + ": "
              + found.table()
              + ", column "
              + found.column());
    }
    for (Gap gap : inventory.gaps()) {
      to.println(
          "not read: "
              + gap.source()
              + gap.table().map(table -> ": " + table).orElse("")
              + gap.column().map(column -> ", column " + column).orElse("")
              + ": "
              + gap.reason());
    }
  }
}
