package kz.umyt.plan;

import java.time.LocalDate;
import java.util.List;

/**
 * What a run would do.
 *
 * @param run identity of the run, or empty text for a plan that no run has taken up
 * @param asOf the one day that every decision of the run is made for
 */
public record Plan(
    String job, String run, PolicyRef policy, LocalDate asOf, List<PlannedTarget> targets) {

  /**
   * The policy that decided, as it was read.
   *
   * @param sha256 digest of the policy file
   */
  public record PolicyRef(String id, int version, String sha256) {}

  /** Records due over all targets whose term is confirmed. */
  public long due() {
    return targets.stream().filter(PlannedTarget::confirmed).mapToLong(PlannedTarget::due).sum();
  }

  /** Of these, those that wait for no others. */
  public long free() {
    return targets.stream().filter(PlannedTarget::confirmed).mapToLong(PlannedTarget::free).sum();
  }

  /** Rows of other tables that those take along, or whose references are emptied. */
  public long cascaded() {
    return targets.stream()
        .filter(PlannedTarget::confirmed)
        .mapToLong(PlannedTarget::cascaded)
        .sum();
  }
}
