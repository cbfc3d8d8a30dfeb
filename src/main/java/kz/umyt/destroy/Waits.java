package kz.umyt.destroy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import kz.umyt.plan.BoundTable;
import kz.umyt.plan.TieSql;
import kz.umyt.plan.WaitingRows;

/**
 * Tells rows that only wait from those that others keep for good, where both may be: in a circle of
 * rows that nothing opens, and where others keep what would go along.
 */
final class Waits {

  private final BoundTable target;
  private final boolean asksRows;

  Waits(BoundTable target) {
    this.target = target;
    this.asksRows = !target.table().primaryKey().isEmpty() && new TieSql(target).asksRows();
  }

  /** How many of the due rows under a condition wait. */
  long count(Connection connection, String which, List<Object> parameters) throws SQLException {
    if (!asksRows) {
      return 0;
    }
    long waiting = 0;
    try (PreparedStatement statement =
        connection.prepareStatement(WaitingRows.among(target, which))) {
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
