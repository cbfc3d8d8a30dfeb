package kz.umyt.source.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import kz.umyt.source.ColumnKind;
import kz.umyt.source.SideEffects;
import kz.umyt.source.TableName;

/** What the SQL standard says, for the engines that keep to it. */
final class Ansi {
  private Ansi() {}

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  static String quote(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  static String utc(ZonedDateTime moment) {
    return MOMENT.format(moment);
  }

  static String startOfDay(ColumnKind kind, LocalDate day) {
    return switch (kind) {
      case DATE -> "DATE '" + day + "'";
      case TIMESTAMP -> "TIMESTAMP '" + day + " 00:00:00'";
      default -> throw new IllegalArgumentException(kind + " holds no days");
    };
  }

  static ColumnKind kind(int jdbcType) {
    return switch (jdbcType) {
      case Types.CHAR,
          Types.VARCHAR,
          Types.LONGVARCHAR,
          Types.NCHAR,
          Types.NVARCHAR,
          Types.LONGNVARCHAR,
          Types.CLOB,
          Types.NCLOB ->
          ColumnKind.TEXT;
      case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> ColumnKind.INTEGER;
      case Types.NUMERIC, Types.DECIMAL -> ColumnKind.DECIMAL;
      case Types.DATE -> ColumnKind.DATE;
      case Types.TIMESTAMP -> ColumnKind.TIMESTAMP;
      case Types.TIMESTAMP_WITH_TIMEZONE -> ColumnKind.INSTANT;
      default -> ColumnKind.OTHER;
    };
  }

  /**
   * The triggers of a table as the standard's view tells them.
   *
   * @param definition the column of the view that says what a trigger does
   */
  static List<SideEffects.Trigger> triggers(
      Connection connection, TableName table, String definition) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT trigger_name, event_manipulation, "
                + definition
                + " FROM information_schema.triggers"
                + " WHERE event_object_schema = ? AND event_object_table = ?"
                + " ORDER BY trigger_name, event_manipulation")) {
      query.setString(1, table.schema());
      query.setString(2, table.name());
      return triggers(query);
    }
  }

  /** Triggers by a query for name, event and definition. */
  static List<SideEffects.Trigger> triggers(PreparedStatement query) throws SQLException {
    List<SideEffects.Trigger> triggers = new ArrayList<>();
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        triggers.add(
            new SideEffects.Trigger(
                rows.getString(1), rows.getString(2), String.valueOf(rows.getString(3))));
      }
    }
    return triggers;
  }

  /** The columns of the evidence tables, by table. */
  static final Map<String, Set<String>> JOURNAL_COLUMNS =
      Map.of(
          "umyt_journal",
          Set.of(
              "run",
              "target",
              "lane",
              "chunk",
              "action",
              "changed",
              "range_from",
              "range_to",
              "walked",
              "digest",
              "written"),
          "umyt_done",
          Set.of("target", "row_key", "run", "digest"));

  /**
   * The evidence tables.
   *
   * @param text a text type with a length behind it, compared byte by byte
   * @param moment a type for a moment
   */
  static List<String> journalDdl(String quotedSchema, String text, String moment) {
    return journalDdl(quotedSchema, length -> text + "(" + length + ")", "BIGINT", moment);
  }

  /**
   * The evidence tables.
   *
   * @param text a text type of the given length in characters, compared byte by byte
   * @param count a type for numbers of rows
   * @param moment a type for a moment
   */
  static List<String> journalDdl(
      String quotedSchema, IntFunction<String> text, String count, String moment) {
    return List.of(
        "CREATE TABLE "
            + quotedSchema
            + ".umyt_journal (\n"
            + ("  run " + text.apply(80) + " NOT NULL,\n")
            + ("  target " + text.apply(300) + " NOT NULL,\n")
            + "  lane INTEGER NOT NULL,\n"
            + "  chunk INTEGER NOT NULL,\n"
            + ("  action " + text.apply(20) + " NOT NULL,\n")
            + ("  changed " + count + " NOT NULL,\n")
            + ("  range_from " + text.apply(40) + ",\n")
            + ("  range_to " + text.apply(40) + ",\n")
            + ("  walked " + text.apply(40) + ",\n")
            + ("  digest " + text.apply(64) + " NOT NULL,\n")
            + ("  written " + moment + " NOT NULL,\n")
            + "  PRIMARY KEY (run, target, lane, chunk))",
        "CREATE TABLE "
            + quotedSchema
            + ".umyt_done (\n"
            + ("  target " + text.apply(300) + " NOT NULL,\n")
            + ("  row_key " + text.apply(400) + " NOT NULL,\n")
            + ("  run " + text.apply(80) + " NOT NULL,\n")
            + ("  digest " + text.apply(64) + " NOT NULL,\n")
            + "  PRIMARY KEY (target, row_key))");
  }
}
