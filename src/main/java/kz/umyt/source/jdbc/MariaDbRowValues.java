package kz.umyt.source.jdbc;

import java.io.StringWriter;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kz.umyt.source.Column;
import kz.umyt.source.ColumnKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** One JSON text, an array by row, which JSON_TABLE makes a table of. */
record MariaDbRowValues(List<Column> columns) implements RowValues {

  private static final JsonFactory JSON = new JsonFactory();

  MariaDbRowValues {
    columns = List.copyOf(columns);
  }

  /** Absent where the server is too old, or a column of a type that takes no text. */
  static Optional<RowValues> of(Connection connection, List<Column> keys, List<Column> columns)
      throws SQLException {
    boolean takes =
        keys.stream().allMatch(key -> key.kind() == ColumnKind.INTEGER)
            && columns.stream().allMatch(MariaDbRowValues::takesText)
            && knowsJsonTable(connection.getMetaData());
    return takes
        ? Optional.of(new MariaDbRowValues(JoinedColumns.of(keys, columns)))
        : Optional.empty();
  }

  private static boolean takesText(Column column) {
    // What is a moment depends on the zone of the session, which the driver knows.
    return column.kind() != ColumnKind.OTHER && column.kind() != ColumnKind.INSTANT;
  }

  private static boolean knowsJsonTable(DatabaseMetaData server) throws SQLException {
    int major = server.getDatabaseMajorVersion();
    return server.getDatabaseProductName().equals("MariaDB")
        ? major > 10 || (major == 10 && server.getDatabaseMinorVersion() >= 6)
        : major >= 8;
  }

  @Override
  public String table() {
    List<String> described = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      described.add("v" + i + " " + type(columns.get(i)) + " PATH '$[" + i + "]'");
    }
    return "JSON_TABLE(?, '$[*]' COLUMNS (" + String.join(", ", described) + ")) umyt_v";
  }

  private static String type(Column column) {
    if (column.kind() != ColumnKind.INTEGER) {
      return "LONGTEXT CHARACTER SET utf8mb4";
    }
    boolean isUnsigned = column.type().toUpperCase(Locale.ROOT).contains("UNSIGNED");
    return isUnsigned ? "BIGINT UNSIGNED" : "BIGINT";
  }

  @Override
  public String value(int index) {
    return "umyt_v.v" + index;
  }

  @Override
  public void bind(PreparedStatement statement, List<List<@Nullable Object>> rows)
      throws SQLException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartArray();
      for (List<@Nullable Object> row : rows) {
        json.writeStartArray();
        for (Object value : row) {
          json.writeString(JoinedColumns.text(value));
        }
        json.writeEndArray();
      }
      json.writeEndArray();
    }
    statement.setString(1, text.toString());
  }
}
