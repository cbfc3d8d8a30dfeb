package kz.umyt.source.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import kz.umyt.source.Column;
import org.postgresql.util.PGobject;

/**
 * Columns of a key that the driver reads only in part (the microseconds of a time), or hands back
 * as something that is not equal to them (an enumeration): they are read as texts, of which the
 * server itself makes a value of the column's type.
 */
final class PostgresKeys {
  private PostgresKeys() {}

  private static final Set<String> PLAIN =
      Set.of(
          "int2",
          "int4",
          "int8",
          "numeric",
          "float4",
          "float8",
          "bool",
          "uuid",
          "bytea",
          "text",
          "varchar",
          "bpchar",
          "citext",
          "date",
          "timestamp",
          "timestamptz");

  static String read(String expression, Column column) {
    return PLAIN.contains(column.type()) ? expression : "CAST(" + expression + " AS text)";
  }

  static Object value(ResultSet row, int index, Column column) throws SQLException {
    if (PLAIN.contains(column.type())) {
      return row.getObject(index);
    }
    PGobject text = new PGobject();
    // Of a type that the server chooses.
    text.setType("unknown");
    text.setValue(row.getString(index));
    return text;
  }
}
