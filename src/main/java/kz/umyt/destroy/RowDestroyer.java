package kz.umyt.destroy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import kz.umyt.plan.BoundTable;

/** Deletes. The due condition, the hold and the block stand in each statement. */
final class RowDestroyer implements RowChanger {

  private final BoundTable target;
  private final KeySql keys;
  private final OneByOne oneByOne;

  RowDestroyer(BoundTable target) {
    this.target = target;
    this.keys = new KeySql(target);
    this.oneByOne = new OneByOne(target, keys);
  }

  @Override
  public int largestChunk() {
    return 200_000;
  }

  @Override
  public long change(Connection connection, KeyRange range) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(delete(keys.range(range)))) {
      Parameters.set(statement, range.parameters());
      return statement.executeUpdate();
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
            Parameters.set(statement, key.values());
            return statement.executeUpdate() == 1;
          });
    }
  }

  private String delete(String which) {
    return "DELETE FROM "
        + target.database().dialect().quote(target.table().name())
        + " WHERE "
        + which
        + " AND "
        + target.conditions().due();
  }
}
