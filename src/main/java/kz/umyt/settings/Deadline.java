package kz.umyt.settings;

import java.util.Optional;

/**
 * How soon after it is due a record must be gone.
 *
 * @param days at least 0
 * @param calendar of the working days that are counted; absent where calendar days are
 */
public record Deadline(int days, Optional<WorkingDays> calendar) {

  @Override
  public String toString() {
    return days + (working() ? " working days" : " days");
  }

  /** Whether working days are counted. */
  public boolean working() {
    return calendar.isPresent();
  }
}
