package kz.umyt.source.jdbc;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import kz.umyt.settings.CleanUp;
import kz.umyt.source.TableName;

/** How one engine cleans its files of rows that are gone. */
public interface Cleaning {

  /** Of an engine that is only read. */
  Cleaning NONE =
      new Cleaning() {
        @Override
        public Optional<String> clean(
            Database database, Statement statement, TableName table, CleanUp depth) {
          return Optional.of("umyt does not know how to clean this database");
        }
      };

  /** Whether it is always the whole database that is cleaned. */
  default boolean isOfWholeDatabase() {
    return false;
  }

  /**
   * Cleans, outside of any transaction. Another thread may cancel the statement.
   *
   * @param depth {@link CleanUp#PURGE} or {@link CleanUp#COMPACT}
   * @return why it is not clean now; empty if it is
   */
  Optional<String> clean(Database database, Statement statement, TableName table, CleanUp depth)
      throws SQLException;

  /** Waits a little for something that others do. */
  static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
