package kz.umyt.plan;

import java.time.LocalDate;
import java.util.List;

/**
 * What a plan's file says, as far as an approval of it binds a run.
 *
 * @param sha256 of the file, lower-case hex
 * @param seal digests of what the plan rested on
 */
public record ApprovedPlan(
    String sha256, String job, LocalDate asOf, Seal seal, List<ApprovedTarget> targets) {

  public ApprovedPlan {
    targets = List.copyOf(targets);
  }

  /**
   * One target.
   *
   * @param id see {@link PlannedTarget#id}
   * @param free due records that may go: those that do not wait for others
   */
  public record ApprovedTarget(String id, String name, String action, long free) {}
}
