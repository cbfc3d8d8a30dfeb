package kz.umyt.plan;

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
 * @param path to the rows
 * @param days what their values can be
 */
record KeptDays(
    String table, boolean exists, RowPaths paths, ClockPath.Children path, ClockSql days) {

  /** Whether the clock is read from rows of this table. */
  boolean areOf(TableName child) {
    return path.key().child().equals(child);
  }

  /** Whether a test holds for one of a record's days. */
  String any(ClockTest test) {
    ClockSql kept = days.kept();
    return "EXISTS (SELECT 1 FROM "
        + table
        + " umyt_g WHERE umyt_g.target = "
        + id()
        + " AND umyt_g.row_key = "
        + paths.keyText()
        + " AND ("
        + test.on(kept, "umyt_g." + column())
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
    String child = dialect.quote(path.key().child().name()) + ".";
    String value = child + dialect.quote(path.column().name());
    String nonsense = days.neverSense(value);
    String form =
        "CASE WHEN " + ClockSql.isNull(value) + " THEN 0 WHEN " + nonsense + " THEN 1 ELSE 2 END";
    String going =
        "SELECT "
            + (paths.keyText() + " AS umyt_key, " + form + " AS umyt_form, ")
            + ("CASE WHEN " + nonsense + " THEN " + days.noSense())
            + (" ELSE " + value + " END AS umyt_day FROM ")
            + dialect.quote(path.key().child())
            + " JOIN "
            + dialect.quote(paths.table().name())
            + " ON "
            + paths.points(path, child)
            + " WHERE "
            + which;
    return "INSERT INTO "
        + table
        + (" (target, row_key, run, " + column() + ")")
        + (" SELECT " + id() + ", umyt_key, '" + run + "', MAX(umyt_day) FROM (")
        + going
        + ") umyt_w GROUP BY umyt_key, umyt_form";
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
    return "'" + id.replace("'", "''") + "'";
  }

  private String column() {
    return days.kept().kind() == ColumnKind.INSTANT ? "moment" : "local_time";
  }
}
