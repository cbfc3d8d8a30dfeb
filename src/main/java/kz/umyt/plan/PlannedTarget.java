package kz.umyt.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kz.umyt.policy.Standing;
import kz.umyt.settings.Action;

/**
 * What a run would do to one target. No personal value, no key.
 *
 * @param source name of the source in the settings
 * @param system name of the information system
 * @param product database product and version, or the kind of file
 * @param target table or file pattern
 * @param clock word of the clock and the column it is read from
 * @param term ISO-8601 period, and who decided it where the policy leaves it open
 * @param action {@code destroy} or {@code anonymize}
 * @param cutoff the last clock day that is due
 * @param counts of the records in scope
 * @param alreadyDone anonymized by an earlier run, not in scope
 * @param oldest day of the clock of the oldest record whose term under the first rule is over
 * @param newest the same of the newest
 * @param confirmed false if a person must confirm the term first; nothing is destroyed until then
 * @param rules all that meet on its records, that of the target first
 * @param entities kinds of personal data in the target
 * @param columns what happens to each column; empty where records are destroyed
 * @param remarks what a reader should know, such as what waits for a confirmation, or which tables
 *     keep due rows from going
 * @param cascades rows of other tables that go along, or lose a reference, by the job's leave
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
    StandingCounts counts,
    long alreadyDone,
    Optional<LocalDate> oldest,
    Optional<LocalDate> newest,
    boolean confirmed,
    List<PlannedRule> rules,
    List<String> entities,
    List<PlannedColumn> columns,
    List<String> remarks,
    List<Cascaded> cascades) {

  /** A target whose records take no others along. */
  public PlannedTarget(
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
      StandingCounts counts,
      long alreadyDone,
      Optional<LocalDate> oldest,
      Optional<LocalDate> newest,
      boolean confirmed,
      List<PlannedRule> rules,
      List<String> entities,
      List<PlannedColumn> columns,
      List<String> remarks) {
    this(
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
        counts,
        alreadyDone,
        oldest,
        newest,
        confirmed,
        rules,
        entities,
        columns,
        remarks,
        List.of());
  }

  /** Identity of the target in journal, ledger and plan; holds no value. */
  public String id() {
    return id(source, target, retention);
  }

  /** The same from its parts. */
  public static String id(String source, String target, String retention) {
    return source + "/" + target + "/" + retention;
  }

  public long inScope() {
    return counts.inScope();
  }

  public long due() {
    return counts.of(Standing.DUE);
  }

  /** Of those that are due, how many would stay for now, by why. */
  public List<Waiting> waiting() {
    return counts.waiting();
  }

  /** Of those that are due, how many only wait for others which must be kept. */
  public long postponed() {
    return waiting().stream().mapToLong(Waiting::records).sum();
  }

  /** Files that cannot be read, and whose records nobody can decide; each with its reason. */
  public List<String> unread() {
    return counts.unread();
  }

  /** Those that are due and wait for no others. */
  public long free() {
    return Math.max(0, due() - postponed());
  }

  /** Of those that are due, how many should have gone before: their deadline is over. */
  public long overdue() {
    return counts.overdue();
  }

  /** Past its term and kept: for a court or another authority, or for an obligation. */
  public long held() {
    return heldByRegister() + obliged();
  }

  /** Kept for a court or another authority. */
  public long heldByRegister() {
    return counts.of(Standing.HELD);
  }

  /** Kept because an obligation is outstanding. */
  public long obliged() {
    return counts.of(Standing.OBLIGED);
  }

  public long blocked() {
    return counts.of(Standing.BLOCKED);
  }

  /** Kept because a law asks for a longer term. */
  public long floor() {
    return counts.of(Standing.FLOOR);
  }

  /** Kept because terms of the policy contradict each other. */
  public long conflict() {
    return counts.of(Standing.CONFLICT);
  }

  public long undecidable() {
    return counts.of(Standing.UNDECIDABLE);
  }

  /** Running: the clock has not started or the term is not over. */
  public long kept() {
    return counts.of(Standing.KEPT);
  }

  /** Whether a person must look at the target before its records can be right. */
  public boolean needsPerson() {
    return undecidable() > 0 || conflict() > 0 || !unread().isEmpty() || !confirmed;
  }

  /** The same target as it stood before some of its due records were handled. */
  public PlannedTarget withHandled(long records) {
    return with(
        counts.withDue(records),
        action.equals(Action.ANONYMIZE.word()) ? Math.max(0, alreadyDone - records) : alreadyDone);
  }

  /** The same target, some of whose due records wait. */
  PlannedTarget withWaiting(List<Waiting> records) {
    return with(counts.withWaiting(records), alreadyDone);
  }

  private PlannedTarget with(StandingCounts counts, long alreadyDone) {
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
        counts,
        alreadyDone,
        oldest,
        newest,
        confirmed,
        rules,
        entities,
        columns,
        remarks,
        cascades);
  }

  /** Rows of other tables that go along, or lose a reference. */
  public long cascaded() {
    return cascades.stream().mapToLong(Cascaded::records).sum();
  }

  /**
   * One of the rules that meet on the records.
   *
   * @param role {@code court}, {@code wish}, {@code term}, {@code least} or {@code floor}
   * @param clock word of the clock and the column it is read from
   * @param cutoff the last clock day whose term is over
   */
  public record PlannedRule(
      String id, String role, String clause, String clock, String term, LocalDate cutoff) {

    static List<PlannedRule> of(List<BoundRule> rules) {
      return rules.stream()
          .map(
              rule ->
                  new PlannedRule(
                      rule.id(),
                      rule.role().name().toLowerCase(Locale.ROOT),
                      rule.clause(),
                      rule.clockText(),
                      rule.termText(),
                      rule.due().cutoff()))
          .toList();
    }
  }

  /** One column and its operator, in the words of the job file. */
  public record PlannedColumn(String name, Optional<String> entity, String operator) {}
}
