package kz.umyt.job;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/** Writes down each row that H2 deletes or updates, in the same transaction. */
public final class AuditTrigger implements Trigger {

  private String what = "";

  @Override
  public void init(
      Connection connection,
      String schema,
      String trigger,
      String table,
      boolean before,
      int type) {
    what = type == DELETE ? "DELETE" : "UPDATE";
  }

  @Override
  public void fire(
      Connection connection,
      @Nullable Object @Nullable [] oldRow,
      @Nullable Object @Nullable [] newRow)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("INSERT INTO audit VALUES (?, ?)")) {
      statement.setString(1, what);
      statement.setObject(2, oldRow == null ? null : oldRow[0]);
      statement.executeUpdate();
    }
  }
}
