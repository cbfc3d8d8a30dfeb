package kz.umyt.destroy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kz.umyt.source.Column;
import kz.umyt.source.jdbc.Dialect;

/** Statements over rows whose columns hold one of many tuples, some hundreds of these at a time. */
final class Values {

  private static final int AT_ONCE = 500;

  /** Question marks that every engine takes in one statement. */
  private static final int MOST_MARKS = 2_000;

  private final Connection connection;
  private final Dialect dialect;

  Values(Connection connection, Dialect dialect) {
    this.connection = connection;
    this.dialect = dialect;
  }

  /**
   * Runs a statement that changes rows.
   *
   * @param before everything up to the columns
   * @param after what stands behind the condition
   * @return how many rows it changed
   */
  long change(String before, List<String> columns, Collection<List<Object>> tuples, String after)
      throws SQLException {
    long changed = 0;
    for (List<List<Object>> some : pieces(tuples)) {
      try (PreparedStatement statement =
          connection.prepareStatement(before + in(columns, some.size()) + after)) {
        set(statement, some);
        changed += statement.executeUpdate();
      }
    }
    return changed;
  }

  /**
   * Locks rows and reads some of their columns.
   *
   * @param read what is selected of {@code of}; at least one
   * @param from quoted name of the table
   * @return each tuple once; those with an empty column point nowhere and are left out
   */
  Set<List<Object>> lock(
      List<String> read,
      List<Column> of,
      String from,
      List<String> columns,
      Collection<List<Object>> tuples)
      throws SQLException {
    Set<List<Object>> found = new LinkedHashSet<>();
    read(
        String.join(", ", read),
        from,
        columns,
        tuples,
        rows -> {
          List<Object> tuple = tuple(dialect, rows, 1, of);
          if (!tuple.isEmpty()) {
            found.add(tuple);
          }
        });
    return found;
  }

  /** Takes up a row that is read. */
  @FunctionalInterface
  interface Reader {
    void take(ResultSet rows) throws SQLException;
  }

  /**
   * Locks rows and reads them.
   *
   * @param read joined by commas
   * @param from quoted name of the table
   */
  void read(
      String read,
      String from,
      List<String> columns,
      Collection<List<Object>> tuples,
      Reader reader)
      throws SQLException {
    for (List<List<Object>> some : pieces(tuples)) {
      String sql = dialect.locking(read, from, " WHERE " + in(columns, some.size()));
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        set(statement, some);
        try (ResultSet rows = statement.executeQuery()) {
          while (rows.next()) {
            reader.take(rows);
          }
        }
      }
    }
  }

  /** The tuple in some columns of a row, as they are read of a key; empty where one of them is. */
  static List<Object> tuple(Dialect dialect, ResultSet rows, int from, List<Column> columns)
      throws SQLException {
    List<Object> tuple = new ArrayList<>();
    for (Column column : columns) {
      Object value = dialect.keyValue(rows, from + tuple.size(), column);
      if (rows.wasNull()) {
        return List.of();
      }
      tuple.add(value);
    }
    return List.copyOf(tuple);
  }

  private static List<List<List<Object>>> pieces(Collection<List<Object>> tuples) {
    List<List<Object>> all = List.copyOf(tuples);
    List<List<List<Object>>> pieces = new ArrayList<>();
    int atOnce = all.isEmpty() ? 1 : Math.min(AT_ONCE, MOST_MARKS / all.get(0).size());
    for (int from = 0; from < all.size(); from += atOnce) {
      pieces.add(all.subList(from, Math.min(from + atOnce, all.size())));
    }
    return pieces;
  }

  private String in(List<String> columns, int tuples) {
    if (columns.size() > 1 && !dialect.comparesRows()) {
      String equal =
          columns.stream()
              .map(column -> dialect.quote(column) + " = ?")
              .collect(Collectors.joining(" AND ", "(", ")"));
      return "(" + String.join(" OR ", Collections.nCopies(tuples, equal)) + ")";
    }
    String marks = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
    String names = columns.stream().map(dialect::quote).collect(Collectors.joining(", "));
    String one = columns.size() == 1 ? "?" : "(" + marks + ")";
    return (columns.size() == 1 ? names : "(" + names + ")")
        + " IN ("
        + String.join(", ", Collections.nCopies(tuples, one))
        + ")";
  }

  private static void set(PreparedStatement statement, List<List<Object>> tuples)
      throws SQLException {
    int index = 1;
    for (List<Object> tuple : tuples) {
      for (Object value : tuple) {
        statement.setObject(index++, value);
      }
    }
  }
}
