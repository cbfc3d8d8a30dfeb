package kz.umyt.policy;

import java.time.LocalDate;

/** What was found where a record's clock should stand. */
public sealed interface ClockReading {

  /** A day, whether it makes sense or not. */
  record Day(LocalDate day) implements ClockReading {}

  /** Nothing. */
  record Empty() implements ClockReading {}

  /** Something that is not a date. */
  record Unreadable() implements ClockReading {}
}
