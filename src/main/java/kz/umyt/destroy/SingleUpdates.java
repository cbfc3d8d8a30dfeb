package kz.umyt.destroy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import kz.umyt.plan.AnonymizedForm;

/** One statement by row, sent together: every engine can do this, for columns of every type. */
final class SingleUpdates implements RowUpdates {

  private final AnonymizingSql sql;

  SingleUpdates(AnonymizingSql sql) {
    this.sql = sql;
  }

  @Override
  public long apply(Connection connection, List<SafeRow> rows) throws SQLException {
    List<SafeRow> entered = rows.stream().filter(SafeRow::isEntered).toList();
    for (AnonymizedForm form : sql.touched()) {
      run(connection, sql.forgetStale(form), entered, 2);
    }
    List<SafeRow> changed = update(connection, rows);
    entered = changed.stream().filter(SafeRow::isEntered).toList();
    run(connection, sql.forget(), entered, 1);
    if (sql.enters()) {
      run(connection, sql.enter(), changed, 1);
    }
    for (AnonymizedForm form : sql.touched()) {
      run(connection, sql.renew(form), entered, 2);
    }
    return changed.size();
  }

  /** A row that stopped being due since it was read is neither changed nor entered as done. */
  private List<SafeRow> update(Connection connection, List<SafeRow> rows) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql.update())) {
      for (SafeRow row : rows) {
        bind(update, row);
        update.addBatch();
      }
      int[] counts = update.executeBatch();
      return IntStream.range(0, counts.length)
          .filter(i -> requireExact(counts[i]) == 1)
          .mapToObj(rows::get)
          .toList();
    }
  }

  /**
   * One statement by row.
   *
   * @param times how often it asks for the row's key
   */
  private static void run(Connection connection, String sql, List<SafeRow> rows, int times)
      throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (SafeRow row : rows) {
        Parameters.set(
            statement,
            Collections.nCopies(times, row.key().values()).stream().flatMap(List::stream).toList());
        statement.addBatch();
      }
      statement.executeBatch();
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
