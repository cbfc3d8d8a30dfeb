package kz.umyt.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One job: a policy applied to targets, or held against what a scan finds.
 *
 * @param zone the zone in which days begin and end
 * @param confirm by retention rule
 * @param targets empty in a job that only scans
 * @param references foreign keys that the databases do not know of
 * @param sha256 lower-case hex digest of the file's bytes
 */
public record Job(
    Located<String> id,
    Located<String> policy,
    ZoneId zone,
    Map<String, Confirmation> confirm,
    Approval approval,
    Limits limits,
    Key key,
    Optional<Window> window,
    Throttle throttle,
    Scan scan,
    List<Target> targets,
    Registers registers,
    List<Reference> references,
    Aftercare aftercare,
    String file,
    String sha256) {

  /** Who decided a term that the policy's text leaves open. */
  public record Confirmation(Located<Period> term, String decision) {

    /** How messages show a decision that somebody has still to take. */
    public static final String BLANK = "decided by NAME on DATE";
  }

  /** Whose leave a run needs. */
  public sealed interface Approval {

    /** Given once, with the job: within its limits it runs whenever it is started. */
    record Standing() implements Approval {}

    /**
     * Given for one plan, by a second person.
     *
     * @param tolerance by how much more of a target's records may be due when the plan is carried
     *     out, as a share of those that were approved
     */
    record PerPlan(double tolerance) implements Approval {}
  }

  /**
   * What a run may destroy at most.
   *
   * @param maxShare of the records in scope of each target, 0 to 1
   * @param maxTimesUsual so many times what is due in a usual night of this job
   */
  public record Limits(
      Optional<Long> maxRows, Optional<Double> maxShare, Optional<Integer> maxTimesUsual) {

    /** Whether nothing is limited. */
    public boolean areNone() {
      return maxRows.isEmpty() && maxShare.isEmpty() && maxTimesUsual.isEmpty();
    }
  }

  /** The key behind {@code hash}, {@code pseudonym} and {@code encrypt}. */
  public enum Key {
    /** The run's own; destroyed with its last step. */
    RUN("run"),
    /** One for all runs of all jobs that say so; lives until somebody destroys it. */
    SHARED("shared");

    private final String word;

    Key(String word) {
      this.word = word;
    }

    /** The word used in files. */
    public String word() {
      return word;
    }
  }

  /** Whether tokens are made under the shared key, and can be traced back while it lives. */
  public boolean sharesKey() {
    return key == Key.SHARED
        && targets.stream()
            .flatMap(target -> target.columns().stream())
            .anyMatch(rule -> rule.operator().isKeyed());
  }

  /** The run stops, between two chunks, when the window ends. */
  public record Window(LocalTime until, ZoneId zone) {}

  /**
   * Keeps production first.
   *
   * @param chunkTime how long one transaction may last
   * @param pause rest after a chunk that took so long; after a shorter one, as much shorter
   * @param connections that destroy in one table at the same time, at most
   * @param stopFile while there is such a file, nothing is begun or gone on with; absolute
   * @param maxReplicaLag no chunk begins while a replica is further behind
   * @param maxActiveSessions no chunk begins while more sessions of others are at work
   */
  public record Throttle(
      Duration chunkTime,
      Duration pause,
      int connections,
      Optional<Path> stopFile,
      Optional<Located<Duration>> maxReplicaLag,
      Optional<Located<Long>> maxActiveSessions) {}

  /**
   * What a scan reads, and how. Without such a section it is the sources of the targets, in order.
   *
   * @param threads tables and files that are read at once
   * @param rowsPerSecond at most, over all threads; absent where there is no cap
   * @param statementTimeout how long one query of a database may last
   * @param sample rows read of a table or file; absent where all are
   */
  public record Scan(
      List<Located<String>> sources,
      List<Exclusion> exclude,
      int threads,
      Optional<Long> rowsPerSecond,
      Duration statementTimeout,
      Optional<Long> sample) {
    public Scan {
      sources = List.copyOf(sources);
      exclude = List.copyOf(exclude);
    }
  }

  /**
   * Tables or files that a scan leaves out.
   *
   * @param pattern in a database {@code name} or {@code schema.name}, in which {@code *} stands for
   *     any characters; in a folder a glob relative to it
   */
  public record Exclusion(Located<String> source, Located<String> pattern) {}

  /**
   * What becomes of the bytes and the copies of what is gone.
   *
   * @param cleanUp asked of the databases, where a target does not ask otherwise
   * @param copies that remain elsewhere, for the Act
   */
  public record Aftercare(CleanUp cleanUp, List<Copy> copies) {
    public Aftercare {
      copies = List.copyOf(copies);
    }
  }

  /**
   * A copy of the data that umyt does not reach, such as backups.
   *
   * @param what in the words of the job
   * @param lasts from the day of the Act; absent where it ends on a day
   * @param ends that day
   */
  public record Copy(String what, Optional<Period> lasts, Optional<LocalDate> ends) {

    /** The day on which nothing is left of it. */
    public LocalDate until(LocalDate act) {
      return ends.orElseGet(() -> act.plus(lasts.orElseThrow()));
    }
  }

  /** CSV lists kept by people; paths are absolute. */
  public record Registers(
      Optional<Located<Path>> withdrawals,
      Optional<Located<Path>> blocks,
      Optional<Located<Path>> holds) {}
}
