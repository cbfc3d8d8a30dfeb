package kz.umyt.plan;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.UnaryOperator;
import kz.umyt.policy.ClockState;
import kz.umyt.source.ColumnKind;

/**
 * The clock of one rule over a row of a table: for every row exactly one of its three states holds,
 * and none of them is ever neither true nor false.
 *
 * @param subject needed where the clock is read from a register
 * @param withdrawals name of that register
 */
record ClockCondition(
    RowPaths paths,
    ClockPath path,
    ClockSql values,
    Optional<ClockPath> subject,
    String withdrawals) {

  /** The same clock on another day. */
  ClockCondition on(LocalDate day) {
    return new ClockCondition(
        paths,
        path,
        new ClockSql(values.dialect(), values.rule().on(day), values.kind(), values.zone()),
        subject,
        withdrawals);
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
        + any(value -> "1 = 1")
        + " AND NOT "
        + any(
            value ->
                isNull(value) + " OR " + values.nonsense(value) + " OR " + values.running(value))
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
            + any(values::running)
            + " AND "
            + anyOf(
                "NOT " + any(value -> "1 = 1"),
                any(value -> isNull(value) + " OR " + values.nonsense(value)))
            + ")"
        : "(NOT "
            + any(value -> isNull(value) + " OR " + values.running(value))
            + " AND "
            + any(values::nonsense)
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
        ? any(values::running)
        : anyOf(
            "NOT " + any(value -> "1 = 1"),
            any(value -> isNull(value) + " OR " + values.running(value)));
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

  /** Written so because MariaDB finds its zero date, which is nonsense, with a plain IS NULL. */
  private static String isNull(String value) {
    return "(" + value + " IS NOT NULL) = FALSE";
  }

  /** Some row among those that the clock is the latest of. */
  private String any(UnaryOperator<String> test) {
    if (path instanceof ClockPath.Children children) {
      return paths.any(children, test);
    }
    return paths.over(
        whose(),
        subjectValue ->
            "EXISTS (SELECT 1 FROM "
                + withdrawals
                + " umyt_r WHERE "
                + isNamed(subjectValue)
                + " AND ("
                + test.apply("umyt_r.entry_day")
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
