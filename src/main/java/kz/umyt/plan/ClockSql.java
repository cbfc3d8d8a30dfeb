package kz.umyt.plan;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import kz.umyt.policy.DueRule;
import kz.umyt.source.ColumnKind;
import kz.umyt.source.jdbc.Dialect;

/**
 * The four things that a clock's value can be, as SQL over one expression. For every value exactly
 * one of them is true; they are {@link DueRule#decide} rendered for a database.
 */
record ClockSql(Dialect dialect, DueRule rule, ColumnKind kind, ZoneId zone) {

  /** There is no day. */
  String isNull(String value) {
    return dialect.isNull(value);
  }

  /** The term is over. */
  String over(String value) {
    return value
        + " >= "
        + from(DueRule.LAST_NONSENSE_PAST.plusDays(1))
        + " AND "
        + value
        + " < "
        + from(rule.cutoff().plusDays(1))
        + " AND NOT ("
        + isNoTime(value)
        + ")";
  }

  /** A day that cannot be a real clock. */
  String nonsense(String value) {
    String future = rule.futureIsNonsense() ? " OR " + value + " >= " + afterAsOf() : "";
    return neverSense(value)
        + " OR "
        + value
        + " >= "
        + from(DueRule.FIRST_NONSENSE_FUTURE)
        + future;
  }

  /** A day that was no real clock on any day. */
  String neverSense(String value) {
    return value
        + " < "
        + from(DueRule.LAST_NONSENSE_PAST.plusDays(1))
        + " OR ("
        + isNoTime(value)
        + ")";
  }

  /** A day that is no real clock, and that columns of every engine can hold. */
  String noSense() {
    return dialect.ofKind(
        kind, dialect.startOfDay(kind, DueRule.UNIX_ZERO, ZoneOffset.ofHours(-12)));
  }

  /** The same over values that are kept in {@code umyt_due}. */
  ClockSql kept() {
    return new ClockSql(
        dialect, rule, kind == ColumnKind.INSTANT ? kind : ColumnKind.TIMESTAMP, zone);
  }

  /** The term is not over. */
  String running(String value) {
    LocalDate first = rule.cutoff().plusDays(1);
    LocalDate sense = DueRule.LAST_NONSENSE_PAST.plusDays(1);
    return value
        + " >= "
        + from(first.isBefore(sense) ? sense : first)
        + " AND "
        + value
        + " < "
        + (rule.futureIsNonsense() ? afterAsOf() : from(DueRule.FIRST_NONSENSE_FUTURE))
        + " AND NOT ("
        + isNoTime(value)
        + ")";
  }

  /** A day that stands for none: the first of UNIX time, or one that is in no calendar. */
  private String isNoTime(String value) {
    return dialect
        .isNoDay(value)
        .filter(noDay -> kind != ColumnKind.INSTANT)
        .map(noDay -> isUnixZero(value) + " OR " + noDay)
        .orElseGet(() -> isUnixZero(value));
  }

  private String isUnixZero(String value) {
    return value
        + " >= "
        + from(DueRule.UNIX_ZERO)
        + " AND "
        + value
        + " < "
        + from(DueRule.UNIX_ZERO.plusDays(1));
  }

  private String afterAsOf() {
    return from(rule.asOf().plusDays(1));
  }

  private String from(LocalDate day) {
    return dialect.startOfDay(kind, day, zone);
  }
}
