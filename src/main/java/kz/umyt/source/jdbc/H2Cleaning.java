package kz.umyt.source.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;
import kz.umyt.settings.CleanUp;
import kz.umyt.source.TableName;
import org.h2.api.ErrorCode;

/** {@code SHUTDOWN COMPACT}, of a database that nobody else has open. */
final class H2Cleaning implements Cleaning {

  private static final int PATIENCE = 25;

  @Override
  public boolean isOfWholeDatabase() {
    return true;
  }

  @Override
  public Optional<String> clean(
      Database database, Statement statement, TableName table, CleanUp depth) throws SQLException {
    String url = database.url().toLowerCase(Locale.ROOT);
    if (url.startsWith("jdbc:h2:mem:")) {
      return Optional.of("the database lives in memory and has no file");
    }
    if (url.startsWith("jdbc:h2:tcp:") || url.startsWith("jdbc:h2:ssl:")) {
      return Optional.of("a server has the database open: SHUTDOWN COMPACT is its keeper's");
    }
    if (depth == CleanUp.PURGE) {
      return Optional.of("H2 cleans its file only as a whole: ask for 'compact'");
    }
    if (isSharedWithOthers(statement, database.giveUpConnections())) {
      return Optional.of("others have the database open, and SHUTDOWN COMPACT would end them");
    }
    try {
      statement.execute("SHUTDOWN COMPACT");
    } catch (SQLException failure) {
      if (failure.getErrorCode() != ErrorCode.DATABASE_IS_CLOSED) {
        throw failure;
      }
      // It says that what was asked is so.
    }
    return Optional.empty();
  }

  /** Connections that were just given up take a moment to end. */
  private static boolean isSharedWithOthers(Statement statement, int ours) throws SQLException {
    for (int i = 0; i < PATIENCE; i++) {
      try (ResultSet rows =
          statement.executeQuery("SELECT COUNT(*) FROM INFORMATION_SCHEMA.SESSIONS")) {
        rows.next();
        if (rows.getInt(1) <= ours) {
          return false;
        }
      }
      Cleaning.pause();
    }
    return true;
  }
}
