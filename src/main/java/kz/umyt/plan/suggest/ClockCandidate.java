package kz.umyt.plan.suggest;

import java.util.List;
import java.util.Optional;
import kz.umyt.settings.Clock;

/**
 * A column that may be a target's clock.
 *
 * @param event what its name says happened on that day
 * @param fit how sure that is and how sound its dates are, 0 to 1
 * @param why in one line
 * @param doubts what a person must look at
 * @param waits what a person must decide before a plan can use it
 * @param read what of another table is read; absent for a column of the target
 */
record ClockCandidate(
    SuggestedClock clock,
    Clock event,
    double fit,
    String why,
    List<String> doubts,
    List<String> waits,
    Optional<Read> read) {

  /**
   * Something that must still be there when the target is worked on.
   *
   * @param tables on the way, the last one holds the column
   */
  record Read(List<String> tables, String column) {}
}
