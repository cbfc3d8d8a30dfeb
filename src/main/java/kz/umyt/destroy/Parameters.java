package kz.umyt.destroy;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Values into question marks and keys out of result rows. */
final class Parameters {
  private Parameters() {}

  static void set(PreparedStatement statement, List<Object> values) throws SQLException {
    for (int i = 0; i < values.size(); i++) {
      statement.setObject(i + 1, values.get(i));
    }
  }

  /** The key in the first columns of a row. */
  static Key key(ResultSet rows, int size) throws SQLException {
    List<Object> values = new ArrayList<>();
    for (int i = 1; i <= size; i++) {
      values.add(rows.getObject(i));
    }
    return new Key(List.copyOf(values));
  }
}
