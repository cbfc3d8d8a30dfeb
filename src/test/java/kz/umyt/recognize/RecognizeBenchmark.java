package kz.umyt.recognize;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** How fast one thread recognizes, with all built-in recognizers; {@code scripts/bench} runs it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 6, time = 1)
@Measurement(iterations = 5, time = 1)
public class RecognizeBenchmark {

  private static final int HOSTILE = 1_000_000;

  @Param({
    "cells of identifiers",
    "rows of identifiers",
    "text, Russian",
    "text, Kazakh",
    "text, English",
    "1 MB of plain text",
    "1 MB of a.…@",
    "1 MB of digits",
    "1 MB of dots",
    "1 MB of colons",
    "1 MB of nested quotes"
  })
  public String data;

  private final Analyzer analyzer = BuiltIn.analyzer();
  private List<String> texts = List.of();

  @Setup
  public void prepare() {
    texts = texts(data);
  }

  private static List<String> texts(String data) {
    BenchmarkData made = new BenchmarkData();
    return switch (data) {
      case "cells of identifiers" -> made.cells(20_000);
      case "rows of identifiers" -> made.cells(20_000).stream().map(cell -> made.row()).toList();
      case "text, Russian" -> made.texts(2_000, "ru");
      case "text, Kazakh" -> made.texts(2_000, "kk");
      case "text, English" -> made.texts(2_000, "en");
      case "1 MB of plain text" -> List.of(plain(made));
      case "1 MB of a.…@" -> List.of("a.".repeat(HOSTILE / 2) + "@");
      case "1 MB of digits" -> List.of("1".repeat(HOSTILE));
      case "1 MB of dots" -> List.of(".".repeat(HOSTILE));
      case "1 MB of colons" -> List.of(":".repeat(HOSTILE));
      case "1 MB of nested quotes" -> List.of("\"'".repeat(HOSTILE / 2));
      default -> throw new IllegalArgumentException(data);
    };
  }

  private static String plain(BenchmarkData data) {
    StringBuilder text = new StringBuilder();
    while (text.length() < HOSTILE) {
      text.append(data.text(8, "en")).append('\n');
    }
    return text.substring(0, HOSTILE);
  }

  @Benchmark
  public long recognize() {
    long found = 0;
    for (String text : texts) {
      found += analyzer.analyze(text, null).size();
    }
    return found;
  }

  /** Runs all and prints a table. */
  public static void main(String[] arguments) throws RunnerException {
    OptionsBuilder options = new OptionsBuilder();
    options.include(RecognizeBenchmark.class.getSimpleName()).verbosity(VerboseMode.SILENT);
    System.out.println("| one thread, in memory | MB/s |\n|---|---|");
    for (RunResult result : new Runner(options.build()).run()) {
      String data = result.getParams().getParam("data");
      long bytes = texts(data).stream().mapToLong(text -> text.getBytes(UTF_8).length).sum();
      double megabytes = bytes * 1e3 / result.getPrimaryResult().getScore();
      System.out.printf(Locale.ROOT, "| %s | %.0f |%n", data, megabytes);
    }
  }
}
