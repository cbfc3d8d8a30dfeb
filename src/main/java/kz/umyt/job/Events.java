package kz.umyt.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.umyt.plan.Plan;
import kz.umyt.plan.PlannedTarget;

/** The words of the ledger's entries about runs. */
final class Events {
  private Events() {}

  /** Details: job, asOf, policy, policySha256, jobSha256. */
  static final String RUN_STARTED = "run-started";

  /** Details: inScope, due, held, blocked, undecidable over all targets, and due by target. */
  static final String PLANNED = "planned";

  /** The run was refused before anything was touched. Details: reason. */
  static final String REFUSED = "run-refused";

  /**
   * One start of the tool for a run. Details: user, host, application; and where a plan was
   * approved for it, plan, approvedBy, approverKey, approvedAt.
   */
  static final String ATTEMPT_STARTED = "attempt-started";

  /** A detail of {@link #ATTEMPT_STARTED}: digest of the plan. */
  static final String PLAN = "plan";

  static final String APPROVED_BY = "approvedBy";
  static final String APPROVER_KEY = "approverKey";
  static final String APPROVED_AT = "approvedAt";

  /** The attempt ended before the run did. Details: reason. */
  static final String ATTEMPT_ENDED = "attempt-ended";

  /**
   * Details: target, action, changed, failed, chunks, digest; and of this attempt records changed
   * and millis, pauses included.
   */
  static final String TARGET_FINISHED = "target-finished";

  /** Details: remaining, residue. */
  static final String VERIFIED = "verified";

  /** Details: existed. */
  static final String KEY_DESTROYED = "run-key-destroyed";

  /** An attempt to scan begins. Details: job, user, host, application, sources, started, again. */
  static final String SCAN_STARTED = "scan-started";

  /**
   * Personal data was looked at. Details: job, user, host, application, source, started, and of
   * each table its columns and how many rows.
   */
  static final String DATA_READ = "data-read";

  /** Details: status. */
  static final String RUN_FINISHED = "run-finished";

  /** The details of {@link #PLANNED}. */
  static Map<String, Object> planned(Plan plan) {
    List<Map<String, Object>> targets = new ArrayList<>();
    for (PlannedTarget target : plan.targets()) {
      targets.add(
          Map.of(
              "target", target.source() + ": " + target.target(),
              "action", target.action(),
              "inScope", target.inScope(),
              "due", target.due(),
              "held", target.held(),
              "blocked", target.blocked(),
              "floor", target.floor(),
              "conflict", target.conflict(),
              "undecidable", target.undecidable(),
              "confirmed", target.confirmed()));
    }
    return Map.of("asOf", plan.asOf().toString(), "targets", targets);
  }
}
