package kz.umyt.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import kz.umyt.plan.Plan;
import kz.umyt.plan.PlannedTarget;

/**
 * A run goes on although its job or policy was changed in between, as after a run that was stopped
 * because the job was wrong: what is done from now on follows the new files, and the counts still
 * cover what was done before.
 */
final class Replan {
  private Replan() {}

  /**
   * Puts the counts of now and the work of before together.
   *
   * @param handled records of a target that earlier attempts of the run destroyed or anonymized
   */
  static Plan of(Plan before, Plan now, ToLongFunction<PlannedTarget> handled) {
    List<PlannedTarget> targets = new ArrayList<>();
    for (PlannedTarget target : now.targets()) {
      targets.add(target.withHandled(handled.applyAsLong(target)));
    }
    Set<String> known = now.targets().stream().map(PlannedTarget::id).collect(Collectors.toSet());
    for (PlannedTarget target : before.targets()) {
      if (!known.contains(target.id())) {
        targets.add(target);
      }
    }
    return new Plan(now.job(), now.run(), now.policy(), now.asOf(), List.copyOf(targets));
  }
}
