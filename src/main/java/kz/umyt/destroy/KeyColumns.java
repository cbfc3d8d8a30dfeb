package kz.umyt.destroy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kz.umyt.source.Column;
import kz.umyt.source.Table;
import kz.umyt.source.jdbc.Dialect;

/** The primary key of a table: how it is read, and handed back so that its row is found again. */
record KeyColumns(Dialect dialect, Table table) {

  private Stream<Column> columns() {
    return table.primaryKey().stream().map(table::columnNamed);
  }

  /** The columns themselves. */
  List<String> plain() {
    return columns().map(this::quoted).toList();
  }

  /** What is selected of them. */
  List<String> read() {
    return columns().map(column -> dialect.keyRead(quoted(column), column)).toList();
  }

  /** Question marks that they are compared with. */
  List<String> marks() {
    return columns().map(dialect::keyMark).toList();
  }

  /** Values out of the first columns of a row, of which {@link #read} was selected. */
  List<Object> values(ResultSet row) throws SQLException {
    List<Object> values = new ArrayList<>();
    for (Column column : columns().toList()) {
      values.add(dialect.keyValue(row, values.size() + 1, column));
    }
    return List.copyOf(values);
  }

  private String quoted(Column column) {
    return dialect.quote(table.name().name()) + "." + dialect.quote(column.name());
  }
}
