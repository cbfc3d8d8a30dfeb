package kz.umyt.destroy;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import kz.umyt.engines.Shop;

/** Measures runs over one large CSV file, for {@code scripts/bench csv}. */
final class CsvBenchmark {

  private static final String TEXT =
      "Абонент обратился в отделение с вопросом о качестве связи; ответ дан, \"вопрос закрыт\"";

  private final Path folder;
  private final Path original;
  private final double megabytes;

  private CsvBenchmark(Path folder, Path original) throws IOException {
    this.folder = folder;
    this.original = original;
    this.megabytes = Files.size(original) / 1e6;
  }

  /** Argument: megabytes of the file. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("umyt-bench");
    try {
      Path original = folder.resolve("original.csv");
      write(original, Long.parseLong(arguments[0]) * 1_000_000);
      new CsvBenchmark(folder, original).measure();
    } finally {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  /** Four of ten rows are due. */
  private static void write(Path file, long size) throws IOException {
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      writer.write("id;iin;phone;ended;note\r\n");
      long written = 0;
      for (long id = 0; written < size; id++) {
        String row =
            String.format(
                Locale.ROOT,
                "%d;%012d;+7701%07d;01.02.%d;\"%s\"\r\n",
                id,
                850_101_300_000L + id % 1_000_000,
                id % 10_000_000,
                id % 10 < 4 ? 2019 : 2025,
                TEXT.replace("\"", "\"\""));
        writer.write(row);
        // Cyrillic letters take two bytes.
        written += row.length() + 66;
      }
    }
  }

  private void measure() throws Exception {
    double sed = command("sed", "s/+7701/+7702/", original.toString());
    double reading =
        command(
            "java",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            "kz.umyt.recognize.CsvReading",
            original.toString());
    System.out.printf(Locale.ROOT, "| CSV, %.0f MB | time | MB/s | of sed |%n", megabytes);
    System.out.println("|---|---|---|---|");
    row("`sed` replaces one pattern", sed, sed);
    row("Commons CSV reads and does nothing", reading, sed);
    night("destroy", "    action: destroy\n", sed);
    night(
        "anonymize two columns",
        "    action: anonymize\n    columns: {iin: hash, phone: redact}\n",
        sed);
  }

  private void night(String what, String action, double sed) throws Exception {
    Path files = Files.createDirectories(folder.resolve("files"));
    Files.copy(original, files.resolve("persons.csv"));
    Path company = new BenchmarkTool(folder).company();
    Shop shop = Shop.in(company).folder("files", files);
    shop.job(
        "targets:\n  - source: files\n    file: persons.csv\n    retention: "
            + Shop.rule("contract-end", "P2Y")
            + "\n    clock: {column: ended, format: dd.MM.yyyy}\n"
            + action);
    row("`umyt run`: " + what, run(company), sed);
    String ledger = Files.readString(shop.home().resolve("ledger.jsonl"));
    row("of it writing and verifying the new file", BenchmarkTool.step(ledger), sed);
    row("`umyt run` the next night, nothing due", run(company), sed);
    Files.delete(files.resolve("persons.csv"));
  }

  private double run(Path company) throws IOException, InterruptedException {
    return BenchmarkTool.seconds(
        new ProcessBuilder(
            Path.of("scripts/umyt").toAbsolutePath().toString(),
            "run",
            company.resolve("jobs/job.yaml").toString(),
            "--as-of",
            "2026-05-01",
            "--config",
            company.resolve("config").toString(),
            "--home",
            company.resolve("home").toString(),
            "-q"));
  }

  /** What a command prints goes to a file beside the original, as a new form of it would. */
  private double command(String... words) throws IOException, InterruptedException {
    Path printed = folder.resolve("printed");
    List<String> all = new ArrayList<>(List.of(words));
    long start = System.nanoTime();
    int code = new ProcessBuilder(all).redirectOutput(printed.toFile()).start().waitFor();
    double seconds = (System.nanoTime() - start) / 1e9;
    Files.delete(printed);
    if (code != 0) {
      throw new IllegalStateException(words[0] + " failed");
    }
    return seconds;
  }

  private void row(String what, double seconds, double sed) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %.2f s | %.0f | %.2f |%n",
        what,
        seconds,
        megabytes / seconds,
        sed / seconds);
  }
}
