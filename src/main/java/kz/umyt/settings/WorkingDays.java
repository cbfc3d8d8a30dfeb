package kz.umyt.settings;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The working days of Kazakhstan in a week of five days: Monday to Friday without the days off, and
 * the Saturdays and Sundays that are worked because a day off was moved. Law 267-II «On holidays»,
 * art. 3 and 5; Labour Code, art. 84 and 85.
 *
 * <p>Days are moved by orders that come a few weeks before, and the first day of Kurban Ait follows
 * the moon: a year that nobody wrote down is an error, not a guess.
 */
public final class WorkingDays {

  private final String file;
  private final SortedMap<Integer, Year> years;

  /**
   * The given years.
   *
   * @param file where they are written, as it is shown to people
   * @param years by number; empty if there is no such file
   */
  WorkingDays(String file, Map<Integer, Year> years) {
    this.file = file;
    this.years = Collections.unmodifiableSortedMap(new TreeMap<>(years));
  }

  /**
   * Whether a day is worked.
   *
   * @throws SettingsException if its year is not written down
   */
  public boolean isWorking(LocalDate day) {
    return year(day.getYear()).isWorking(day);
  }

  /**
   * The n-th working day on or after a day: for 1 the day itself if it is worked; for 0 the day,
   * whether it is worked or not.
   *
   * @throws SettingsException if a year on the way there is not written down
   * @throws IllegalArgumentException if n is negative
   */
  public LocalDate nth(LocalDate from, int n) {
    if (n < 0) {
      throw new IllegalArgumentException("n is negative: " + n);
    }
    LocalDate nth = from;
    LocalDate day = from;
    for (int found = 0; found < n; day = day.plusDays(1)) {
      if (isWorking(day)) {
        nth = day;
        found++;
      }
    }
    return nth;
  }

  /**
   * What is written of a year, for those who want to say how sure it is.
   *
   * @throws SettingsException if it is not written down
   */
  public Year year(int number) {
    Year year = years.get(number);
    if (year == null) {
      throw new SettingsException(file + ": " + missing(number));
    }
    return year;
  }

  private String missing(int number) {
    if (years.isEmpty()) {
      return "there is no such file, and the working days of "
          + number
          + " are needed; take the file that was delivered, or write one with the year "
          + number
          + " in 'years'";
    }
    return "the working days of "
        + number
        + " are needed, and only those of "
        + years.keySet().stream().map(String::valueOf).collect(Collectors.joining(", "))
        + " are there; add the year "
        + number
        + " to 'years', with its source, confidence and days off";
  }

  /**
   * One year.
   *
   * @param source the acts, and what could not be confirmed
   * @param confidence high: decisions known by number, and as many days as were published; medium:
   *     told by several before or during the year; low: from the law alone, days may still be moved
   * @param daysOff the names in Russian of the days that are not worked; not every Saturday and
   *     Sunday is among them
   * @param working the Saturdays and Sundays that are worked
   */
  public record Year(
      String source,
      Floor.Confidence confidence,
      Map<LocalDate, String> daysOff,
      Set<LocalDate> working) {

    public Year {
      daysOff = Map.copyOf(daysOff);
      working = Set.copyOf(working);
    }

    boolean isWorking(LocalDate day) {
      return isWeekend(day) ? working.contains(day) : !daysOff.containsKey(day);
    }

    static boolean isWeekend(LocalDate day) {
      return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    }
  }
}
