package kz.umyt.job;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.umyt.destroy.TargetWork;
import kz.umyt.plan.BoundTable;
import kz.umyt.plan.BoundTarget;

/** What the targets of a run came to, as far as this attempt knows. */
final class Results {

  private final List<BoundTarget> targets;
  private final Map<String, TargetWork.Outcome> outcomes = new HashMap<>();

  Results(List<BoundTarget> targets) {
    this.targets = targets;
  }

  void finished(BoundTarget target, TargetWork.Outcome outcome) {
    outcomes.put(target.id(), outcome);
  }

  /** Nothing was done to a target, because another one's clock is still to be read from it. */
  void postponed(BoundTarget target, BoundTarget reader, long due) {
    outcomes.put(
        target.id(),
        new TargetWork.Outcome(
            0,
            Map.of(
                "postponed until "
                    + reader.id()
                    + " is complete, because its clock is read from these records",
                due),
            0,
            ""));
  }

  Optional<TargetWork.Outcome> outcome(BoundTarget target) {
    return Optional.ofNullable(outcomes.get(target.id()));
  }

  /**
   * A target that reads its clock from what this one would destroy, and is not through with its own
   * records: they would lose their clock for good.
   */
  Optional<BoundTarget> unfinishedReaderOf(BoundTarget target) {
    if (!(target instanceof BoundTable rows)) {
      return Optional.empty();
    }
    return targets.stream()
        .filter(other -> !other.equals(target))
        .filter(other -> other instanceof BoundTable reader && reader.readsClockFrom(rows))
        .filter(other -> !isComplete(other))
        .findFirst();
  }

  private boolean isComplete(BoundTarget target) {
    return target.confirmed()
        && Optional.ofNullable(outcomes.get(target.id()))
            .map(outcome -> outcome.failed() == 0)
            .orElse(false);
  }
}
