package kz.umyt.report;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import kz.umyt.plan.Cascaded;
import kz.umyt.plan.DroppedPartition;
import kz.umyt.plan.Plan;
import kz.umyt.plan.PlannedTarget;
import kz.umyt.plan.Waiting;
import kz.umyt.settings.Policy;

/**
 * The destruction report. Counts are whole over all restarts of the run. Holds no personal value.
 *
 * @param number numbered per organisation and year
 * @param jobSha256 digest of the job file as the last attempt read it
 * @param approvals of the plans that the run carried out, the first one first; empty where the
 *     job's approval is a standing one
 * @param previousAct SHA-256 of the Act before this one, of the same organisation
 * @param copies that remain elsewhere
 * @param sharedKeys all that there ever were; empty where the run made no tokens under one
 */
public record Act(
    ActNumber number,
    OffsetDateTime created,
    String job,
    String jobSha256,
    String run,
    Plan.PolicyRef policy,
    Policy.Organisation organisation,
    Policy.Document document,
    LocalDate asOf,
    Status status,
    List<ActTarget> targets,
    List<Approval> approvals,
    Execution execution,
    LedgerRange ledger,
    Optional<String> previousAct,
    List<Copy> copies,
    List<SharedKey> sharedKeys) {

  /**
   * A key that runs share. What was made under one that lives can be traced back.
   *
   * @param destroyed absent while it lives
   * @param used whether this run made tokens under it
   */
  public record SharedKey(
      int number, OffsetDateTime made, Optional<OffsetDateTime> destroyed, boolean used) {}

  /** When the last of the shared keys that the run used was destroyed; absent while one lives. */
  public Optional<OffsetDateTime> keyDestroyed() {
    List<SharedKey> used = sharedKeys.stream().filter(SharedKey::used).toList();
    return used.stream().allMatch(key -> key.destroyed().isPresent())
        ? used.stream().flatMap(key -> key.destroyed().stream()).max(OffsetDateTime::compareTo)
        : Optional.empty();
  }

  /**
   * A copy of the data that the run did not reach, as the job states it.
   *
   * @param what such as a backup
   * @param until the day on which nothing is left of it
   */
  public record Copy(String what, LocalDate until) {}

  /**
   * The leave that a second person gave for the plan.
   *
   * @param plan SHA-256 of the plan's file
   * @param name of that person
   * @param key fingerprint of that person's key: SHA-256 of its SubjectPublicKeyInfo
   */
  public record Approval(String plan, String name, String key, OffsetDateTime time) {}

  /** As printed: {@code 3/2026}. */
  public record ActNumber(int sequence, int year) {
    @Override
    public String toString() {
      return sequence + "/" + year;
    }
  }

  /** How the run ended. */
  public enum Status {
    /** Everything due is gone and a fresh query proves it. */
    VERIFIED,
    /** As above, but some records need a person. */
    NEEDS_PERSON,
    /** Due records or residue are left. */
    FAILED_VERIFICATION
  }

  /**
   * What became of one target.
   *
   * @param planned the counts before the first change, from the run's first attempt
   * @param failed due records that could not be changed
   * @param failures the same by reason
   * @param remaining due records left, by a fresh query after the last change
   * @param residue findings of the recognizers in the columns that were anonymized
   * @param chunks transactions, over all attempts
   * @param triggers names of those that the work set off: what they did is not in the counts
   * @param materializedViews that keep a copy of what stood here until they are refreshed
   * @param proof what was looked at besides
   * @param cascaded rows of other tables that went along, or lost a reference, by the job's leave
   * @param partitions that were dropped as a whole, by the job's leave; their records are counted
   *     among those destroyed
   */
  public record ActTarget(
      PlannedTarget planned,
      long destroyed,
      long anonymized,
      long failed,
      List<Failure> failures,
      long remaining,
      long residue,
      long chunks,
      int attempts,
      Method method,
      List<String> triggers,
      List<String> materializedViews,
      Proof proof,
      List<Cascaded> cascaded,
      List<DroppedPartition> partitions) {

    /** Of the due records that are left, how many only wait. */
    public long postponed() {
      return proof.postponed().stream().mapToLong(Waiting::records).sum();
    }

    /** Due records that are left although nothing keeps them any more. */
    public long missed() {
      return planned.confirmed() ? Math.max(0, remaining - postponed()) : 0;
    }

    /** A target of which no partition was dropped. */
    public ActTarget(
        PlannedTarget planned,
        long destroyed,
        long anonymized,
        long failed,
        List<Failure> failures,
        long remaining,
        long residue,
        long chunks,
        int attempts,
        Method method,
        List<String> triggers,
        List<String> materializedViews,
        Proof proof,
        List<Cascaded> cascaded) {
      this(
          planned,
          destroyed,
          anonymized,
          failed,
          failures,
          remaining,
          residue,
          chunks,
          attempts,
          method,
          triggers,
          materializedViews,
          proof,
          cascaded,
          List.of());
    }
  }

  /**
   * What was looked at once the records were handled.
   *
   * @param identity absent where records are destroyed, or nobody was allowed to touch them
   * @param rows of the target, then of tables that a foreign key would change with it
   * @param cleanUp of the engine's files; absent where none was asked or nothing was changed
   * @param pseudonymized columns whose values can be traced back by a shared key while it lives
   * @param postponed due records that are left, and only wait for others that rightly stay
   */
  public record Proof(
      Optional<IdentityRisk> identity,
      List<TableRows> rows,
      Optional<CleanUp> cleanUp,
      List<String> pseudonymized,
      List<Waiting> postponed) {
    public Proof {
      rows = List.copyOf(rows);
      pseudonymized = List.copyOf(pseudonymized);
      postponed = List.copyOf(postponed);
    }

    /** Nothing was. */
    public static final Proof NONE =
        new Proof(Optional.empty(), List.of(), Optional.empty(), List.of(), List.of());
  }

  /**
   * What the database was asked to do with the bytes of the rows that are gone.
   *
   * @param asked {@code purge} or {@code compact}
   * @param obstacle why it is not done, in English
   */
  public record CleanUp(String asked, boolean isDone, Optional<String> obstacle) {}

  /**
   * Rows of a table or of files around the run.
   *
   * @param column where only rows are counted in which this column holds something
   * @param before the first change; absent where they could not be counted
   * @param after the last change; absent where they could not be counted
   * @param destroyed by this run, over all of its targets
   */
  public record TableRows(
      String table,
      Optional<String> column,
      Optional<Long> before,
      Optional<Long> after,
      long destroyed) {

    /**
     * What people, other programs, triggers or foreign keys did meanwhile: rows that came, less
     * rows that went. Absent where nobody knows.
     */
    public Optional<Long> others() {
      return before.flatMap(was -> after.map(is -> is - was + destroyed));
    }
  }

  /**
   * How well a person is hidden among the anonymized records: how many of them are alike in the
   * columns that together may still point at somebody.
   *
   * @param rows anonymized records of the target, by this run and by earlier ones
   * @param groups of records that are alike
   * @param k records in the smallest group; 0 where there is no record
   * @param unique records that stand alone
   * @param below records in groups smaller than the job asks
   * @param requireK what the job asks
   * @param gap why nothing was counted: {@code no-columns}, {@code too-many} or {@code failed}
   */
  public record IdentityRisk(
      List<String> columns,
      long rows,
      long groups,
      long k,
      long unique,
      long below,
      Optional<Integer> requireK,
      Optional<String> gap) {

    /** Share of the records that stand alone. */
    public double uniqueShare() {
      return rows == 0 ? 0 : (double) unique / rows;
    }

    /** Whether every record stands in a group as large as the job asks; what it asks is proved. */
    public boolean isMet() {
      return requireK.isEmpty() || (gap.isEmpty() && below == 0);
    }
  }

  /** Why records could not be changed: a reason without values, and how many. */
  public record Failure(String reason, long records) {}

  /** How deep the destruction goes (the bytes of deleted rows stay in an engine's files). */
  public enum Method {
    LOGICAL,
    PURGED,
    COMPACTED
  }

  /**
   * Who and what did it.
   *
   * @param user operating system user
   * @param host name of the machine
   * @param application name and version of this tool
   * @param attempts one by start of the run and one by each restart
   */
  public record Execution(
      String user,
      String host,
      String application,
      OffsetDateTime started,
      OffsetDateTime finished,
      List<Attempt> attempts) {

    /** From the start of the first attempt to the end of the last. */
    public Duration duration() {
      return Duration.between(started, finished);
    }
  }

  /**
   * One attempt.
   *
   * @param finished absent where it was killed
   */
  public record Attempt(OffsetDateTime started, Optional<OffsetDateTime> finished) {}

  /**
   * The part of the ledger that covers the run.
   *
   * @param from sequence number of the run's first entry
   * @param to sequence number of its last entry before the Act
   * @param head hash of entry {@code to}
   */
  public record LedgerRange(long from, long to, String head) {}
}
