package kz.umyt.destroy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import kz.umyt.settings.CleanUp;
import kz.umyt.source.TableName;
import kz.umyt.source.jdbc.Database;
import kz.umyt.source.jdbc.SqlFailure;

/** Asks a database to clean its files of rows that are gone, and lets go as soon as it shall. */
public final class Cleaner {

  private final BooleanSupplier stop;

  /**
   * A cleaner.
   *
   * @param stop whether the run shall end; then what is under way is cancelled
   */
  public Cleaner(BooleanSupplier stop) {
    this.stop = stop;
  }

  /**
   * What came of it.
   *
   * @param interrupted it was cancelled, because the run shall end
   * @param obstacle why it is not clean; empty if it is
   */
  public record Result(boolean interrupted, Optional<String> obstacle) {}

  /**
   * Cleans. Whatever a database says against it, is a result.
   *
   * @throws kz.umyt.source.SourceException if the database is gone
   */
  public Result clean(Database database, TableName table, CleanUp depth) {
    Result result = null;
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        Watch watch = new Watch(statement)) {
      watch.begin();
      result =
          new Result(false, database.dialect().cleaning().clean(database, statement, table, depth));
    } catch (SQLException failure) {
      // What comes after the result is only that the database has closed the connection itself.
      result = result == null ? failed(database, failure) : result;
    }
    if (database.dialect().cleaning().isOfWholeDatabase()) {
      // They were closed with the database; the next one opens it anew.
      database.giveUpConnections();
    }
    return result;
  }

  private Result failed(Database database, SQLException failure) {
    if (stop.getAsBoolean()) {
      return new Result(true, Optional.of("interrupted"));
    }
    database.requireReachable();
    return new Result(false, Optional.of(SqlFailure.describe(failure)));
  }

  /** Cancels a statement once the run shall end. */
  private final class Watch implements AutoCloseable, Runnable {
    private final Statement statement;
    private final Thread thread = new Thread(this, "umyt-clean-up");
    private volatile boolean isOver;

    Watch(Statement statement) {
      this.statement = statement;
      thread.setDaemon(true);
    }

    void begin() {
      thread.start();
    }

    @Override
    public void run() {
      try {
        while (!isOver) {
          Thread.sleep(200);
          if (!isOver && stop.getAsBoolean()) {
            statement.cancel();
          }
        }
      } catch (InterruptedException | SQLException over) {
        // Whether it was cancelled is seen where it runs.
      }
    }

    @Override
    public void close() {
      isOver = true;
    }
  }
}
