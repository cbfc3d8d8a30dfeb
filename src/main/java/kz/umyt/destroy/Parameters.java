package kz.umyt.destroy;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Values into question marks. */
final class Parameters {
  private Parameters() {}

  static void set(PreparedStatement statement, List<Object> values) throws SQLException {
    for (int i = 0; i < values.size(); i++) {
      statement.setObject(i + 1, values.get(i));
    }
  }
}
