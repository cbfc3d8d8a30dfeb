package kz.umyt.source.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** PostgreSQL: the primary sees all. */
final class PostgresLoad implements ServerLoad {

  /** Without it the rows are there, and their columns empty. */
  private static final String RIGHT = "pg_read_all_stats";

  /**
   * A standby that has replayed all has no lag after a while, and one that replays nothing since it
   * was connected has none yet. What only keeps the log, such as a backup, replays nothing ever.
   */
  private static final String REPLICAS =
      """
      SELECT application_name || COALESCE(' at ' || host(client_addr), ''),
        CASE WHEN state <> 'streaming' THEN NULL
          WHEN replay_lsn >= pg_current_wal_lsn() THEN 0
          ELSE EXTRACT(EPOCH FROM replay_lag) END
      FROM pg_stat_replication r
      WHERE state <> 'backup'
        AND (state <> 'streaming' OR replay_lsn IS NOT NULL)
        AND NOT EXISTS (
          SELECT 1 FROM pg_replication_slots s WHERE s.active_pid = r.pid AND s.slot_type = 'logical')
      ORDER BY 1
      """;

  @Override
  public Optional<String> rightToSeeSessions(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT pg_has_role('" + RIGHT + "', 'USAGE'), current_user")) {
      rows.next();
      return rows.getBoolean(1)
          ? Optional.empty()
          : Optional.of("GRANT " + RIGHT + " TO " + rows.getString(2));
    }
  }

  @Override
  public long activeSessions(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT COUNT(*) FROM pg_stat_activity
                WHERE state IN ('active', 'fastpath function call')
                  AND backend_type = 'client backend'
                  AND NOT (usename = current_user
                    AND application_name = current_setting('application_name'))
                """)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  @Override
  public boolean knowsReplicas() {
    return true;
  }

  @Override
  public Optional<String> rightToSeeReplicas(Connection connection) throws SQLException {
    return rightToSeeSessions(connection);
  }

  @Override
  public List<Replica> replicas(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(REPLICAS)) {
      List<Replica> replicas = new ArrayList<>();
      while (rows.next()) {
        double seconds = rows.getDouble(2);
        Optional<Duration> lag =
            rows.wasNull()
                ? Optional.empty()
                : Optional.of(Duration.ofMillis((long) (seconds * 1000)));
        replicas.add(new Replica(rows.getString(1), lag));
      }
      return replicas;
    }
  }
}
