package kz.umyt.destroy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Measures {@code umyt run} against one statement by hand that does the same, and prints a Markdown
 * table. Arguments: rows, engine.
 */
final class DestroyBenchmark {

  private static final String NO_PAUSE = "throttle: {pause: 0ms}\n";

  private final BenchmarkEngine engine;
  private final BenchmarkTable table;
  private final BenchmarkTool tool;

  private DestroyBenchmark(BenchmarkEngine engine, BenchmarkTable table, BenchmarkTool tool) {
    this.engine = engine;
    this.table = table;
    this.tool = tool;
  }

  public static void main(String[] arguments) throws Exception {
    long rows = Long.parseLong(arguments[0]);
    String name = arguments[1];
    Path folder = Files.createTempDirectory("umyt-bench");
    try (BenchmarkEngine engine = BenchmarkEngine.start(name, folder)) {
      BenchmarkTable table = new BenchmarkTable(engine, LocalDate.now(), rows);
      System.err.printf(Locale.ROOT, "loading %,d rows into %s …%n", rows, name);
      table.load();
      System.err.println("measuring …");
      System.out.printf(
          Locale.ROOT, "| %s, %,d rows | time | rows/s | ratio | asked |%n", name, rows);
      System.out.println("|---|---|---|---|---|");
      new DestroyBenchmark(engine, table, new BenchmarkTool(folder)).measure();
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Collections.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
  }

  private void measure() throws Exception {
    LocalDate today = table.today();
    long largest = destroy(today);
    Optional<BenchmarkArchiver> archiver = engine.archiver();
    if (archiver.isPresent()) {
      archive(archiver.get(), today, largest);
    }
    if (engine.askedOfAnonymizing().isPresent()) {
      anonymize(today, engine.askedOfAnonymizing().get());
    }
    fewDue(today.minusYears(3));
    nothingDue(today.minusYears(15));
  }

  /** Rows of the largest chunk. */
  private long destroy(LocalDate asOf) throws Exception {
    long due = table.due(asOf);
    List<BenchmarkTime> best =
        new BenchmarkRounds(engine, copy -> table.requireDestroyed(copy, asOf, due))
            .best(
                copy -> table.delete(copy, asOf),
                copy -> tool.run(copy, asOf, BenchmarkTool.job("", "")),
                copy -> tool.run(copy, asOf, BenchmarkTool.job(NO_PAUSE, "")));
    compared("DELETE", due, best, engine.askedOfDestroying());
    return best.get(1).largest();
  }

  private void archive(BenchmarkArchiver archiver, LocalDate asOf, long limit) throws Exception {
    long due = table.due(asOf);
    List<BenchmarkTime> best =
        new BenchmarkRounds(engine, copy -> table.requireDestroyed(copy, asOf, due))
            .best(
                copy -> tool.run(copy, asOf, BenchmarkTool.job("", "")),
                copy -> archiver.delete(copy, asOf, limit));
    double seconds = best.get(1).seconds();
    row(BenchmarkArchiver.name(limit), due, seconds, "", "");
    asked("`umyt run` against it", due, best.get(0).seconds(), seconds, 2);
  }

  private void anonymize(LocalDate asOf, double asked) throws Exception {
    long due = table.due(asOf);
    List<BenchmarkTime> best =
        new BenchmarkRounds(engine, copy -> table.requireAnonymized(copy, asOf, due))
            .best(
                copy -> table.anonymize(copy, asOf),
                copy -> tool.run(copy, asOf, BenchmarkTool.job("", BenchmarkTable.columns())),
                copy ->
                    tool.run(copy, asOf, BenchmarkTool.job(NO_PAUSE, BenchmarkTable.columns())));
    compared("UPDATE", due, best, asked);
  }

  /** The tool with its pause and without, against a statement. */
  private static void compared(String statement, long due, List<BenchmarkTime> best, double asked) {
    double hand = best.get(0).seconds();
    row("one `" + statement + "` by hand", due, hand, "", "");
    asked("`umyt run`", due, best.get(1).seconds(), hand, asked);
    step(due, best.get(1), hand);
    row("`umyt run`, `pause: 0ms`", due, best.get(2).seconds(), ratio(best.get(2), hand), "");
    step(due, best.get(2), hand);
  }

  private static String ratio(BenchmarkTime time, double hand) {
    return String.format(Locale.ROOT, "%.2f", hand / time.seconds());
  }

  private static void step(long due, BenchmarkTime time, double hand) {
    row(
        String.format(
            Locale.ROOT,
            "… of it the step, %,d chunks up to %,d rows",
            time.chunks(),
            time.largest()),
        due,
        time.step(),
        String.format(Locale.ROOT, "%.2f", hand / time.step()),
        "");
  }

  private static void asked(String what, long due, double seconds, double measure, double asked) {
    row(
        what,
        due,
        seconds,
        String.format(Locale.ROOT, "%.2f", measure / seconds),
        asked + ": " + (measure / seconds >= asked ? "reached" : "not reached"));
  }

  private void fewDue(LocalDate asOf) throws Exception {
    long due = table.due(asOf);
    List<BenchmarkTime> best =
        new BenchmarkRounds(engine, copy -> table.requireDestroyed(copy, asOf, due))
            .best(
                copy -> table.delete(copy, asOf),
                copy -> tool.run(copy, asOf, BenchmarkTool.job("", "")));
    row("few are due: one `DELETE` by hand", due, best.get(0).seconds(), "", "");
    row("few are due: `umyt run`", due, best.get(1).seconds(), "", "");
  }

  private void nothingDue(LocalDate asOf) throws Exception {
    List<BenchmarkTime> best =
        new BenchmarkRounds(engine, copy -> table.requireDestroyed(copy, asOf, 0))
            .best(copy -> tool.run(copy, asOf, BenchmarkTool.job("", "")));
    double seconds = best.get(0).seconds();
    row(
        "nothing is due: `umyt run`",
        0,
        seconds,
        "",
        "under 3 s: " + (seconds < 3 ? "reached" : "not reached"));
  }

  private static void row(String what, long due, double seconds, String ratio, String asked) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %.2f s | %s | %s | %s |%n",
        what,
        seconds,
        due == 0 ? "" : String.format(Locale.ROOT, "%,.0f", due / seconds),
        ratio,
        asked);
  }
}
