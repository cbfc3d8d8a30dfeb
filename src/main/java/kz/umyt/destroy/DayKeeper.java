package kz.umyt.destroy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.List;
import kz.umyt.plan.BoundTable;
import kz.umyt.plan.Cascaded;
import kz.umyt.source.jdbc.Dialect;

/**
 * Keeps the days of rows that go, in the transaction in which they go, where clocks of other
 * records are the latest over them: nobody could tell any more when these records are due.
 */
final class DayKeeper implements RowChanger {

  private final BoundTable target;
  private final RowChanger rows;
  private final KeySql keys;
  private final String run;

  DayKeeper(BoundTable target, RowChanger rows, String run) {
    this.target = target;
    this.rows = rows;
    this.keys = new KeySql(target);
    this.run = run;
  }

  @Override
  public int largestChunk() {
    return rows.largestChunk();
  }

  @Override
  public long change(Connection connection, KeyRange range, Failures failures) throws SQLException {
    return keeping(connection, range, failures, rows::change);
  }

  @Override
  public long changeOneByOne(Connection connection, KeyRange range, Failures failures)
      throws SQLException {
    return keeping(connection, range, failures, rows::changeOneByOne);
  }

  @Override
  public List<Cascaded> taken() {
    return rows.taken();
  }

  private long keeping(Connection connection, KeyRange range, Failures failures, Change change)
      throws SQLException {
    String which = keys.range(range);
    long locked = lock(connection, which, keys.parameters(range));
    if (locked > 0) {
      for (String keep : target.keepDays(run, which)) {
        try (PreparedStatement statement = connection.prepareStatement(keep)) {
          Parameters.set(statement, keys.parameters(range));
          statement.executeUpdate();
        }
      }
    }
    long gone = change.of(connection, range, failures);
    if (gone > locked) {
      // Some row has become due meanwhile, and its day was not kept: from the beginning.
      throw new SQLTransactionRollbackException("more rows went than were due", "40001");
    }
    return gone;
  }

  /** Rows whose days are kept stay as they are until they go. */
  private long lock(Connection connection, String which, List<Object> parameters)
      throws SQLException {
    Dialect dialect = target.database().dialect();
    String sql =
        dialect.locking(
            "1",
            dialect.quote(target.table().name()),
            " WHERE " + which + " AND " + target.conditions().due());
    long locked = 0;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Parameters.set(statement, parameters);
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          locked++;
        }
      }
    }
    return locked;
  }

  /** How the rows of a range go. */
  @FunctionalInterface
  private interface Change {
    long of(Connection connection, KeyRange range, Failures failures) throws SQLException;
  }
}
