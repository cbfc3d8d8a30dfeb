package kz.umyt.engines;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;

/** The engines that every promise is proved on. */
public enum Engine {
  H2 {
    @Override
    TestDatabase create(Path folder, String name) {
      // The same options as the tool's own, since both use the file from one process.
      return new TestDatabase(
          this,
          "jdbc:h2:file:"
              + folder.resolve(name)
              + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;WRITE_DELAY=0",
          "sa",
          "PUBLIC");
    }
  },
  POSTGRESQL {
    @Override
    TestDatabase create(Path folder, String name) {
      return PostgresServer.fresh(name);
    }
  },
  /** Or MySQL in its place, where {@code UMYT_TEST_MYSQL} says where one is. */
  MARIADB {
    @Override
    TestDatabase create(Path folder, String name) {
      return MariaDbServer.fresh(name);
    }
  };

  private static final AtomicInteger NUMBER = new AtomicInteger();

  /** A table of one column of numbers from 1, named {@code seq}, of MariaDB and MySQL. */
  public static String sequence(long last) {
    return "JSON_TABLE(CONCAT('[1', REPEAT(',1', "
        + (last - 1)
        + "), ']'), '$[*]' COLUMNS (seq FOR ORDINALITY)) numbers";
  }

  /** Whether MySQL stands in MariaDB's place. */
  public boolean isMySql() {
    return this == MARIADB && MySqlServer.isGiven();
  }

  abstract TestDatabase create(Path folder, String name);

  /**
   * A fresh, empty database.
   *
   * @param folder where an embedded one keeps its file
   */
  public TestDatabase fresh(Path folder) {
    String name = "t" + NUMBER.incrementAndGet();
    try {
      return create(folder, name);
    } catch (EngineUnavailableException unavailable) {
      boolean mustRun =
          System.getProperty("os.name").equals("Linux")
              && System.getProperty("os.arch").toLowerCase(Locale.ROOT).equals("amd64");
      if (mustRun) {
        throw unavailable;
      }
      return Assumptions.abort(this + " cannot run here: " + unavailable.getCause());
    }
  }
}
