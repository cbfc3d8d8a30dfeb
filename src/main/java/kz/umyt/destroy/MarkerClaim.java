package kz.umyt.destroy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import kz.umyt.plan.BoundTable;
import kz.umyt.plan.Marker;

/**
 * Writes down for which columns a marker stands, before the first row is marked by it: a job that
 * anonymizes other columns by the same marker would take rows for done that are not.
 */
final class MarkerClaim {
  private MarkerClaim() {}

  /**
   * Enters the marker anew, in the transaction that is open; nothing where there is none.
   *
   * @return how many rows were written
   */
  static int enter(Connection connection, BoundTable target, String run) throws SQLException {
    if (target.conditions().marker().isEmpty()) {
      return 0;
    }
    Marker marker = target.conditions().marker().get();
    String done = target.database().journalSchema() + ".umyt_done";
    execute(connection, "DELETE FROM " + done + " WHERE target = ?", List.of(marker.id()));
    return execute(
        connection,
        "INSERT INTO " + done + " (target, row_key, run, digest) VALUES (?, ?, ?, '-')",
        List.of(marker.id(), target.doneId(), run));
  }

  private static int execute(Connection connection, String sql, List<Object> parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Parameters.set(statement, parameters);
      return statement.executeUpdate();
    }
  }
}
