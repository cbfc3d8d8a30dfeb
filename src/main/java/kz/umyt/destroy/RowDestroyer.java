package kz.umyt.destroy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import kz.umyt.plan.BoundTable;
import kz.umyt.source.jdbc.Dialect;

/** Deletes. The due condition, the hold and the block stand in each statement. */
final class RowDestroyer implements RowChanger {

  private final BoundTable target;
  private final KeySql keys;
  private final OneByOne oneByOne;
  private final References references;
  private final Waits waits;

  RowDestroyer(BoundTable target) {
    this.target = target;
    this.keys = new KeySql(target);
    this.oneByOne = new OneByOne(target, keys);
    this.references = new References(target);
    this.waits = new Waits(target);
  }

  @Override
  public int largestChunk() {
    return Math.min(500_000, target.database().dialect().mostRowsAtOnce());
  }

  @Override
  public long change(Connection connection, KeyRange range, Failures failures) throws SQLException {
    lock(connection, keys.range(range), keys.parameters(range));
    try (PreparedStatement statement = connection.prepareStatement(delete(keys.range(range)))) {
      Parameters.set(statement, keys.parameters(range));
      int changed = statement.executeUpdate();
      failures.add(
          references.reason(), left(connection, keys.range(range), keys.parameters(range)));
      return changed;
    }
  }

  /** Due rows that stay because rows point to them that the job does not destroy. */
  private long left(Connection connection, String which, List<Object> parameters)
      throws SQLException {
    if (references.keepForGood().isEmpty()) {
      return 0;
    }
    String sql =
        "SELECT COUNT(*) FROM "
            + table()
            + " WHERE "
            + which
            + " AND "
            + due()
            + " AND "
            + references.keepForGood().get();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Parameters.set(statement, parameters);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        long left = rows.getLong(1);
        return left == 0
            ? 0
            : left
                - waits.count(
                    connection, which + " AND " + references.keepForGood().get(), parameters);
      }
    }
  }

  @Override
  public long changeOneByOne(Connection connection, KeyRange range, Failures failures)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(delete(keys.equal()))) {
      return oneByOne.run(
          connection,
          range,
          failures,
          key -> {
            lock(connection, keys.equal(), key.values());
            Parameters.set(statement, key.values());
            if (statement.executeUpdate() == 1) {
              return true;
            }
            failures.add(references.reason(), left(connection, keys.equal(), key.values()));
            return false;
          },
          // Which rows of one table go first is left to the engine, and so is the refusal.
          key -> waits.count(connection, keys.equal(), key.values()) > 0);
    }
  }

  /**
   * Whoever waits for a row that somebody else has changed looks at that row again, but at others
   * as they were before the wait: a row would go although the contract that it belongs to has just
   * been renewed. So what may go is waited for first, and the statement that deletes looks anew.
   * Nor can anybody point to a row that is locked so. And this wait has an end in every engine.
   */
  private void lock(Connection connection, String which, List<Object> parameters)
      throws SQLException {
    Dialect dialect = target.database().dialect();
    if (!target.readsOtherRows() && !references.areUnguarded() && !dialect.waitsWithoutEnd()) {
      return;
    }
    String sql = dialect.locking("1", table(), " WHERE " + which + " AND " + due());
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Parameters.set(statement, parameters);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          // Each of them is locked as it is read.
        }
      }
    }
  }

  private String due() {
    return target.conditions().due();
  }

  private String table() {
    return target.database().dialect().quote(target.table().name());
  }

  private String delete(String which) {
    return "DELETE FROM " + table() + " WHERE " + which + " AND " + due() + references.andNone();
  }
}
