package kz.umyt.job;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kz.umyt.destroy.TargetWork;
import kz.umyt.plan.BoundTarget;

/** What the targets of a run came to, as far as this attempt knows. */
final class Results {

  private final Map<String, TargetWork.Outcome> outcomes = new HashMap<>();

  void finished(BoundTarget target, TargetWork.Outcome outcome) {
    outcomes.put(target.id(), outcome);
  }

  Optional<TargetWork.Outcome> outcome(BoundTarget target) {
    return Optional.ofNullable(outcomes.get(target.id()));
  }
}
