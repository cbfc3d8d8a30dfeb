package kz.umyt.plan;

import java.time.LocalDate;
import java.util.Optional;
import kz.umyt.policy.ClockState;
import kz.umyt.source.ColumnKind;

/**
 * The clock of one rule over a row of a table: for every row exactly one of its three states holds,
 * and none of them is ever neither true nor false.
 *
 * @param subject needed where the clock is read from a register
 * @param withdrawals name of that register
 * @param kept days of rows that are gone, where the clock is the latest over rows of another table
 */
record ClockCondition(
    RowPaths paths,
    ClockPath path,
    ClockSql values,
    Optional<ClockPath> subject,
    String withdrawals,
    Optional<KeptDays> kept) {

  /** The same clock on another day. */
  ClockCondition on(LocalDate day) {
    return new ClockCondition(
        paths,
        path,
        new ClockSql(values.dialect(), values.rule().on(day), values.kind(), values.zone()),
        subject,
        withdrawals,
        kept);
  }

  /** When the clock is in this state. */
  String is(ClockState state) {
    return switch (state) {
      case OVER -> over();
      case RUNNING -> running();
      case UNDECIDABLE -> undecidable();
    };
  }

  /** The clock's value, for the oldest and newest day; null where there is none. */
  String value() {
    if (path instanceof ClockPath.Own own) {
      return paths.column(own.column().name());
    }
    if (path instanceof ClockPath.Expression expression) {
      return RowPaths.value(expression);
    }
    if (path instanceof ClockPath.Parent parent) {
      return paths.value(parent);
    }
    if (path instanceof ClockPath.Children children) {
      return paths.latest(children);
    }
    return "(SELECT MAX(umyt_r.entry_day) FROM "
        + withdrawals
        + " umyt_r WHERE "
        + paths.over(whose(), this::isNamed)
        + ")";
  }

  private String over() {
    if (hasOneValue()) {
      return paths.over(path, values::over);
    }
    return "("
        + any((sql, value) -> "1 = 1")
        + " AND NOT "
        + any(
            (sql, value) ->
                sql.isNull(value) + " OR " + sql.nonsense(value) + " OR " + sql.running(value))
        + ")";
  }

  private String undecidable() {
    boolean empty = values.rule().emptyIsUndecidable();
    if (hasOneValue()) {
      String nonsense = paths.over(path, values::nonsense);
      return empty
          ? anyOf(nonsense, noClock())
          : dangles().map(dangles -> anyOf(nonsense, dangles)).orElse(nonsense);
    }
    return empty
        ? "(NOT "
            + any(ClockSql::running)
            + " AND "
            + anyOf(
                "NOT " + any((sql, value) -> "1 = 1"),
                any((sql, value) -> sql.isNull(value) + " OR " + sql.nonsense(value)))
            + ")"
        : "(NOT "
            + any((sql, value) -> sql.isNull(value) + " OR " + sql.running(value))
            + " AND "
            + any(ClockSql::nonsense)
            + ")";
  }

  private String running() {
    boolean empty = values.rule().emptyIsUndecidable();
    if (hasOneValue()) {
      String running = paths.over(path, values::running);
      return empty
          ? running
          : anyOf(
              running,
              dangles()
                  .map(dangles -> "(" + noClock() + " AND NOT " + dangles + ")")
                  .orElseGet(this::noClock));
    }
    return empty
        ? any(ClockSql::running)
        : anyOf(
            "NOT " + any((sql, value) -> "1 = 1"),
            any((sql, value) -> sql.isNull(value) + " OR " + sql.running(value)));
  }

  /** One clock by record; otherwise the latest over several rows counts. */
  private boolean hasOneValue() {
    return path instanceof ClockPath.Own
        || path instanceof ClockPath.Expression
        || path instanceof ClockPath.Parent;
  }

  /** The row that the clock is read from is missing, and not only its day. */
  private Optional<String> dangles() {
    return path instanceof ClockPath.Parent parent ? paths.dangles(parent) : Optional.empty();
  }

  private String noClock() {
    return "NOT " + paths.over(path, value -> value + " IS NOT NULL");
  }

  /** Some row among those that the clock is the latest of. */
  private String any(ClockTest test) {
    if (path instanceof ClockPath.Children children) {
      String there = paths.any(children, value -> test.on(values, value));
      return kept.filter(KeptDays::exists).map(days -> anyOf(there, days.any(test))).orElse(there);
    }
    return paths.over(
        whose(),
        subjectValue ->
            "EXISTS (SELECT 1 FROM "
                + withdrawals
                + " umyt_r WHERE "
                + isNamed(subjectValue)
                + " AND ("
                + test.on(values, "umyt_r.entry_day")
                + "))");
  }

  /**
   * A line of the register names this very person: a withdrawal destroys, and where the column's
   * collation takes two people's names for one, only one of them has withdrawn.
   */
  private String isNamed(String subjectValue) {
    String alike = "umyt_r.subject = " + subjectValue;
    return whose().kind() == ColumnKind.TEXT
        ? alike
            + " AND "
            + values.dialect().asText("umyt_r.subject")
            + " = "
            + values.dialect().asText(subjectValue)
        : alike;
  }

  private ClockPath whose() {
    return subject.orElseThrow(() -> new IllegalStateException("a register needs a subject"));
  }

  private static String anyOf(String one, String other) {
    return "(" + one + " OR " + other + ")";
  }
}
