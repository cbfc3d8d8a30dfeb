package kz.umyt.destroy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import kz.umyt.plan.BoundTable;
import kz.umyt.plan.WaitingRows;

/**
 * Tells rows that only wait from those that others keep for good, where both may be: in a circle of
 * rows that nothing opens.
 */
final class Waits {

  private final BoundTable target;

  Waits(BoundTable target) {
    this.target = target;
  }

  /** How many of the due rows under a condition wait. */
  long count(Connection connection, String which, List<Object> parameters) throws SQLException {
    Optional<String> sql =
        target.ties().closed() ? WaitingRows.among(target, which) : Optional.empty();
    if (sql.isEmpty()) {
      return 0;
    }
    long waiting = 0;
    try (PreparedStatement statement = connection.prepareStatement(sql.get())) {
      Parameters.set(statement, parameters);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          waiting++;
        }
      }
    }
    return waiting;
  }
}
