package kz.umyt.destroy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.umyt.source.jdbc.RowValues;
import org.jspecify.annotations.Nullable;

/** One statement for all rows, several times as fast as one for each. */
final class JoinedUpdates implements RowUpdates {

  private final AnonymizingSql sql;
  private final RowValues values;
  private final RowUpdates single;

  /**
   * Joined updates.
   *
   * @param values over the key's columns and those that change
   * @param single for what cannot be done together
   */
  JoinedUpdates(AnonymizingSql sql, RowValues values, RowUpdates single) {
    this.sql = sql;
    this.values = values;
    this.single = single;
  }

  @Override
  public long apply(Connection connection, List<SafeRow> rows) throws SQLException {
    if (rows.stream().anyMatch(SafeRow::isEntered)) {
      return single.apply(connection, rows);
    }
    Savepoint before = connection.setSavepoint();
    if (changeAll(connection, rows)) {
      connection.releaseSavepoint(before);
      return rows.size();
    }
    // Some row is not due any more, since what decides on it stands in another table. Which one
    // that is, only single statements tell.
    connection.rollback(before);
    return single.apply(connection, rows);
  }

  /** Whether each row was changed, and entered. */
  private boolean changeAll(Connection connection, List<SafeRow> rows) throws SQLException {
    Optional<String> both = sql.enters() ? sql.updateAndEnterAll(values) : Optional.empty();
    if (both.isPresent()) {
      return execute(connection, both.get(), rows) == rows.size();
    }
    return execute(connection, sql.updateAll(values), rows) == rows.size()
        && (!sql.enters() || execute(connection, sql.enterAll(values), rows) == rows.size());
  }

  private int execute(Connection connection, String statement, List<SafeRow> rows)
      throws SQLException {
    List<List<@Nullable Object>> table = new ArrayList<>();
    for (SafeRow row : rows) {
      List<@Nullable Object> line = new ArrayList<>(row.key().values());
      line.addAll(row.values());
      table.add(line);
    }
    try (PreparedStatement prepared = connection.prepareStatement(statement)) {
      values.bind(prepared, table);
      return prepared.executeUpdate();
    }
  }
}
