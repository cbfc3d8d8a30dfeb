package kz.umyt.job;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import kz.umyt.ledger.DiskException;
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

  /** H2's codes for a file that is not what it wrote. */
  private static final Set<Integer> DAMAGED = Set.of(90028, 90030, 90048, 90049, 50000);

  /** H2's codes for a file that it cannot create or may not change. */
  private static final Set<Integer> DENIED = Set.of(90062, 90097);

  private final HikariDataSource pool;
  private final Trouble trouble;

  private HomeStore(HikariDataSource pool, Trouble trouble) {
    this.pool = pool;
    this.trouble = trouble;
  }

  /**
   * What is said of a store that cannot be used.
   *
   * @param ifDamaged what to do then
   */
  private record Trouble(Path file, String ifDamaged) {

    StoreException of(SQLException failure) {
      return new StoreException("the store " + file + " cannot be used: " + why(failure), failure);
    }

    private String why(SQLException failure) {
      Optional<String> disk = DiskException.why(file, failure);
      if (disk.isPresent()) {
        return disk.get();
      }
      if (DENIED.contains(failure.getErrorCode())) {
        return "no permission; let the user who runs this write there, or choose another folder";
      }
      return DAMAGED.contains(failure.getErrorCode())
          ? "damaged; " + ifDamaged
          : SqlFailure.describe(failure);
    }
  }

  /** The store of runs. */
  static HomeStore open(Path home) {
    return open(
        new Trouble(
            home.resolve("umyt.mv.db"),
            "restore it from a copy, since it tells which files are already rewritten"),
        "a run is at work in " + home + "; try again when it has ended");
  }

  /** The store of the scans of one job. */
  static HomeStore ofScans(Path home, String job) {
    return open(
        new Trouble(
            home.resolve("scans").resolve(job + ".mv.db"),
            "delete this file: the next scan begins anew, and nothing else is lost"),
        "another scan of job '" + job + "' is at work in " + home + "; wait for it to end");
  }

  private static HomeStore open(Trouble trouble, String locked) {
    String file = trouble.file().toString();
    HikariConfig config = new HikariConfig();
    config.setPoolName("umyt-home");
    // H2's own shutdown hook would close the file under a running chunk, and its delayed writes
    // would lose what was committed when the process is killed.
    config.setJdbcUrl(
        "jdbc:h2:file:"
            + file.substring(0, file.length() - ".mv.db".length())
            + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0;TRACE_LEVEL_FILE=0");
    config.setUsername("sa");
    config.setPassword("");
    config.setMaximumPoolSize(4);
    config.setMinimumIdle(0);
    try {
      return new HomeStore(new HikariDataSource(config), trouble);
    } catch (HikariPool.PoolInitializationException failure) {
      if (failure.getCause() instanceof SQLException sql && sql.getErrorCode() == ALREADY_OPEN) {
        throw new LockHeldException(locked);
      }
      throw failure.getCause() instanceof SQLException sql ? trouble.of(sql) : failure;
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
      throw failed(failure);
    }
  }

  /** What a failed statement is told as. */
  StoreException failed(SQLException failure) {
    return trouble.of(failure);
  }

  /** The failure itself, unless the store is behind it: then what is wrong with the store. */
  RuntimeException told(RuntimeException failure) {
    if (failure instanceof StoreException) {
      return failure;
    }
    for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      // Failures of sources come without the driver's own, which quotes values.
      if (cause instanceof SQLException sql) {
        return failed(sql);
      }
    }
    return failure;
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
