package kz.umyt.policy;

/** What is to be known of a record before it is decided: in a database a condition over its row. */
public sealed interface Fact {

  /**
   * The clock of one rule is in one state.
   *
   * @param rule its place among the rules of the record
   */
  record OfClock(int rule, ClockState state) implements Fact {}

  /** The record is on the register of holds, or a held record's clock is read from it. */
  record Held(boolean is) implements Fact {}

  /** A check of the record's data is going on. */
  record Blocked(boolean is) implements Fact {}

  /** An obligation is outstanding. */
  record Obliged(Answer is) implements Fact {}

  /** What a condition over data can say. */
  enum Answer {
    YES,
    NO,
    /** A value that the condition needs is missing. */
    UNKNOWN
  }
}
