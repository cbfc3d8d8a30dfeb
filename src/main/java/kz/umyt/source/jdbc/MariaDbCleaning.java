package kz.umyt.source.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import kz.umyt.settings.CleanUp;
import kz.umyt.source.TableName;

/** The server purges on its own, and is waited for; {@code OPTIMIZE TABLE} writes a table anew. */
class MariaDbCleaning implements Cleaning {

  private static final int PATIENCE = 150;

  @Override
  public Optional<String> clean(
      Database database, Statement statement, TableName table, CleanUp depth) throws SQLException {
    if (depth == CleanUp.PURGE) {
      return waitFor(purge(statement));
    }
    try (ResultSet rows =
        statement.executeQuery("OPTIMIZE TABLE " + database.dialect().quote(table))) {
      while (rows.next()) {
        boolean isError = "error".equalsIgnoreCase(rows.getString("Msg_type"));
        if (isError || "Operation failed".equalsIgnoreCase(rows.getString("Msg_text"))) {
          return Optional.of(
              "OPTIMIZE TABLE failed: another session holds a lock, the disk has no room for a"
                  + " second copy of the table, or the user lacks SELECT or INSERT on it");
        }
      }
    }
    return Optional.empty();
  }

  /** How far the server's purge is. */
  enum State {
    DONE,
    BEHIND,
    UNKNOWN
  }

  /** The purge of what is deleted by now. */
  interface Purge {
    State state() throws SQLException;
  }

  Purge purge(Statement statement) throws SQLException {
    return () -> {
      try (ResultSet rows =
          statement.executeQuery("SHOW GLOBAL STATUS LIKE 'Innodb_history_list_length'")) {
        return !rows.next() ? State.UNKNOWN : rows.getLong(2) == 0 ? State.DONE : State.BEHIND;
      }
    };
  }

  private static Optional<String> waitFor(Purge purge) throws SQLException {
    for (int i = 0; i < PATIENCE; i++) {
      switch (purge.state()) {
        case UNKNOWN -> {
          return Optional.of("this server does not say how far its purge has come");
        }
        case DONE -> {
          return Optional.empty();
        }
        case BEHIND -> Cleaning.pause();
      }
    }
    return Optional.of(
        "the purge of the server was still behind after half a minute: an old transaction is open,"
            + " or others write much");
  }
}
