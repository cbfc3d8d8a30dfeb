package kz.umyt.cli;

import java.io.PrintStream;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kz.umyt.discover.Changes;
import kz.umyt.discover.Inventory;
import kz.umyt.discover.Inventory.ColumnInventory;
import kz.umyt.discover.Inventory.EntityFinding;
import kz.umyt.discover.Inventory.Gap;
import kz.umyt.discover.Inventory.SourceInventory;
import kz.umyt.discover.Inventory.TableInventory;
import kz.umyt.discover.Inventory.Undeclared;
import kz.umyt.discover.ScanResult;

/**
 * How a scan ended, for a terminal and for a script.
 *
 * @param failOnNew whether new personal data is a problem
 */
record ScanReport(Scanned.Written scanned, boolean failOnNew) {

  private static final DateTimeFormatter SINCE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  int exitCode() {
    ScanResult result = scanned.result();
    Inventory inventory = result.inventory();
    if (inventory.sources().stream().anyMatch(source -> !source.read())) {
      return ExitCode.SOURCE;
    }
    // A type that is not read is a known limit, and what the job leaves out is decided; another
    // table that is not read is somebody's business.
    boolean unread = inventory.gaps().stream().anyMatch(gap -> !gap.expected());
    // Whoever asks to be told what is new must be told as well that nobody can say.
    boolean news =
        scanned.last().trouble().isPresent()
            || result.changes().filter(Changes::newPersonalData).isPresent();
    return unread
            || result.policyCheck().needsPerson()
            || !result.alarms().isEmpty()
            || (failOnNew && news)
        ? ExitCode.NEEDS_PERSON
        : ExitCode.DONE;
  }

  /** What is where, what of the policy was not found, and what has changed. */
  void print(PrintStream out) {
    print(scanned.result().inventory(), out);
    PolicyCheckLines.remarks(scanned.result().policyCheck()).forEach(out::println);
    scanned.result().changes().ifPresent(changes -> print(changes, out));
  }

  private static void print(Changes changes, PrintStream out) {
    String since = SINCE.format(changes.since());
    if (changes.none()) {
      out.println("Nothing has changed since the last scan, " + since + ".");
      return;
    }
    out.println("Since the last scan, " + since + ":");
    ChangeLines lines = new ChangeLines(changes);
    lines.news().forEach(line -> out.println("  " + line));
    lines.others().forEach(line -> out.println("  " + line));
  }

  private static void print(Inventory inventory, PrintStream out) {
    TextTable table =
        new TextTable("source", "table", "column", "entity", "cells", "share", "sample");
    long rows = 0;
    int tables = 0;
    int parts = 0;
    for (SourceInventory source : inventory.sources()) {
      for (TableInventory one : source.tables()) {
        tables++;
        parts += one.whole() ? 0 : 1;
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
    if (parts > 0) {
      out.println(
          "Of "
              + parts
              + " of them only a part was read (a sample, or reading broke off): what was not found"
              + " may still be there.");
    }
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

  /** Where the inventory is. */
  void printPlace(PrintStream out) {
    out.println("Inventory: " + scanned.page());
  }

  /** What a person must act on, and what was not read. */
  void printProblems(PrintStream to) {
    Inventory inventory = scanned.result().inventory();
    ScanAlarmLines.of(scanned.result().alarms()).forEach(to::println);
    List<String> undeclared = new ArrayList<>();
    for (Undeclared found : inventory.undeclared()) {
      undeclared.add(
          "not in the policy: "
              + found.entity()
              + " in "
              + found.source()
              + ": "
              + found.table()
              + ", column "
              + found.column());
    }
    FirstLines.of(undeclared).forEach(to::println);
    PolicyCheckLines.problems(scanned.result().policyCheck()).forEach(to::println);
    // What somebody chose to leave out must not hide what nobody chose.
    FirstLines.of(gaps(inventory, false)).forEach(to::println);
    FirstLines.of(gaps(inventory, true)).forEach(to::println);
    scanned.last().trouble().ifPresent(to::println);
    if (failOnNew) {
      scanned
          .result()
          .changes()
          .ifPresent(
              changes ->
                  new ChangeLines(changes)
                      .news()
                      .forEach(line -> to.println("since the last scan: " + line)));
    }
  }

  private static List<String> gaps(Inventory inventory, boolean expected) {
    return inventory.gaps().stream()
        .filter(gap -> gap.expected() == expected)
        .map(ScanReport::line)
        .toList();
  }

  private static String line(Gap gap) {
    return (gap.isRead() ? "read without names: " : "not read: ")
        + gap.source()
        + gap.table().map(table -> ": " + table).orElse("")
        + gap.column().map(column -> ", column " + column).orElse("")
        + ": "
        + gap.reason();
  }
}
