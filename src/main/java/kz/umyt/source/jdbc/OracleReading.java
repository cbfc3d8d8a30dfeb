package kz.umyt.source.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import kz.umyt.source.Column;
import kz.umyt.source.TableName;

/**
 * Reads the tables of Oracle. Long texts come as streams: the only function that cuts a LOB in a
 * query and gives it as a plain text ends at 4000 bytes.
 */
final class OracleReading implements TableReading {

  /** Below this share the engine takes none. */
  private static final double LEAST_PERCENT = 0.000001;

  private static final double MOST_PERCENT = 99.999999;

  /** Types that the driver writes as text itself, beside those with a kind of their own. */
  private static final Set<String> PLAIN =
      Set.of(
          "RAW",
          "LONG RAW",
          "BLOB",
          "BFILE",
          "ROWID",
          "UROWID",
          "FLOAT",
          "BINARY_FLOAT",
          "BINARY_DOUBLE",
          "BOOLEAN",
          "JSON",
          "VECTOR");

  @Override
  public boolean streamsLongValues() {
    return true;
  }

  /** Of long values the driver holds the beginning only. */
  @Override
  public int longFetchSize() {
    return 20;
  }

  @Override
  public String selected(Column column, String quoted, int most) {
    String type = column.type().toUpperCase(Locale.ROOT);
    if (type.equals("DATE")) {
      return dayOrMoment(quoted);
    }
    return switch (column.kind()) {
      case TIMESTAMP -> moment(quoted, "SYYYY-MM-DD HH24:MI:SS.FF6");
      // With local time zone it has the zone of the session, which the driver sets to Java's.
      case INSTANT -> moment(quoted, "SYYYY-MM-DD HH24:MI:SS.FF6 TZH:TZM");
      case OTHER -> other(type, quoted, most);
      default -> quoted;
    };
  }

  /** As everybody writes it who means a day, since no type of the engine has nothing but days. */
  private static String dayOrMoment(String quoted) {
    return "CASE WHEN "
        + quoted
        + " = TRUNC("
        + quoted
        + ") THEN "
        + moment(quoted, "SYYYY-MM-DD")
        + " ELSE "
        + moment(quoted, "SYYYY-MM-DD HH24:MI:SS")
        + " END";
  }

  /** The year comes with a space or, before Christ, with a minus sign. */
  private static String moment(String quoted, String form) {
    return "LTRIM(TO_CHAR(" + quoted + ", '" + form + "'))";
  }

  private static String other(String type, String quoted, int most) {
    if (PLAIN.contains(type) || type.startsWith("INTERVAL") || type.contains("GEOMETRY")) {
      return quoted;
    }
    if (type.endsWith("XMLTYPE")) {
      return text(quoted, quoted, most);
    }
    // Objects and collections that somebody has defined; they have no other form as text.
    return text(quoted, "XMLTYPE(" + quoted + ")", most);
  }

  private static String text(String quoted, String xml, int most) {
    return "CASE WHEN "
        + quoted
        + " IS NOT NULL THEN SUBSTR(XMLSERIALIZE(CONTENT "
        + xml
        + " AS CLOB), 1, "
        + (most + 1)
        + ") END";
  }

  @Override
  public String sampled(String from, CellQuery.Sample sample) {
    double percent = Math.max(LEAST_PERCENT, Math.min(MOST_PERCENT, sample.share() * 100));
    return from
        + " SAMPLE ("
        + String.format(Locale.ROOT, "%.6f", percent)
        + ") SEED ("
        + sample.seed()
        + ")";
  }

  /** As of the last statistics, and by how much it has grown since. */
  @Override
  public OptionalLong estimatedRows(Connection connection, TableName table) throws SQLException {
    return TableReading.number(
        connection,
        "SELECT t.num_rows + COALESCE((SELECT m.inserts - m.deletes FROM all_tab_modifications m"
            + " WHERE m.table_owner = t.owner AND m.table_name = t.table_name"
            + " AND m.partition_name IS NULL), 0)"
            + " FROM all_tables t WHERE t.owner = ? AND t.table_name = ?",
        table);
  }

  /** Where a table is kept in its index, what does not fit there lies in a table of its own. */
  @Override
  public Map<TableName, TableName> partitions(Connection connection) throws SQLException {
    Map<TableName, TableName> roots = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT owner, table_name, iot_name FROM all_tables"
                    + " WHERE iot_type IN ('IOT_OVERFLOW', 'IOT_MAPPING')")) {
      while (rows.next()) {
        roots.put(
            new TableName(rows.getString(1), rows.getString(2)),
            new TableName(rows.getString(1), rows.getString(3)));
      }
    }
    return roots;
  }

  /** Reading takes no lock and sees one state; the engine has no time-out of its own. */
  @Override
  public void prepare(Connection connection, Duration timeout) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET TRANSACTION READ ONLY");
    }
  }

  @Override
  public boolean stopsByItself() {
    return false;
  }
}
