package kz.umyt.cli.demo;

import java.time.LocalDate;
import java.time.Period;

/**
 * One retention rule of the company's policy, applied in the plainest way there is: this is the
 * yardstick, so it shares nothing with the room that decides in earnest.
 *
 * @param collected whether the clock is the collecting, which must have a day and cannot lie ahead
 */
record Rule(Period term, boolean collected) {
  static final Rule SUBSCRIBER = new Rule(Period.ofYears(2), false);
  static final Rule WITHDRAWN = new Rule(Period.ZERO, false);
  static final Rule TRAFFIC = new Rule(Period.ofYears(2), true);
  static final Rule PAYMENT = new Rule(Period.ofYears(5), true);
  static final Rule SUPPORT = new Rule(Period.ofYears(1), false);
  static final Rule MARKETING = new Rule(Period.ofYears(1), true);

  boolean isOver(LocalDate clock) {
    return clock.plus(term).isBefore(SampleCompany.AS_OF);
  }

  boolean isNonsense(LocalDate clock) {
    return clock.isBefore(LocalDate.of(1900, 1, 2))
        || clock.equals(LocalDate.EPOCH)
        || clock.getYear() >= 9999
        || (collected && clock.isAfter(SampleCompany.AS_OF));
  }
}
