package kz.umyt.source.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.OptionalLong;
import kz.umyt.settings.CleanUp;
import kz.umyt.source.TableName;

/**
 * As in MariaDB; but the length of the history falls only now and then, long after the rows are
 * gone, so the purge is asked which transactions it has come past.
 */
final class MySqlCleaning extends MariaDbCleaning {

  private static final String NEXT = "Trx id counter ";
  private static final String PURGED = "Purge done for trx's n:o < ";

  private static final int NO_RIGHT = 1227;

  @Override
  public Optional<String> clean(
      Database database, Statement statement, TableName table, CleanUp depth) throws SQLException {
    try {
      return super.clean(database, statement, table, depth);
    } catch (SQLException failure) {
      if (failure.getErrorCode() == NO_RIGHT) {
        return Optional.of("its user may not see how far the purge has come, for want of PROCESS");
      }
      throw failure;
    }
  }

  @Override
  Purge purge(Statement statement) throws SQLException {
    OptionalLong begun = number(statement, NEXT);
    return () -> {
      OptionalLong purged = number(statement, PURGED);
      return begun.isEmpty() || purged.isEmpty()
          ? State.UNKNOWN
          : purged.getAsLong() >= begun.getAsLong() ? State.DONE : State.BEHIND;
    };
  }

  /** The number behind the first such words of the server's account. */
  private static OptionalLong number(Statement statement, String words) throws SQLException {
    try (ResultSet rows = statement.executeQuery("SHOW ENGINE INNODB STATUS")) {
      String account = rows.next() ? rows.getString("Status") : "";
      int at = account.indexOf(words);
      int start = at + words.length();
      int end = start;
      while (at >= 0 && end < account.length() && Character.isDigit(account.charAt(end))) {
        end++;
      }
      return at < 0 || end == start
          ? OptionalLong.empty()
          : OptionalLong.of(Long.parseLong(account.substring(start, end)));
    }
  }
}
