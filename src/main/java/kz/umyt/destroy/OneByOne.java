package kz.umyt.destroy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import kz.umyt.plan.BoundTable;
import kz.umyt.source.Check;
import kz.umyt.source.jdbc.CheckConstraints;
import kz.umyt.source.jdbc.Dialect;
import org.jspecify.annotations.Nullable;

/** Goes through the due keys of a small range and lets each row fail for itself. */
final class OneByOne {

  /** Changes one row; false if it is no longer due. */
  @FunctionalInterface
  interface Change {
    boolean apply(Key key) throws SQLException;
  }

  /** Whether a row that cannot be changed now only waits for others. */
  @FunctionalInterface
  interface Wait {
    boolean isFor(Key key) throws SQLException;
  }

  private final BoundTable target;
  private final KeySql keys;
  private @Nullable List<Check> checks;

  OneByOne(BoundTable target, KeySql keys) {
    this.target = target;
    this.keys = keys;
  }

  long run(Connection connection, KeyRange range, Failures failures, Change change)
      throws SQLException {
    return run(connection, range, failures, change, key -> false);
  }

  long run(Connection connection, KeyRange range, Failures failures, Change change, Wait waits)
      throws SQLException {
    long changed = 0;
    for (Key key : dueKeys(connection, range)) {
      Savepoint before = connection.setSavepoint();
      try {
        if (change.apply(key)) {
          changed++;
        }
        target.database().dialect().release(connection, before);
      } catch (SQLException failure) {
        Dialect dialect = target.database().dialect();
        boolean rowOnly = dialect.isCausedByRow(failure) || dialect.isTransient(failure);
        if (!rowOnly || dialect.endsTransaction(failure)) {
          throw failure;
        }
        connection.rollback(before);
        if (!waits.isFor(key)) {
          failures.add(CheckConstraints.describe(failure, checks()));
        }
      }
    }
    return changed;
  }

  private List<Check> checks() {
    List<Check> known = checks;
    if (known == null) {
      known = CheckConstraints.of(target.database(), target.table().name());
      checks = known;
    }
    return known;
  }

  private List<Key> dueKeys(Connection connection, KeyRange range) throws SQLException {
    String sql =
        "SELECT "
            + keys.read()
            + " FROM "
            + target.database().dialect().quote(target.table().name())
            + " WHERE "
            + keys.range(range)
            + " AND "
            + target.conditions().due();
    List<Key> found = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Parameters.set(statement, keys.parameters(range));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(keys.key(rows));
        }
      }
    }
    return found;
  }
}
