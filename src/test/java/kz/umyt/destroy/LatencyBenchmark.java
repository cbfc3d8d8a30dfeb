package kz.umyt.destroy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kz.umyt.engines.TestDatabase;

/**
 * Measures how long others wait while a run is at work: a writer changes any rows, and enters new
 * ones, each in a transaction of its own. Prints a row of a Markdown table. Arguments: rows,
 * engine.
 */
final class LatencyBenchmark {

  private static final String CHUNK_TIME = "throttle: {chunk-time: 1s, pause: 100ms}\n";

  private final TestDatabase database;
  private final long rows;
  private final Random random = new Random(11);
  private volatile boolean isOver;

  private LatencyBenchmark(TestDatabase database, long rows) {
    this.database = database;
    this.rows = rows;
  }

  public static void main(String[] arguments) throws Exception {
    long rows = Long.parseLong(arguments[0]);
    String name = arguments[1];
    Path folder = Files.createTempDirectory("umyt-bench");
    try (BenchmarkEngine engine = BenchmarkEngine.start(name, folder)) {
      BenchmarkTable table = new BenchmarkTable(engine, LocalDate.now(), rows);
      table.load();
      System.out.printf(
          Locale.ROOT, "| %s, %,d rows | run | changes | half | 99 %% | longest |%n", name, rows);
      System.out.println("|---|---|---|---|---|---|");
      BenchmarkTool tool = new BenchmarkTool(folder);
      for (String action : List.of("nothing", "destroy", "anonymize")) {
        TestDatabase copy = engine.copy();
        LatencyBenchmark writer = new LatencyBenchmark(copy, rows);
        CompletableFuture<List<Long>> waits = CompletableFuture.supplyAsync(writer::work);
        double seconds = 10;
        if (action.equals("nothing")) {
          TimeUnit.SECONDS.sleep(10);
        } else {
          String columns = action.equals("destroy") ? "" : BenchmarkTable.columns();
          seconds = tool.run(copy, table.today(), BenchmarkTool.job(CHUNK_TIME, columns)).seconds();
        }
        writer.isOver = true;
        print(action, seconds, waits.join());
        engine.drop(copy);
      }
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Collections.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
  }

  /** Nanoseconds of each change. */
  private List<Long> work() {
    List<Long> waits = new ArrayList<>();
    try (Connection connection = database.connect();
        PreparedStatement update =
            connection.prepareStatement("UPDATE persons SET balance = balance + 1 WHERE id = ?");
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO persons (id, iin, full_name, contract_end) VALUES (?, '000000000000',"
                    + " 'New', DATE '2099-01-01')")) {
      long next = rows;
      while (!isOver) {
        boolean isNew = random.nextInt(4) == 0;
        PreparedStatement statement = isNew ? insert : update;
        statement.setLong(1, isNew ? ++next : 1 + random.nextLong(rows));
        long start = System.nanoTime();
        statement.executeUpdate();
        waits.add(System.nanoTime() - start);
        Thread.sleep(1);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return waits;
  }

  private static void print(String action, double seconds, List<Long> waits) {
    Collections.sort(waits);
    System.out.printf(
        Locale.ROOT,
        "| %s | %.1f s | %,d | %.1f ms | %.1f ms | %.0f ms |%n",
        action,
        seconds,
        waits.size(),
        waits.get(waits.size() / 2) / 1e6,
        waits.get(waits.size() * 99 / 100) / 1e6,
        waits.get(waits.size() - 1) / 1e6);
  }
}
