package kz.umyt.destroy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.umyt.plan.BoundTable;
import kz.umyt.source.jdbc.RowPlaces;
import kz.umyt.source.jdbc.RowValues;

/** Conditions and lists over the primary key of one table; without one, over its rows' places. */
final class KeySql {

  private final List<String> columns;
  private final String mark;

  KeySql(BoundTable target) {
    Optional<RowPlaces> places = places(target);
    this.columns =
        places
            .map(place -> List.of(place.column()))
            .orElseGet(
                () ->
                    target.table().primaryKey().stream().map(target.conditions()::column).toList());
    this.mark = places.map(RowPlaces::mark).orElse("?");
  }

  /** What tells the rows apart where they have no key. */
  static Optional<RowPlaces> places(BoundTable target) {
    return target.table().primaryKey().isEmpty()
        ? target.database().dialect().rowPlaces(target.table().name())
        : Optional.empty();
  }

  /** The key's columns, for SELECT and ORDER BY. */
  String list() {
    return String.join(", ", columns);
  }

  /** One row by its key. */
  String equal() {
    return columns.stream()
        .map(column -> column + " = " + mark)
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
      return columns.get(0) + " " + operator + " " + mark;
    }
    String marks = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
    return "(" + list() + ") " + operator + " (" + marks + ")";
  }

  int size() {
    return columns.size();
  }
}
