package kz.umyt.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import kz.umyt.source.Column;
import kz.umyt.source.ColumnKind;
import kz.umyt.source.TableName;
import kz.umyt.source.jdbc.Dialect;

/**
 * The days of rows that are gone, kept in {@code umyt_due} for a clock that is the latest over such
 * rows: a record whose last invoice has been destroyed is as old as it was with it.
 *
 * @param table the quoted {@code umyt_due}
 * @param exists whether it is there: without it none are kept yet
 * @param paths of the record's table
 * @param record columns that tell the record from another one that gets its key later: of that one
 *     the days say nothing, and it is undecidable until a person has looked
 * @param path to the rows
 * @param days what their values can be
 */
record KeptDays(
    String table,
    boolean exists,
    RowPaths paths,
    List<Column> record,
    ClockPath.Children path,
    ClockSql days) {

  /** Whether the clock is read from rows of this table. */
  boolean areOf(TableName child) {
    return path.key().child().equals(child);
  }

  /** Whether a test holds for one of a record's days. */
  String any(ClockTest test) {
    ClockSql kept = days.kept();
    String day =
        "CASE WHEN umyt_g.digest = "
            + paths.digest(record)
            + (" THEN umyt_g." + column())
            + (" ELSE " + kept.noSense() + " END");
    return "EXISTS (SELECT 1 FROM "
        + table
        + " umyt_g WHERE umyt_g.target = "
        + id()
        + " AND umyt_g.row_key = "
        + paths.keyText()
        + " AND ("
        + test.on(kept, day)
        + "))";
  }

  /**
   * Keeps those of rows that go, by the record that they point to: its latest one, one that makes
   * no sense, and that there was one without a day.
   *
   * @param run a run's name
   * @param which rows of the other table go
   */
  String keep(String run, String which) {
    Dialect dialect = paths.dialect();
    String value = "umyt_c." + dialect.quote(path.column().name());
    String nonsense = days.neverSense(value);
    String form =
        "CASE WHEN " + days.isNull(value) + " THEN 0 WHEN " + nonsense + " THEN 1 ELSE 2 END";
    // By themselves first: a condition of the job may name columns that the record has, too.
    List<String> columns = new ArrayList<>(path.key().childColumns());
    columns.add(path.column().name());
    String going =
        "SELECT "
            + columns.stream().distinct().map(dialect::quote).collect(Collectors.joining(", "))
            + " FROM "
            + dialect.quote(path.key().child())
            + " WHERE "
            + which;
    String goneDays =
        "SELECT "
            + (paths.keyText() + " AS umyt_key, " + paths.digest(record) + " AS umyt_record, ")
            + (form + " AS umyt_form, CASE WHEN " + nonsense + " THEN " + days.kept().noSense())
            + (" ELSE "
                + dialect.ofKind(days.kept().kind(), value)
                + " END AS umyt_day FROM ("
                + going
                + ") umyt_c JOIN ")
            + dialect.quote(paths.table().name())
            + " ON "
            + paths.points(path, "umyt_c.");
    return "INSERT INTO "
        + table
        + (" (target, row_key, run, digest, " + column() + ")")
        + (" SELECT "
            + id()
            + ", umyt_key, "
            + dialect.literal(run)
            + ", umyt_record, MAX(umyt_day)")
        + (" FROM (" + goneDays)
        + ") umyt_w GROUP BY umyt_key, umyt_record, umyt_form";
  }

  /** The keys of records that have days, of some of them. */
  String keys(String which) {
    return "SELECT DISTINCT umyt_g.row_key FROM "
        + paths.dialect().quote(paths.table().name())
        + " JOIN "
        + table
        + " umyt_g ON umyt_g.target = "
        + id()
        + " AND umyt_g.row_key = "
        + paths.keyText()
        + " WHERE "
        + which;
  }

  /** Forgets a record's days, by its key. */
  String forget() {
    return "DELETE FROM " + table + " WHERE target = " + id() + " AND row_key = ?";
  }

  /** The clock as a quoted text: which record's, and read from which column. */
  private String id() {
    String id = paths.table().name() + " < " + path.key().child() + "." + path.column().name();
    return paths.dialect().literal(id);
  }

  private String column() {
    return days.kept().kind() == ColumnKind.INSTANT ? "moment" : "local_time";
  }
}
