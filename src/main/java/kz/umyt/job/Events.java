package kz.umyt.job;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.umyt.plan.Plan;
import kz.umyt.plan.PlannedTarget;

/** The words of the ledger's entries about runs. */
final class Events {
  private Events() {}

  /** Details: job, asOf, policy, policySha256, jobSha256. */
  static final String RUN_STARTED = "run-started";

  /**
   * What the run may do from here on. Details: asOf, the counts of each target; and where a plan
   * was approved for it, plan, approvedBy, approverKey, approvedAt.
   */
  static final String PLANNED = "planned";

  /** The run was refused before anything was touched. Details: reason. */
  static final String REFUSED = "run-refused";

  /** One start of the tool for a run. Details: user, host, application, jobSha256. */
  static final String ATTEMPT_STARTED = "attempt-started";

  /** A detail of {@link #PLANNED}: digest of the plan that was approved. */
  static final String PLAN = "plan";

  static final String APPROVED_BY = "approvedBy";
  static final String APPROVER_KEY = "approverKey";
  static final String APPROVED_AT = "approvedAt";

  /** The attempt ended before the run did. Details: reason. */
  static final String ATTEMPT_ENDED = "attempt-ended";

  /**
   * Details: target, action, changed, cascaded (rows of other tables that went along or lost a
   * reference), partitions (dropped as a whole), failed, chunks, digest; and of this attempt
   * records changed and millis, pauses included.
   */
  static final String TARGET_FINISHED = "target-finished";

  /**
   * Details: job, remaining, postponed (of these, how many only wait), residue, residueIn (the runs
   * in whose anonymized rows it is, each with run and target).
   */
  static final String VERIFIED = "verified";

  static final String JOB = "job";

  /** A detail of {@link #VERIFIED}. */
  static final String RESIDUE_IN = "residueIn";

  /** The run changed nothing, and there is no Act of it. Details: status. */
  static final String NOTHING_CHANGED = "nothing-changed";

  /**
   * Rows of tables that foreign keys would change, before anything was. Details: rows, each with
   * source, table, column where only rows are counted in which it holds something, and rows.
   */
  static final String ROWS_COUNTED = "rows-counted";

  /** A database is asked to clean its files. Details: source, table where not as a whole, asked. */
  static final String CLEAN_UP_STARTED = "clean-up-started";

  /**
   * Details: source, table where not as a whole, asked; obstacle where it is not clean, and why.
   */
  static final String CLEANED_UP = "cleaned-up";

  /**
   * How alike the anonymized records of a target are. Details: target, columns, met, requireK where
   * the job asks one; rows, k, unique; or notMeasured, and the reason where there is one.
   */
  static final String IDENTITY_MEASURED = "identity-measured";

  /** Details: existed. */
  static final String KEY_DESTROYED = "run-key-destroyed";

  /**
   * A key that runs share was made. Details: user, host, application, key, keys (all there were).
   */
  static final String SHARED_KEY_MADE = "shared-key-made";

  /** A run makes its tokens under a shared key. Details: key, keys. */
  static final String SHARED_KEY_USED = "shared-key-used";

  /** Nobody can go back any more. Details: user, host, application, destroyed, keys. */
  static final String SHARED_KEYS_DESTROYED = "shared-keys-destroyed";

  /** Somebody begins to read encrypted values. Details: user, host, application. */
  static final String DECRYPTION_STARTED = "decryption-started";

  /** An attempt to scan begins. Details: job, user, host, application, sources, started, again. */
  static final String SCAN_STARTED = "scan-started";

  /**
   * Personal data was looked at. Details: job, user, host, application, source, started, and of
   * each table its columns and how many rows; of encrypted values how many.
   */
  static final String DATA_READ = "data-read";

  /** Details: status. */
  static final String RUN_FINISHED = "run-finished";

  /** The details of {@link #PLANNED}. */
  static Map<String, Object> planned(Plan plan, Optional<PlanApproval> approval) {
    List<Map<String, Object>> targets = new ArrayList<>();
    for (PlannedTarget target : plan.targets()) {
      Map<String, Object> counted = new HashMap<>();
      counted.put("target", target.source() + ": " + target.target());
      counted.put("action", target.action());
      counted.put("inScope", target.inScope());
      counted.put("due", target.due());
      counted.put("postponed", target.postponed());
      counted.put("held", target.held());
      counted.put("blocked", target.blocked());
      counted.put("floor", target.floor());
      counted.put("conflict", target.conflict());
      counted.put("undecidable", target.undecidable());
      counted.put("confirmed", target.confirmed());
      targets.add(counted);
    }
    Map<String, Object> details = new HashMap<>();
    details.put("asOf", plan.asOf().toString());
    details.put("targets", targets);
    approval.map(Events::approved).ifPresent(details::putAll);
    return details;
  }

  private static Map<String, Object> approved(PlanApproval approval) {
    return Map.of(
        PLAN, approval.plan().sha256(),
        APPROVED_BY, approval.approver(),
        APPROVER_KEY, approval.key(),
        APPROVED_AT, approval.time().toString());
  }
}
