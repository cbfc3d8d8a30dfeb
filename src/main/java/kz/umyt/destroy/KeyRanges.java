package kz.umyt.destroy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.umyt.plan.BoundTable;
import kz.umyt.source.jdbc.Dialect;
import kz.umyt.source.jdbc.RowPlaces;

/** Cuts a table, or a range of it, into ranges of so many rows, in the order of the primary key. */
final class KeyRanges {

  private final KeySql keys;
  private final Dialect dialect;
  private final String table;
  private final Optional<RowPlaces> places;

  KeyRanges(BoundTable target) {
    this.keys = new KeySql(target);
    this.places = KeySql.places(target);
    this.dialect = target.database().dialect();
    this.table = dialect.quote(target.table().name());
  }

  /** The first rows of a range, as many as asked for or what there is. */
  KeyRange first(Connection connection, KeyRange of, int rows) throws SQLException {
    if (places.isPresent()) {
      return places
          .get()
          .last(connection, of.after().map(KeyRanges::place), of.upTo().map(KeyRanges::place), rows)
          .map(last -> new KeyRange(of.after(), Optional.of(new Key(List.of(last)))))
          .orElse(of);
    }
    String sql =
        "SELECT "
            + keys.read()
            + " FROM "
            + table
            + " WHERE "
            + keys.range(of)
            + " ORDER BY "
            + keys.list()
            + dialect.onlyRow(rows);
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Parameters.set(statement, keys.parameters(of));
      try (ResultSet found = statement.executeQuery()) {
        return found.next() ? new KeyRange(of.after(), Optional.of(keys.key(found))) : of;
      }
    }
  }

  /**
   * The first ranges of a range.
   *
   * @param most ranges; fewer where its end is reached
   * @return at least one
   */
  List<KeyRange> first(Connection connection, KeyRange of, int rows, int most) throws SQLException {
    List<KeyRange> ranges = new ArrayList<>();
    Optional<KeyRange> rest = Optional.of(of);
    while (rest.isPresent() && ranges.size() < most) {
      KeyRange first = first(connection, rest.get(), rows);
      ranges.add(first);
      rest = rest.get().behind(first);
    }
    return ranges;
  }

  private static String place(Key key) {
    return String.valueOf(key.values().get(0));
  }
}
