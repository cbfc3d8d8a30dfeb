package kz.umyt.cli.demo;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts the records of one table or file under one rule, as they are written. */
final class Tally {
  private final Rule rule;
  private final Registers registers;
  private long due;
  private long held;
  private long blocked;
  private long undecidable;
  private long kept;
  private @Nullable LocalDate oldest;
  private @Nullable LocalDate newest;

  Tally(Rule rule, Registers registers) {
    this.rule = rule;
    this.registers = registers;
  }

  /**
   * One record.
   *
   * @param clock null if the cell is empty
   * @param subject the IIN, null if the record has none
   */
  void record(@Nullable LocalDate clock, @Nullable String subject) {
    record(clock, subject, false);
  }

  /**
   * One record that may carry an obligation.
   *
   * @param obligation whether the job's {@code hold} condition is true
   */
  void record(@Nullable LocalDate clock, @Nullable String subject, boolean obligation) {
    if (clock == null) {
      if (rule.collected()) {
        undecidable++;
      } else {
        kept++;
      }
    } else if (rule.isNonsense(clock)) {
      undecidable++;
    } else if (!rule.isOver(clock)) {
      kept++;
    } else if (subject != null && registers.isHeld(subject)) {
      held++;
    } else if (subject != null && registers.isBlocked(subject)) {
      blocked++;
    } else if (obligation) {
      held++;
    } else {
      due++;
      oldest = oldest == null || clock.isBefore(oldest) ? clock : oldest;
      newest = newest == null || clock.isAfter(newest) ? clock : newest;
    }
  }

  /** One record whose clock cannot be read as a date. */
  void unreadable() {
    undecidable++;
  }

  Truth.Counts counts() {
    return new Truth.Counts(
        due + held + blocked + undecidable + kept,
        due,
        held,
        blocked,
        undecidable,
        kept,
        Optional.ofNullable(oldest),
        Optional.ofNullable(newest));
  }
}
