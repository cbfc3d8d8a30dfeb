package kz.umyt.cli.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person with the company's records about them.
 *
 * @param contractEnd the latest end of the contracts, null while one is open
 * @param balance null where billing lost it
 */
record Subscriber(
    long id,
    Person person,
    LocalDateTime registeredAt,
    @Nullable LocalDate contractEnd,
    List<Contract> contracts,
    @Nullable BigDecimal balance) {

  String iin() {
    return person.iin();
  }

  LocalDate firstDay() {
    return registeredAt.toLocalDate();
  }

  /** The last day on which this person can have left a trace in the logs. */
  LocalDate lastDay() {
    LocalDate yesterday = SampleCompany.AS_OF.minusDays(1);
    if (contractEnd == null || !contractEnd.isAfter(firstDay())) {
      return yesterday;
    }
    return contractEnd.isBefore(yesterday) ? contractEnd : yesterday;
  }

  boolean owes() {
    return balance != null && balance.signum() < 0;
  }
}
