package kz.umyt.source.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** H2: there are other sessions where it is run as a server, and replicas nowhere. */
final class H2Load implements ServerLoad {

  @Override
  public Optional<String> rightToSeeSessions(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT CURRENT_USER FROM INFORMATION_SCHEMA.USERS WHERE USER_NAME = CURRENT_USER"
                    + " AND NOT IS_ADMIN")) {
      return rows.next()
          ? Optional.of("ALTER USER " + rows.getString(1) + " ADMIN TRUE")
          : Optional.empty();
    }
  }

  @Override
  public long activeSessions(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT COUNT(*) FROM INFORMATION_SCHEMA.SESSIONS s
                JOIN INFORMATION_SCHEMA.SESSIONS own ON own.SESSION_ID = SESSION_ID()
                WHERE s.SESSION_STATE <> 'SLEEP' AND NOT (s.USER_NAME = own.USER_NAME
                  AND s.CLIENT_ADDR IS NOT DISTINCT FROM own.CLIENT_ADDR)
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
  public Optional<String> rightToSeeReplicas(Connection connection) {
    return Optional.empty();
  }

  @Override
  public List<Replica> replicas(Connection connection) {
    return List.of();
  }
}
