package kz.umyt.source.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;
import kz.umyt.source.Column;
import kz.umyt.source.TableName;

/** Reads the tables of MariaDB and MySQL. */
final class MariaDbReading implements TableReading {

  /** Of a character in utf8mb4. */
  private static final int MOST_BYTES = 4;

  /** The server gives NULL for a text that is longer than a packet. */
  @Override
  public int longest(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT @@max_allowed_packet")) {
      long packet = rows.next() ? rows.getLong(1) : 0;
      return (int) Math.max(1, Math.min(LONGEST, packet / MOST_BYTES - 1));
    }
  }

  /** By the first word alone: behind it stand a size, a sign, or the values of an enumeration. */
  @Override
  public ValueForm form(Column column) {
    return switch (firstWord(column.type().toLowerCase(Locale.ROOT))) {
      case "double", "float" -> ValueForm.NUMBER;
      case "binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob" -> ValueForm.BYTES;
      case "geometry",
          "geometrycollection",
          "geomcollection",
          "vector",
          "point",
          "linestring",
          "polygon",
          "multipoint",
          "multilinestring",
          "multipolygon" ->
          ValueForm.NONE;
      default -> ValueForm.TEXT;
    };
  }

  private static String firstWord(String type) {
    int end = 0;
    while (end < type.length() && Character.isLetterOrDigit(type.charAt(end))) {
      end++;
    }
    return type.substring(0, end);
  }

  @Override
  public String selected(Column column, String quoted, int most) {
    // The driver holds a row as a whole, and the server sends none that is larger than a packet.
    return column.mayExceed(most) ? "LEFT(" + quoted + ", " + (most + 1) + ")" : quoted;
  }

  /** What was overwritten or deleted in a versioned table is still in it. */
  @Override
  public String from(Connection connection, TableName table, String quoted) throws SQLException {
    boolean versioned =
        TableReading.number(
                connection,
                "SELECT 1 FROM information_schema.tables WHERE table_schema = ? AND table_name = ?"
                    + " AND table_type = 'SYSTEM VERSIONED'",
                table)
            .isPresent();
    return versioned ? quoted + " FOR SYSTEM_TIME ALL" : quoted;
  }

  @Override
  public boolean hidesColumns() {
    return true;
  }

  @Override
  public String sampled(String from, CellQuery.Sample sample) {
    return from
        + " WHERE RAND("
        + sample.seed()
        + ") < "
        + String.format(Locale.ROOT, "%.12f", sample.share());
  }

  @Override
  public OptionalLong estimatedRows(Connection connection, TableName table) throws SQLException {
    return TableReading.number(
        connection,
        "SELECT table_rows FROM information_schema.tables"
            + " WHERE table_schema = ? AND table_name = ?",
        table);
  }

  @Override
  public void prepare(Connection connection, Duration timeout) throws SQLException {
    boolean mariaDb =
        connection
            .getMetaData()
            .getDatabaseProductName()
            .toLowerCase(Locale.ROOT)
            .contains("maria");
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          mariaDb
              ? "SET max_statement_time = " + timeout.toSeconds()
              : "SET max_execution_time = " + timeout.toMillis());
      statement.execute("START TRANSACTION READ ONLY");
    }
  }
}
