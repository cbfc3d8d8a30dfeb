package kz.umyt.destroy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.umyt.plan.BoundTable;
import kz.umyt.source.jdbc.Dialect;
import kz.umyt.source.jdbc.RowPlaces;
import kz.umyt.source.jdbc.RowValues;

/** Conditions and lists over the primary key of one table; without one, over its rows' places. */
final class KeySql {

  private final List<String> columns;
  private final List<String> reads;
  private final List<String> marks;
  private final boolean comparesRows;
  private final Optional<KeyColumns> key;

  KeySql(BoundTable target) {
    Dialect dialect = target.database().dialect();
    Optional<RowPlaces> places = places(target);
    KeyColumns columnwise = new KeyColumns(dialect, target.table());
    this.key = places.isPresent() ? Optional.empty() : Optional.of(columnwise);
    this.columns = places.map(place -> List.of(place.column())).orElseGet(columnwise::plain);
    this.reads = places.map(place -> List.of(place.column())).orElseGet(columnwise::read);
    this.marks = places.map(place -> List.of(place.mark())).orElseGet(columnwise::marks);
    this.comparesRows = dialect.comparesRows();
  }

  /** What tells the rows apart where they have no key. */
  static Optional<RowPlaces> places(BoundTable target) {
    return target.table().primaryKey().isEmpty()
        ? target.database().dialect().rowPlaces(target.table().name())
        : Optional.empty();
  }

  /** The key's columns, for ORDER BY. */
  String list() {
    return String.join(", ", columns);
  }

  /** What is selected of them, in front of whatever else is, for {@link #key}. */
  String read() {
    return String.join(", ", reads);
  }

  /** The key in the first columns of a row. */
  Key key(ResultSet row) throws SQLException {
    return new Key(key.isPresent() ? key.get().values(row) : List.of(row.getObject(1)));
  }

  /** One row by its key. */
  String equal() {
    return IntStream.range(0, columns.size())
        .mapToObj(i -> columns.get(i) + " = " + marks.get(i))
        .collect(Collectors.joining(" AND "));
  }

  /** The rows whose keys stand in the first columns of rows of values. */
  String equal(RowValues rows) {
    return IntStream.range(0, columns.size())
        .mapToObj(i -> columns.get(i) + " = " + rows.value(i))
        .collect(Collectors.joining(" AND "));
  }

  String range(KeyRange range) {
    String from = range.after().isPresent() ? compare(">") : "1 = 1";
    return range.upTo().isPresent() ? from + " AND " + compare("<=") : from;
  }

  private String compare(String operator) {
    if (columns.size() == 1) {
      return columns.get(0) + " " + operator + " " + marks.get(0);
    }
    return comparesRows
        ? "(" + list() + ") " + operator + " (" + String.join(", ", marks) + ")"
        : compare(operator, 0);
  }

  /** Column by column: an index over them is entered where the first comparison says. */
  private String compare(String operator, int column) {
    String left = columns.get(column) + " ";
    String right = " " + marks.get(column);
    if (column == columns.size() - 1) {
      return left + operator + right;
    }
    char side = operator.charAt(0);
    return "("
        + (left + side + "=" + right + " AND (" + left + side + right + " OR ")
        + compare(operator, column + 1)
        + "))";
  }

  /** Values for the question marks of {@link #range}, in order. */
  List<Object> parameters(KeyRange range) {
    List<Object> values = new ArrayList<>();
    Stream.of(range.after(), range.upTo())
        .flatMap(Optional::stream)
        .forEach(key -> add(key, values));
    return values;
  }

  private void add(Key key, List<Object> values) {
    for (int i = 0; i < key.values().size(); i++) {
      values.add(key.values().get(i));
      if (!comparesRows && i < key.values().size() - 1) {
        values.add(key.values().get(i));
      }
    }
  }

  int size() {
    return columns.size();
  }
}
