package kz.umyt.destroy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import kz.umyt.engines.Engine;
import kz.umyt.engines.TestDatabase;

/** PostgreSQL without what would begin by itself in the middle of a measurement. */
final class BenchmarkPostgres extends BenchmarkEngine {

  private final EmbeddedPostgres server;
  private int copies;

  BenchmarkPostgres() throws IOException {
    server =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "off")
            .setServerConfig("shared_buffers", "1GB")
            .setServerConfig("max_wal_size", "8GB")
            .setServerConfig("checkpoint_timeout", "1h")
            .setServerConfig("autovacuum", "off")
            .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
            .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
            .start();
    database("postgres").execute("CREATE DATABASE original");
  }

  private TestDatabase database(String name) {
    return new TestDatabase(
        Engine.POSTGRESQL, server.getJdbcUrl("postgres", name), "postgres", "public");
  }

  @Override
  TestDatabase original() {
    return database("original");
  }

  @Override
  void loaded() {
    original().execute("VACUUM (ANALYZE) persons");
  }

  @Override
  TestDatabase copy() throws SQLException {
    String name = "copy" + ++copies;
    database("postgres").execute("CREATE DATABASE " + name + " TEMPLATE original", "CHECKPOINT");
    TestDatabase copy = database(name);
    try (Connection connection = copy.connect()) {
      run(connection, "SELECT SUM(LENGTH(notes)) FROM persons", "CHECKPOINT");
    }
    return copy;
  }

  @Override
  void drop(TestDatabase copy) {
    database("postgres").execute("DROP DATABASE copy" + copies, "CHECKPOINT");
  }

  @Override
  String numbers(long rows) {
    return "generate_series(CAST(1 AS bigint), " + rows + ") n";
  }

  @Override
  String number() {
    return "n";
  }

  @Override
  String random() {
    return "random()";
  }

  @Override
  String daysBefore(LocalDate day, String days) {
    return "(DATE '" + day + "' - CAST(" + days + " AS integer))";
  }

  @Override
  String startOfYear(String date) {
    return "date_trunc('year', " + date + ")";
  }

  @Override
  double askedOfDestroying() {
    return 0.7;
  }

  @Override
  Optional<Double> askedOfAnonymizing() {
    return Optional.of(0.6);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
