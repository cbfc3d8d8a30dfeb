package kz.umyt.job;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import kz.umyt.source.SourceException;
import kz.umyt.source.jdbc.SqlFailure;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/**
 * The embedded database in the home folder: Spring Batch's job repository, and the evidence for CSV
 * files.
 */
final class HomeStore implements AutoCloseable {

  /** H2's code for a database file that another process has open. */
  private static final int ALREADY_OPEN = 90020;

  private final HikariDataSource pool;

  private HomeStore(HikariDataSource pool) {
    this.pool = pool;
  }

  /** The store of runs. */
  static HomeStore open(Path home) {
    return open(home, "umyt", "a run is at work in " + home + "; try again when it has ended");
  }

  /** The store of the scans of one job. */
  static HomeStore ofScans(Path home, String job) {
    return open(
        home.resolve("scans"),
        job,
        "another scan of job '" + job + "' is at work in " + home + "; wait for it to end");
  }

  private static HomeStore open(Path folder, String name, String locked) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("umyt-home");
    // H2's own shutdown hook would close the file under a running chunk, and its delayed writes
    // would lose what was committed when the process is killed.
    config.setJdbcUrl(
        "jdbc:h2:file:"
            + folder.resolve(name)
            + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0;TRACE_LEVEL_FILE=0");
    config.setUsername("sa");
    config.setPassword("");
    config.setMaximumPoolSize(4);
    config.setMinimumIdle(0);
    try {
      return new HomeStore(new HikariDataSource(config));
    } catch (HikariPool.PoolInitializationException failure) {
      if (failure.getCause() instanceof SQLException sql && sql.getErrorCode() == ALREADY_OPEN) {
        throw new LockHeldException(locked);
      }
      String why =
          failure.getCause() instanceof SQLException sql ? ": " + SqlFailure.describe(sql) : "";
      throw new SourceException(
          "the store " + folder.resolve(name + ".mv.db") + " cannot be opened" + why);
    }
  }

  DataSource dataSource() {
    return pool;
  }

  /** Creates Spring Batch's tables if they are not there. */
  void prepareJobRepository() {
    try (Connection connection = pool.getConnection()) {
      if (!hasJobRepository(connection)) {
        ScriptUtils.executeSqlScript(
            connection, new ClassPathResource("org/springframework/batch/core/schema-h2.sql"));
      }
    } catch (SQLException failure) {
      throw new SourceException(
          "the store in the home folder cannot be used: " + SqlFailure.describe(failure));
    }
  }

  private static boolean hasJobRepository(Connection connection) {
    try (Statement statement = connection.createStatement()) {
      // The last table that the script creates: a script cut short is run again.
      statement.executeQuery("SELECT 1 FROM BATCH_JOB_EXECUTION_CONTEXT WHERE 1 = 0");
      return true;
    } catch (SQLException absent) {
      return false;
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
