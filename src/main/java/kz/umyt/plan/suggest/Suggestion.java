package kz.umyt.plan.suggest;

import java.time.OffsetDateTime;
import java.util.List;
import kz.umyt.settings.Policy;

/**
 * A job as it could be.
 *
 * @param job its name
 * @param scanned by which job the inventory was made
 * @param scannedAt when that scan ended
 * @param targets children before their parents, then files
 * @param limits what a run may destroy at most
 * @param remarks on what the job leaves out
 */
public record Suggestion(
    String job,
    Policy policy,
    String scanned,
    OffsetDateTime scannedAt,
    List<SuggestedTarget> targets,
    Limits limits,
    List<String> remarks) {

  public Suggestion {
    targets = List.copyOf(targets);
    remarks = List.copyOf(remarks);
  }

  /**
   * What a run may destroy at most.
   *
   * @param maxShare of the records in scope of each target, in percent
   */
  public record Limits(long maxRows, int maxShare) {}

  /** Targets that a plan can take. */
  public List<SuggestedTarget> ready() {
    return targets.stream().filter(SuggestedTarget::isReady).toList();
  }

  /** Rules of waiting targets whose term a person must confirm first. */
  public List<Policy.Retention> unconfirmed() {
    return targets.stream()
        .filter(target -> !target.isReady())
        .map(target -> target.retention().value())
        .filter(Policy.Retention::needsConfirmation)
        .distinct()
        .toList();
  }
}
