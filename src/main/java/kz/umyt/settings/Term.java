package kz.umyt.settings;

import java.time.Period;

/** How long a record is kept, counted from its clock. */
public sealed interface Term {

  /** A calendar period from the clock. */
  record Lasting(Period period) implements Term {}

  /** The policy names an event and no number; a job that needs a number must state it. */
  record Until(Clock clock) implements Term {}
}
