package kz.umyt.policy;

import java.time.LocalDate;
import kz.umyt.settings.Deadline;
import kz.umyt.settings.WorkingDays;

/**
 * Until when a record that is due must be gone. Days are counted from the one after the event
 * (Civil Code, art. 173), and the day on which a record becomes due is that day: it is the first
 * one if it counts. A deadline of no days ends with it.
 */
public final class Overdue {
  private Overdue() {}

  /**
   * The last day on which a record may still be there.
   *
   * @param due the first day on which it is due
   * @throws kz.umyt.settings.SettingsException if the working days of a year are not known
   */
  public static LocalDate until(Deadline deadline, LocalDate due) {
    return deadline
        .calendar()
        .map(calendar -> calendar.nth(due, deadline.days()))
        .orElseGet(() -> due.plusDays(Math.max(0, deadline.days() - 1)));
  }

  /**
   * The latest first day of being due whose deadline is over on a day: whoever was due then is
   * overdue.
   *
   * @throws kz.umyt.settings.SettingsException if the working days of a year are not known
   */
  public static LocalDate lastMissed(Deadline deadline, LocalDate asOf) {
    LocalDate due = asOf.minusDays(1);
    if (deadline.calendar().isEmpty()) {
      return due.minusDays(Math.max(0, deadline.days() - 1));
    }
    WorkingDays calendar = deadline.calendar().get();
    for (int left = deadline.days(); left > 0; ) {
      left -= calendar.isWorking(due) ? 1 : 0;
      due = left > 0 ? due.minusDays(1) : due;
    }
    return due;
  }
}
