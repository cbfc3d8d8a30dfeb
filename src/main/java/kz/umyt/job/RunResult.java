package kz.umyt.job;

import java.nio.file.Path;
import java.util.Optional;
import kz.umyt.plan.Plan;
import kz.umyt.report.Act;

/**
 * How a run ended.
 *
 * @param plan the counts that the run's first attempt decided on
 * @param act present if this attempt wrote it
 * @param actJson where the Act is; its HTML form stands beside it
 * @param resumed whether this attempt went on with an earlier one
 */
public record RunResult(
    Status status,
    String run,
    Plan plan,
    Optional<Act> act,
    Optional<Path> actJson,
    Optional<String> stopReason,
    boolean resumed) {

  /** The ways a run can end without an error. */
  public enum Status {
    /** Everything due is gone, and a fresh query proves it. */
    VERIFIED,
    /** There was nothing to do. */
    NOTHING_DUE,
    /** As one of the two above, but some records or terms need a person. */
    NEEDS_PERSON,
    /** Due records or findings are left. */
    FAILED_VERIFICATION,
    /** Stopped between two chunks; the next start goes on with the same run. */
    STOPPED
  }
}
