package kz.umyt.destroy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import kz.umyt.engines.Engine;
import kz.umyt.engines.TestDatabase;

/** H2 in a file, opened by one process at a time: this one, or the tool. */
final class BenchmarkH2 extends BenchmarkEngine {

  private final Path folder;
  private int copies;

  BenchmarkH2(Path folder) {
    this.folder = folder;
  }

  private TestDatabase database(String name) {
    return new TestDatabase(Engine.H2, "jdbc:h2:file:" + folder.resolve(name), "sa", "PUBLIC");
  }

  private Path file(String name) {
    return folder.resolve(name + ".mv.db");
  }

  @Override
  TestDatabase original() {
    return database("original");
  }

  @Override
  void loaded() {
    original().execute("ANALYZE", "SHUTDOWN COMPACT");
  }

  @Override
  TestDatabase copy() throws IOException {
    String name = "copy" + ++copies;
    Files.copy(file("original"), file(name));
    return database(name);
  }

  @Override
  void drop(TestDatabase copy) throws IOException {
    Files.delete(file("copy" + copies));
  }

  @Override
  String numbers(long rows) {
    return "SYSTEM_RANGE(1, " + rows + ")";
  }

  @Override
  String number() {
    return "X";
  }

  @Override
  String daysBefore(LocalDate day, String days) {
    return "DATEADD(DAY, -CAST(" + days + " AS INTEGER), DATE '" + day + "')";
  }

  @Override
  String startOfYear(String date) {
    return "CAST(DATE_TRUNC('YEAR', " + date + ") AS DATE)";
  }

  @Override
  double askedOfDestroying() {
    return 1.0;
  }

  @Override
  Optional<Double> askedOfAnonymizing() {
    return Optional.empty();
  }

  @Override
  public void close() {
    // Its files go with the folder.
  }
}
