package kz.umyt.destroy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import kz.umyt.engines.TestDatabase;

/**
 * Measures whether a night costs more for what was done on the nights before it: after each of them
 * one more run finds nothing due. Prints a Markdown table. Arguments: rows, engine.
 */
final class NightsBenchmark {

  private static final int NIGHTS = 30;

  /** Days between two nights, so that about half a percent of the rows becomes due. */
  private static final int DAYS = 6;

  private NightsBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    long rows = Long.parseLong(arguments[0]);
    String name = arguments[1];
    Path folder = Files.createTempDirectory("umyt-bench");
    try (BenchmarkEngine engine = BenchmarkEngine.start(name, folder)) {
      BenchmarkTable table = new BenchmarkTable(engine, LocalDate.now(), rows);
      table.load();
      System.out.printf(
          Locale.ROOT,
          "| %s, %,d rows | night | due | run | the same night again |%n|---|---|---|---|---|%n",
          name,
          rows);
      BenchmarkTool tool = new BenchmarkTool(folder);
      for (String columns : List.of("", BenchmarkTable.columns())) {
        TestDatabase copy = engine.copy();
        nights(tool, table, copy, columns);
        engine.drop(copy);
      }
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Collections.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
  }

  private static void nights(
      BenchmarkTool tool, BenchmarkTable table, TestDatabase copy, String columns)
      throws Exception {
    Path company = tool.company();
    String job = BenchmarkTool.job("", columns);
    LocalDate first = table.today().minusYears(1).minusDays(500L - DAYS);
    long before = 0;
    for (int night = 1; night <= NIGHTS; night++) {
      LocalDate asOf = first.plusDays((long) DAYS * night);
      long due = table.due(asOf);
      double run = tool.run(company, copy, asOf, job).seconds();
      double again = tool.run(company, copy, asOf, job).seconds();
      if (night == 1 || night % 5 == 0) {
        System.out.printf(
            Locale.ROOT,
            "| %s | %d | %,d | %.2f s | %.2f s |%n",
            columns.isEmpty() ? "destroy" : "anonymize",
            night,
            due - before,
            run,
            again);
      }
      before = due;
    }
  }
}
