package kz.umyt.destroy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.umyt.plan.BoundTable;
import kz.umyt.plan.Cascaded;

/** Forgets, with a record that goes, the days that were kept for its clock. */
final class DayForgetter implements RowChanger {

  private final BoundTable target;
  private final RowChanger rows;
  private final KeySql keys;

  DayForgetter(BoundTable target, RowChanger rows) {
    this.target = target;
    this.rows = rows;
    this.keys = new KeySql(target);
  }

  @Override
  public int largestChunk() {
    return rows.largestChunk();
  }

  @Override
  public long change(Connection connection, KeyRange range, Failures failures) throws SQLException {
    Map<String, Set<String>> before = keys(connection, range);
    long gone = rows.change(connection, range, failures);
    forget(connection, before, range);
    return gone;
  }

  @Override
  public long changeOneByOne(Connection connection, KeyRange range, Failures failures)
      throws SQLException {
    Map<String, Set<String>> before = keys(connection, range);
    long gone = rows.changeOneByOne(connection, range, failures);
    forget(connection, before, range);
    return gone;
  }

  @Override
  public List<Cascaded> taken() {
    return rows.taken();
  }

  /** Of the records that are there, those with days, by the statement that forgets them. */
  private Map<String, Set<String>> keys(Connection connection, KeyRange range) throws SQLException {
    Map<String, Set<String>> found = new HashMap<>();
    for (Map.Entry<String, String> days : target.keptDays(keys.range(range)).entrySet()) {
      Set<String> of = found.computeIfAbsent(days.getValue(), forget -> new HashSet<>());
      try (PreparedStatement statement = connection.prepareStatement(days.getKey())) {
        Parameters.set(statement, keys.parameters(range));
        try (ResultSet rows = statement.executeQuery()) {
          while (rows.next()) {
            of.add(rows.getString(1));
          }
        }
      }
    }
    return found;
  }

  private void forget(Connection connection, Map<String, Set<String>> before, KeyRange range)
      throws SQLException {
    if (before.values().stream().allMatch(Set::isEmpty)) {
      return;
    }
    Map<String, Set<String>> left = keys(connection, range);
    for (Map.Entry<String, Set<String>> days : before.entrySet()) {
      Set<String> gone = new HashSet<>(days.getValue());
      gone.removeAll(left.getOrDefault(days.getKey(), Set.of()));
      try (PreparedStatement statement = connection.prepareStatement(days.getKey())) {
        for (String key : gone) {
          statement.setString(1, key);
          statement.addBatch();
        }
        if (!gone.isEmpty()) {
          statement.executeBatch();
        }
      }
    }
  }
}
