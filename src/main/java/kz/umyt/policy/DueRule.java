package kz.umyt.policy;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import kz.umyt.settings.Clock;

/**
 * One retention rule on one day: the single place that says where a clock's day falls. The SQL that
 * runs in databases and the decision over CSV rows are both made from the boundaries given here.
 *
 * <p>A term runs in calendar units from the end of the clock's day, so a record whose clock shows
 * day D is due from the first moment of the day after {@code D + term}.
 *
 * @param term not negative
 * @param fromNextYear whether the term runs from the end of the clock's year instead
 * @param emptyIsUndecidable whether a record without a clock is undecidable rather than running
 * @param asOf the day that the run decides for, in the zone of the job
 */
public record DueRule(
    Clock clock, Period term, boolean fromNextYear, boolean emptyIsUndecidable, LocalDate asOf) {

  /**
   * Days up to this one are what systems write when they know no date (0001-01-01, 1900-01-01):
   * nobody's retention started then.
   */
  public static final LocalDate LAST_NONSENSE_PAST = LocalDate.of(1900, 1, 1);

  /** Day zero of Unix time: a missing value that went through a number. */
  public static final LocalDate UNIX_ZERO = LocalDate.of(1970, 1, 1);

  /** From this day on it is "never" written as a date (9999-12-31). */
  public static final LocalDate FIRST_NONSENSE_FUTURE = LocalDate.of(9999, 1, 1);

  public DueRule {
    if (term.isNegative()) {
      throw new IllegalArgumentException("a term cannot be negative: " + term);
    }
  }

  /** A term that runs from the clock's own day. */
  public DueRule(Clock clock, Period term, boolean emptyIsUndecidable, LocalDate asOf) {
    this(clock, term, false, emptyIsUndecidable, asOf);
  }

  /** The same rule on another day. */
  public DueRule on(LocalDate day) {
    return new DueRule(clock, term, fromNextYear, emptyIsUndecidable, day);
  }

  /** The last clock day whose term is over on {@link #asOf()}. */
  public LocalDate cutoff() {
    // asOf - term is off by a few days at month ends and leap days; walk to the exact boundary.
    LocalDate day = asOf.minus(term);
    while (isOver(day.plusDays(1))) {
      day = day.plusDays(1);
    }
    while (!isOver(day)) {
      day = day.minusDays(1);
    }
    return day;
  }

  private boolean isOver(LocalDate clockDay) {
    return lastKept(clockDay).isBefore(asOf);
  }

  /** The last day of the term of a record whose clock shows a day. */
  public LocalDate lastKept(LocalDate clockDay) {
    LocalDate from = fromNextYear ? clockDay.with(TemporalAdjusters.lastDayOfYear()) : clockDay;
    return from.plus(term);
  }

  /** Whether something may not lie after {@link #asOf()} (data cannot be collected tomorrow). */
  public boolean futureIsNonsense() {
    return clock == Clock.COLLECTED;
  }

  /** Whether a day cannot be a real clock. */
  public boolean isNonsense(LocalDate day) {
    return !day.isAfter(LAST_NONSENSE_PAST)
        || day.equals(UNIX_ZERO)
        || !day.isBefore(FIRST_NONSENSE_FUTURE)
        || (futureIsNonsense() && day.isAfter(asOf));
  }

  /**
   * What a clock says that is the latest of several: one that runs is later than any that is over.
   */
  public ClockState latest(Collection<ClockReading> readings) {
    if (readings.isEmpty()) {
      return state(new ClockReading.Empty());
    }
    Set<ClockState> states =
        readings.stream().map(this::state).collect(Collectors.toUnmodifiableSet());
    if (states.contains(ClockState.RUNNING)) {
      return ClockState.RUNNING;
    }
    return states.contains(ClockState.UNDECIDABLE) ? ClockState.UNDECIDABLE : ClockState.OVER;
  }

  /** What the clock says. */
  public ClockState state(ClockReading reading) {
    if (reading instanceof ClockReading.Unreadable) {
      return ClockState.UNDECIDABLE;
    }
    if (!(reading instanceof ClockReading.Day at)) {
      return emptyIsUndecidable ? ClockState.UNDECIDABLE : ClockState.RUNNING;
    }
    if (isNonsense(at.day())) {
      return ClockState.UNDECIDABLE;
    }
    return isOver(at.day()) ? ClockState.OVER : ClockState.RUNNING;
  }
}
