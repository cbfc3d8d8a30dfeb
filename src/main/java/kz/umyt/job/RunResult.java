package kz.umyt.job;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kz.umyt.plan.Plan;
import kz.umyt.report.Act;

/**
 * How a run ended.
 *
 * @param plan the counts that the run's first attempt decided on
 * @param targets what became of each; empty where this attempt did not look
 * @param act present if this attempt wrote it
 * @param actJson where the Act is; its HTML form stands beside it; absent where nothing was changed
 * @param resumed whether this attempt went on with an earlier one
 */
public record RunResult(
    Status status,
    String run,
    Plan plan,
    List<Act.ActTarget> targets,
    Optional<Act> act,
    Optional<Path> actJson,
    Optional<String> stopReason,
    boolean resumed) {

  /** A run that came to no end, or had nothing to do. */
  static RunResult early(
      Status status, RunIdentity identity, Plan plan, Optional<String> stopReason) {
    return new RunResult(
        status,
        identity.run(),
        plan,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        stopReason,
        identity.resumed());
  }

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
