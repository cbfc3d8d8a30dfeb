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

  /** As {@link Expressions#is}, for engines that know conditions, and no values of them. */
  static String is(String condition, Expressions.Truth truth) {
    String asked = "(\n" + condition + "\n)";
    return switch (truth) {
      case TRUE -> "CASE WHEN " + asked + " THEN 1 ELSE 0 END = 1";
      case FALSE -> "CASE WHEN NOT " + asked + " THEN 1 ELSE 0 END = 1";
      case UNKNOWN -> "CASE WHEN " + asked + " THEN 1 WHEN NOT " + asked + " THEN 1 ELSE 0 END = 0";
    };
  }

  /** As {@link Dialect#onlyRow}, in the standard's words. */
  static String onlyRow(int number) {
    return " OFFSET " + (number - 1) + " ROWS FETCH NEXT 1 ROWS ONLY";
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

  /** Tables by a query for schema and name. */
  static List<TableName> tables(PreparedStatement query) throws SQLException {
    List<TableName> tables = new ArrayList<>();
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        tables.add(new TableName(rows.getString(1), rows.getString(2)));
      }
    }
    return tables;
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
          Set.of("target", "row_key", "run", "digest"),
          "umyt_due",
          Set.of("target", "row_key", "run", "digest", "local_time", "moment"));

  /**
   * Types of the evidence tables' columns.
   *
   * @param text of the given length in characters, compared byte by byte
   * @param count for numbers of rows
   * @param written for the moment of an entry
   * @param localTime for a clock without a zone
   * @param moment for a clock with one; may be null
   */
  record JournalTypes(
      IntFunction<String> text, String count, String written, String localTime, String moment) {

    /** With a text type that takes its length behind it. */
    static JournalTypes of(String text, String written, String localTime, String moment) {
      return new JournalTypes(
          length -> text + "(" + length + ")", "BIGINT", written, localTime, moment);
    }
  }

  /** The evidence tables. */
  static List<String> journalDdl(String quotedSchema, JournalTypes types) {
    IntFunction<String> text = types.text();
    return List.of(
        "CREATE TABLE "
            + quotedSchema
            + ".umyt_journal (\n"
            + ("  run " + text.apply(80) + " NOT NULL,\n")
            + ("  target " + text.apply(300) + " NOT NULL,\n")
            + "  lane INTEGER NOT NULL,\n"
            + "  chunk INTEGER NOT NULL,\n"
            + ("  action " + text.apply(20) + " NOT NULL,\n")
            + ("  changed " + types.count() + " NOT NULL,\n")
            + ("  range_from " + text.apply(40) + ",\n")
            + ("  range_to " + text.apply(40) + ",\n")
            + ("  walked " + text.apply(40) + ",\n")
            + ("  digest " + text.apply(64) + " NOT NULL,\n")
            + ("  written " + types.written() + " NOT NULL,\n")
            + "  PRIMARY KEY (run, target, lane, chunk))",
        "CREATE TABLE "
            + quotedSchema
            + ".umyt_done (\n"
            + ("  target " + text.apply(300) + " NOT NULL,\n")
            + ("  row_key " + text.apply(400) + " NOT NULL,\n")
            + ("  run " + text.apply(80) + " NOT NULL,\n")
            + ("  digest " + text.apply(64) + " NOT NULL,\n")
            + "  PRIMARY KEY (target, row_key))",
        "CREATE TABLE "
            + quotedSchema
            + ".umyt_due (\n"
            + ("  target " + text.apply(300) + " NOT NULL,\n")
            + ("  row_key " + text.apply(400) + " NOT NULL,\n")
            + ("  run " + text.apply(80) + " NOT NULL,\n")
            + ("  digest " + text.apply(64) + " NOT NULL,\n")
            + ("  local_time " + types.localTime() + ",\n")
            + ("  moment " + types.moment() + ")"),
        "CREATE INDEX umyt_due_key ON " + quotedSchema + ".umyt_due (target, row_key)");
  }
}
