package kz.umyt.destroy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** One statement by row, sent together: every engine can do this, for columns of every type. */
final class SingleUpdates implements RowUpdates {

  private final AnonymizingSql sql;

  SingleUpdates(AnonymizingSql sql) {
    this.sql = sql;
  }

  @Override
  public long apply(Connection connection, List<SafeRow> rows) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql.update());
        PreparedStatement forget = connection.prepareStatement(sql.forget());
        PreparedStatement enter = connection.prepareStatement(sql.enter())) {
      for (SafeRow row : rows) {
        bind(update, row);
        update.addBatch();
      }
      int[] counts = update.executeBatch();
      long changed = 0;
      boolean anyEntered = false;
      for (int i = 0; i < counts.length; i++) {
        // A row that stopped being due since it was read is neither changed nor entered as done.
        if (requireExact(counts[i]) == 1) {
          changed++;
          SafeRow row = rows.get(i);
          if (row.isEntered()) {
            Parameters.set(forget, row.key().values());
            forget.addBatch();
            anyEntered = true;
          }
          Parameters.set(enter, row.key().values());
          enter.addBatch();
        }
      }
      if (anyEntered) {
        forget.executeBatch();
      }
      if (changed > 0) {
        enter.executeBatch();
      }
      return changed;
    }
  }

  private static void bind(PreparedStatement update, SafeRow row) throws SQLException {
    int index = 1;
    for (Object value : row.values()) {
      update.setObject(index++, value);
    }
    for (Object part : row.key().values()) {
      update.setObject(index++, part);
    }
  }

  private static int requireExact(int count) {
    if (count < 0) {
      throw new IllegalStateException(
          "the driver does not say how many rows it changed; switch off its batch rewriting");
    }
    return count;
  }
}
