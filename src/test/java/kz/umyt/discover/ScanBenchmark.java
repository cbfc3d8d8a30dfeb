package kz.umyt.discover;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/**
 * Measures a scan of a PostgreSQL table of ten columns, eight of them personal, against {@code COPY
 * … TO STDOUT} of the same table, and prints a Markdown table. Arguments: rows, threads.
 */
final class ScanBenchmark {

  private static final int DIFFERENT = 200_000;
  private static final int ROUNDS = 3;
  private final List<String> surnames = words("russian-surnames", "kazakh-surnames");
  private final List<String> names = words("russian-given-female", "kazakh-given-female");
  private final List<String> streets = words("streets");
  private final List<String> cities = words("cities");
  private final Random random = new Random(1);
  private final Path folder;
  private final long rows;

  private ScanBenchmark(Path folder, long rows) {
    this.folder = folder;
    this.rows = rows;
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("umyt-bench");
    ScanBenchmark benchmark = new ScanBenchmark(folder, Long.parseLong(arguments[0]));
    try (EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "off")
            .setServerConfig("max_wal_size", "4GB")
            .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
            .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
            .start()) {
      benchmark.measure(server.getJdbcUrl("postgres", "postgres"), arguments[1]);
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Collections.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
  }

  private void measure(String url, String threads) throws Exception {
    try (Connection connection = DriverManager.getConnection(url)) {
      load(connection);
      double copy = Double.MAX_VALUE;
      for (int i = 0; i < ROUNDS; i++) {
        copy = Math.min(copy, seconds(() -> copyOut(connection)));
      }
      System.out.printf(Locale.ROOT, "| %,d rows, 10 columns | time | rows/s | ratio |%n", rows);
      System.out.println("|---|---|---|---|");
      row("`COPY … TO STDOUT`", copy, copy);
      settings(url, threads);
      double best = Double.MAX_VALUE;
      for (int i = 0; i < ROUNDS; i++) {
        best = Math.min(best, seconds(this::scan));
      }
      row("`umyt scan`, threads: " + threads + ", heap 256 MB", best, copy);
    }
  }

  private void row(String what, double seconds, double measure) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %.2f s | %,.0f | %.2f |%n",
        what,
        seconds,
        rows / seconds,
        measure / seconds);
  }

  private interface Work {
    void run() throws Exception;
  }

  private static double seconds(Work work) throws Exception {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }

  private static void copyOut(Connection connection) throws SQLException, IOException {
    connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyOut("COPY persons TO STDOUT", OutputStream.nullOutputStream());
  }

  private void scan() throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of("scripts/umyt").toAbsolutePath().toString(),
            "scan",
            folder.resolve("jobs/bench.yaml").toString(),
            "--config",
            folder.resolve("config").toString(),
            "--home",
            folder.resolve("var").toString(),
            "-q");
    builder.environment().put("UMYT_HEAP", "256m");
    Path err = folder.resolve("err");
    int code =
        builder
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(err.toFile())
            .start()
            .waitFor();
    if (code != 0 && code != 8) {
      throw new IllegalStateException("exit code " + code + ": " + Files.readString(err));
    }
  }

  private void settings(String url, String threads) throws IOException {
    Path config = Files.createDirectories(folder.resolve("config"));
    for (String kind : List.of("recognizers", "policies")) {
      Path to = Files.createDirectories(config.resolve(kind));
      try (Stream<Path> files = Files.list(Path.of("config", kind))) {
        for (Path file : files.toList()) {
          Files.copy(file, to.resolve(file.getFileName()));
        }
      }
    }
    Files.writeString(
        config.resolve("sources.yaml"),
        "sources:\n  bench: {jdbc: \"" + url + "\", user: postgres, schemas: [public]}\n");
    Files.createDirectories(folder.resolve("jobs"));
    Files.writeString(
        folder.resolve("jobs/bench.yaml"),
        "job: bench\npolicy: alatau-net\nscan: {sources: [bench], threads: " + threads + "}\n");
  }

  private void load(Connection connection) throws SQLException, IOException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE persons (id bigint PRIMARY KEY, iin text, full_name text, phone text,"
              + " email text, birth_date date, address text, card text, ip inet, status integer)");
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < DIFFERENT; i++) {
        cells.add(cells());
      }
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("COPY persons FROM STDIN", lines(cells));
      statement.execute("VACUUM ANALYZE persons");
    }
  }

  private InputStream lines(List<String> cells) {
    return new SequenceInputStream(
        new Enumeration<>() {
          private long next;

          @Override
          public boolean hasMoreElements() {
            return next < rows;
          }

          @Override
          public InputStream nextElement() {
            StringBuilder lines = new StringBuilder();
            for (int i = 0; i < 1000 && next < rows; i++) {
              lines
                  .append(next)
                  .append('\t')
                  .append(cells.get((int) (next % DIFFERENT)))
                  .append('\n');
              next++;
            }
            return new ByteArrayInputStream(lines.toString().getBytes(StandardCharsets.UTF_8));
          }
        });
  }

  private String cells() {
    String birth = String.format("%02d%02d", 1 + random.nextInt(12), 1 + random.nextInt(28));
    int year = 50 + random.nextInt(49);
    return String.join(
        "\t",
        withCheckDigit(year + birth + (3 + random.nextInt(2)) + number(3)),
        pick(surnames) + " " + pick(names) + " " + pick(names).charAt(0) + ".",
        "+7701" + number(7),
        "user" + number(6) + "@mail.example.kz",
        "19" + year + "-" + birth.substring(0, 2) + "-" + birth.substring(2),
        "г. "
            + pick(cities)
            + ", "
            + pick(streets)
            + ", д. "
            + (1 + random.nextInt(200))
            + ", кв. 7",
        withLuhn("440043" + number(9)),
        "10." + random.nextInt(256) + "." + random.nextInt(256) + ".7",
        String.valueOf(random.nextInt(5)));
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }

  private static List<String> words(String... lists) {
    List<String> words = new ArrayList<>();
    for (String list : lists) {
      try {
        for (String line : Files.readAllLines(Path.of("sample-data/alatau-net", list + ".txt"))) {
          int bar = line.indexOf('|');
          words.add(bar < 0 ? line : line.substring(0, bar));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    words.removeIf(word -> word.isBlank() || word.startsWith("#"));
    return words;
  }

  private String number(int digits) {
    StringBuilder number = new StringBuilder();
    for (int i = 0; i < digits; i++) {
      number.append(random.nextInt(10));
    }
    return number.toString();
  }

  /**
   * An IIN without check digit has ten or eleven digits; one whose check would be 10 is changed.
   */
  private String withCheckDigit(String eleven) {
    String start = eleven.length() == 10 ? eleven + "0" : eleven;
    for (int last = 0; last < 10; last++) {
      String body = start.substring(0, 10) + last;
      int check = check(body, 1);
      check = check == 10 ? check(body, 3) : check;
      if (check < 10) {
        return body + check;
      }
    }
    throw new IllegalStateException();
  }

  private static int check(String digits, int firstWeight) {
    int sum = 0;
    for (int i = 0; i < 11; i++) {
      sum += (digits.charAt(i) - '0') * ((firstWeight - 1 + i) % 11 + 1);
    }
    return sum % 11;
  }

  private static String withLuhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int doubled = i % 2 == 0 ? 2 * digit : digit;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return digits + (10 - sum % 10) % 10;
  }
}
