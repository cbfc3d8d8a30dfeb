package kz.umyt.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.umyt.settings.Action;

/**
 * What a run would do to one target. The counts are of records and add up: {@code inScope = due +
 * held + blocked + undecidable + kept}. No personal value, no key.
 *
 * @param source name of the source in the settings
 * @param system name of the information system
 * @param product database product and version, or the kind of file
 * @param target table or file pattern
 * @param clock word of the clock and the column it is read from
 * @param term ISO-8601 period, and who decided it where the policy leaves it open
 * @param action {@code destroy} or {@code anonymize}
 * @param cutoff the last clock day that is due
 * @param alreadyDone anonymized by an earlier run, not in scope
 * @param kept running: the clock has not started or the term is not over
 * @param oldest clock day of the oldest due record
 * @param newest clock day of the newest due record
 * @param confirmed false if a person must confirm the term first; nothing is destroyed until then
 * @param entities kinds of personal data in the target
 * @param columns what happens to each column; empty where records are destroyed
 * @param remarks what a reader should know: cascades, uncovered child tables, clocks that vanish
 */
public record PlannedTarget(
    String source,
    String system,
    String product,
    String target,
    String retention,
    String clause,
    String clock,
    String term,
    String action,
    LocalDate cutoff,
    long inScope,
    long due,
    long held,
    long blocked,
    long undecidable,
    long kept,
    long alreadyDone,
    Optional<LocalDate> oldest,
    Optional<LocalDate> newest,
    boolean confirmed,
    List<String> entities,
    List<PlannedColumn> columns,
    List<String> remarks) {

  /** Identity of the target in journal, ledger and plan; holds no value. */
  public String id() {
    return id(source, target, retention);
  }

  static String id(String source, String target, String retention) {
    return source + "/" + target + "/" + retention;
  }

  /** The same target as it stood before some of its due records were handled. */
  public PlannedTarget withHandled(long records) {
    return new PlannedTarget(
        source,
        system,
        product,
        target,
        retention,
        clause,
        clock,
        term,
        action,
        cutoff,
        inScope + records,
        due + records,
        held,
        blocked,
        undecidable,
        kept,
        action.equals(Action.ANONYMIZE.word()) ? Math.max(0, alreadyDone - records) : alreadyDone,
        oldest,
        newest,
        confirmed,
        entities,
        columns,
        remarks);
  }

  /** One column and its operator, in the words of the job file. */
  public record PlannedColumn(String name, Optional<String> entity, String operator) {}
}
