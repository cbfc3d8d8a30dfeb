package kz.umyt.source.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.Optional;
import kz.umyt.settings.CleanUp;
import kz.umyt.source.TableName;

/** {@code VACUUM} and {@code VACUUM FULL}. */
final class PostgresCleaning implements Cleaning {

  private static final int PATIENCE = 25;

  @Override
  public Optional<String> clean(
      Database database, Statement statement, TableName table, CleanUp depth) throws SQLException {
    boolean isSeen = isSeenByOthers(statement);
    statement.clearWarnings();
    // Without a word on it, indexes may keep the entries of rows that are gone.
    String how = depth == CleanUp.COMPACT ? "(FULL) " : "(INDEX_CLEANUP ON) ";
    statement.execute("VACUUM " + how + database.dialect().quote(table));
    // Who may not do it is warned and no more.
    SQLWarning warning = statement.getWarnings();
    if (warning != null) {
      return Optional.of(
          "the database passed the table over (SQLSTATE "
              + warning.getSQLState()
              + "): VACUUM is for the owner of a table");
    }
    return isSeen
        ? Optional.of(
            "a transaction, prepared transaction or replication slot that is older than the last"
                + " change may still see the rows, so the database keeps them")
        : Optional.empty();
  }

  /** Whether anybody may still see what was changed before now; short transactions are awaited. */
  private static boolean isSeenByOthers(Statement statement) throws SQLException {
    String now = text(statement, "SELECT (txid_current() % 4294967296)::text");
    String older =
        "SELECT COUNT(*) FROM (SELECT backend_xmin AS x FROM pg_stat_activity WHERE pid <>"
            + " pg_backend_pid() AND COALESCE(backend_type, '') <> 'autovacuum worker' AND (datname"
            + " IS NULL OR datname = current_database()) UNION ALL SELECT xmin FROM"
            + " pg_replication_slots UNION ALL SELECT transaction FROM pg_prepared_xacts WHERE"
            + " database = current_database()) umyt_o WHERE x IS NOT NULL AND age(x) > age('"
            + now
            + "'::xid)";
    for (int i = 0; i < PATIENCE; i++) {
      if (text(statement, older).equals("0")) {
        return false;
      }
      Cleaning.pause();
    }
    return true;
  }

  private static String text(Statement statement, String sql) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
