package kz.umyt.source.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** MariaDB and MySQL: a server does not know how far its replicas are. */
final class MariaDbLoad implements ServerLoad {

  private static final int NO_SUCH_STATEMENT = 1064;

  /** Access denied for want of one of these rights. */
  private static final int NO_RIGHT = 1227;

  private static final Set<String> SECONDS =
      Set.of("Seconds_Behind_Master", "Seconds_Behind_Source");
  private static final Set<String> NAMES = Set.of("Connection_name", "Channel_Name");

  /** Of MariaDB, of MySQL since 8.0.22, and before. */
  private static final List<String> STATEMENTS =
      List.of("SHOW ALL REPLICAS STATUS", "SHOW REPLICA STATUS", "SHOW SLAVE STATUS");

  @Override
  public Optional<String> rightToSeeSessions(Connection connection) throws SQLException {
    // Whoever lacks the right sees its own sessions, and no word of the others.
    try (Statement statement = connection.createStatement()) {
      statement.executeQuery("SELECT COUNT(*) FROM information_schema.innodb_trx").close();
      return Optional.empty();
    } catch (SQLException failure) {
      if (failure.getErrorCode() == NO_RIGHT) {
        return Optional.of("GRANT PROCESS ON *.* TO " + user(connection));
      }
      throw failure;
    }
  }

  @Override
  public long activeSessions(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT COUNT(*) FROM information_schema.processlist
                WHERE command NOT IN ('Sleep', 'Daemon', 'Binlog Dump', 'Binlog Dump GTID')
                  AND user NOT IN ('system user', 'event_scheduler', 'unauthenticated user')
                  AND (command <> 'Killed' OR info IS NOT NULL)
                  AND NOT (user = SUBSTRING_INDEX(USER(), '@', 1)
                    AND (host = SUBSTRING_INDEX(USER(), '@', -1)
                      OR host LIKE CONCAT(SUBSTRING_INDEX(USER(), '@', -1), ':%')))
                """)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  @Override
  public boolean knowsReplicas() {
    return false;
  }

  @Override
  public Optional<String> rightToSeeReplicas(Connection connection) throws SQLException {
    try {
      replicas(connection);
      return Optional.empty();
    } catch (SQLException failure) {
      if (failure.getErrorCode() == NO_RIGHT) {
        String right =
            connection.getMetaData().getDatabaseProductName().equals("MariaDB")
                ? "REPLICA MONITOR"
                : "REPLICATION CLIENT";
        return Optional.of("GRANT " + right + " ON *.* TO " + user(connection));
      }
      throw failure;
    }
  }

  @Override
  public List<Replica> replicas(Connection connection) throws SQLException {
    SQLException unknown = null;
    for (String sql : STATEMENTS) {
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(sql)) {
        return replicas(rows);
      } catch (SQLException failure) {
        if (failure.getErrorCode() != NO_SUCH_STATEMENT) {
          throw failure;
        }
        unknown = failure;
      }
    }
    throw unknown;
  }

  private static List<Replica> replicas(ResultSet rows) throws SQLException {
    String seconds = column(rows, SECONDS);
    String name = column(rows, NAMES);
    List<Replica> replicas = new ArrayList<>();
    while (rows.next()) {
      long behind = rows.getLong(seconds);
      Optional<Duration> lag =
          rows.wasNull() ? Optional.empty() : Optional.of(Duration.ofSeconds(behind));
      replicas.add(new Replica(name.isEmpty() ? "" : rows.getString(name), lag));
    }
    return replicas;
  }

  private static String column(ResultSet rows, Set<String> names) throws SQLException {
    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
      String label = rows.getMetaData().getColumnLabel(i);
      if (names.contains(label)) {
        return label;
      }
    }
    return "";
  }

  private static String user(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT CURRENT_USER()")) {
      rows.next();
      return rows.getString(1);
    }
  }
}
