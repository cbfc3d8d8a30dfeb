package kz.umyt.source.jdbc;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.umyt.source.Column;
import org.jspecify.annotations.Nullable;

/** An array by column. All are arrays of texts: what a text means, the server knows best. */
record PostgresRowValues(List<Column> columns) implements RowValues {

  /** Types whose values are the same ones after a cast, and found by an index. */
  private static final Set<String> KEYS =
      Set.of("int2", "int4", "int8", "numeric", "uuid", "text", "varchar", "date");

  PostgresRowValues {
    columns = List.copyOf(columns);
  }

  /** Absent where a column is of a type that takes no text. */
  static Optional<RowValues> of(List<Column> keys, List<Column> columns) {
    boolean takes =
        keys.stream().allMatch(key -> KEYS.contains(key.type()))
            && columns.stream().allMatch(column -> cast(column).isPresent());
    return takes
        ? Optional.of(new PostgresRowValues(JoinedColumns.of(keys, columns)))
        : Optional.empty();
  }

  private static Optional<String> cast(Column column) {
    return switch (column.kind()) {
      case TEXT -> Optional.of("text");
      case INTEGER, DECIMAL -> Optional.of("numeric");
      case DATE -> Optional.of("date");
      case TIMESTAMP -> Optional.of("timestamp");
      case INSTANT -> Optional.of("timestamptz");
      case OTHER ->
          KEYS.contains(column.type()) || column.document().isPresent()
              ? Optional.of(column.type())
              : Optional.empty();
    };
  }

  @Override
  public String table() {
    return "unnest("
        + String.join(", ", Collections.nCopies(columns.size(), "CAST(? AS text[])"))
        + ") AS umyt_v("
        + IntStream.range(0, columns.size())
            .mapToObj(i -> "v" + i)
            .collect(Collectors.joining(", "))
        + ")";
  }

  @Override
  public String value(int index) {
    Column column = columns.get(index);
    // A key must be found by its index: of its very type.
    String type = KEYS.contains(column.type()) ? column.type() : cast(column).orElseThrow();
    return "CAST(umyt_v.v" + index + " AS pg_catalog." + type + ")";
  }

  @Override
  public void bind(PreparedStatement statement, List<List<@Nullable Object>> rows)
      throws SQLException {
    Connection connection = statement.getConnection();
    for (int column = 0; column < columns.size(); column++) {
      @Nullable String[] values = new String[rows.size()];
      for (int row = 0; row < values.length; row++) {
        values[row] = JoinedColumns.text(rows.get(row).get(column));
      }
      Array array = connection.createArrayOf("text", values);
      statement.setArray(column + 1, array);
    }
  }
}
