package kz.umyt.destroy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import kz.umyt.engines.Shop;
import kz.umyt.engines.TestDatabase;

/** {@code umyt run} as a process of its own, by its launcher. */
record BenchmarkTool(Path folder) {

  /**
   * Runs a job.
   *
   * @param job everything below its policy
   */
  BenchmarkTime run(TestDatabase copy, LocalDate asOf, String job)
      throws IOException, InterruptedException {
    return run(company(), copy, asOf, job);
  }

  /** A company for one run or many. */
  Path company() throws IOException {
    Path company = Files.createTempDirectory(folder, "company");
    copyRecognizers(company);
    return company;
  }

  /** The same in a company that has run before. */
  BenchmarkTime run(Path company, TestDatabase copy, LocalDate asOf, String job)
      throws IOException, InterruptedException {
    Shop shop = Shop.in(company).database("bench", copy);
    shop.job(job);
    double seconds =
        seconds(
            new ProcessBuilder(
                Path.of("scripts/umyt").toAbsolutePath().toString(),
                "run",
                company.resolve("jobs/job.yaml").toString(),
                "--as-of",
                asOf.toString(),
                "--config",
                company.resolve("config").toString(),
                "--home",
                shop.home().toString(),
                "-q"));
    double step = step(Files.readString(shop.home().resolve("ledger.jsonl")));
    return step == 0
        ? BenchmarkTime.of(seconds)
        : new BenchmarkTime(
            seconds,
            step,
            copy.number("SELECT COUNT(*) FROM umyt_journal"),
            copy.number("SELECT MAX(changed) FROM umyt_journal"));
  }

  private static void copyRecognizers(Path company) throws IOException {
    Path to = Files.createDirectories(company.resolve("config/recognizers"));
    try (Stream<Path> files = Files.list(Path.of("config/recognizers"))) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  /** The ledger says how many seconds a target took; 0 where it knows of none. */
  static double step(String ledger) {
    String before = "\"millis\":";
    int start = ledger.indexOf(before) + before.length();
    if (start < before.length()) {
      return 0;
    }
    int end = start;
    while (Character.isDigit(ledger.charAt(end))) {
      end++;
    }
    return Long.parseLong(ledger, start, end, 10) / 1e3;
  }

  /** Seconds that a process takes, which must end well and has nothing to say. */
  static double seconds(ProcessBuilder command) throws IOException, InterruptedException {
    Path said = Files.createTempFile("umyt-bench", ".txt");
    try {
      long start = System.nanoTime();
      int code = command.redirectErrorStream(true).redirectOutput(said.toFile()).start().waitFor();
      double seconds = (System.nanoTime() - start) / 1e9;
      if (code != 0) {
        throw new IllegalStateException("exit code " + code + ": " + Files.readString(said));
      }
      return seconds;
    } finally {
      Files.delete(said);
    }
  }

  /** A job that destroys, or anonymizes where columns are given. */
  static String job(String throttle, String columns) {
    return throttle
        + String.join(
            "\n",
            List.of(
                "targets:",
                "  - source: bench",
                "    table: persons",
                "    retention: " + Shop.rule("contract-end", "P2Y"),
                "    clock: contract_end",
                "    action: " + (columns.isEmpty() ? "destroy" : "anonymize"),
                columns));
  }
}
