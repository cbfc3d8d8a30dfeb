package kz.umyt.job;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import kz.umyt.ledger.InstallationKey;
import kz.umyt.plan.ApprovalCheck;
import kz.umyt.plan.BoundTarget;
import kz.umyt.plan.JobSeal;
import kz.umyt.plan.LimitCheck;
import kz.umyt.plan.Plan;
import kz.umyt.plan.PlannedTarget;
import kz.umyt.plan.RefusedException;
import kz.umyt.plan.Seal;
import kz.umyt.plan.TargetSeal;
import kz.umyt.settings.Job;
import kz.umyt.settings.SettingsException;

/** Whether a run may begin and go on: the job's limits, and the approval it may need. */
final class Leave {

  private final Home home;
  private final Assignment assignment;
  private final Job job;

  Leave(Home home, Assignment assignment) {
    this.home = home;
    this.assignment = assignment;
    this.job = assignment.job();
  }

  /**
   * Looks at what the job says, before anything else is done.
   *
   * @throws SettingsException if nothing limits a job that may always run, or a plan is given to
   *     one that needs none
   */
  void requireSense(Optional<Path> plan) {
    if (!(job.approval() instanceof Job.Approval.Standing)) {
      return;
    }
    if (plan.isPresent()) {
      throw new SettingsException(
          job.id().at(),
          "--plan is for jobs with 'approval: per-plan', and job '" + job.id() + "' has none");
    }
    if (job.limits().areNone()) {
      throw new SettingsException(
          job.id().at(),
          "job '"
              + job.id()
              + "' may run whenever it is started (approval: standing), and nothing limits what it"
              + " destroys; write limits, such as limits: {max-rows: 10000, max-share: 25%}, or"
              + " approval: per-plan");
    }
  }

  /**
   * The approval of a plan.
   *
   * @throws RefusedException if it is none
   */
  PlanApproval of(Path plan) {
    return PlanApproval.of(
        plan, job.id().value(), assignment.approvers(), new InstallationKey(home.keys()));
  }

  /** Whoever made the plan found no fault in what the job says: something has moved since. */
  static RefusedException noLongerTrue(SettingsException wrong) {
    return new RefusedException(
        wrong.getMessage()
            + "; the plan that was approved is no longer true, and nothing was touched this time."
            + " Mend that, or make the plan again and have it approved");
  }

  /** The approval that an earlier attempt was given, where the job still needs one. */
  Optional<PlanApproval> kept(RunState state) {
    return job.approval() instanceof Job.Approval.PerPlan
        ? state.approved().map(this::of)
        : Optional.empty();
  }

  /**
   * Makes sure that a job that needs an approval has one, also where it goes on.
   *
   * @throws RefusedException if it has none
   */
  void requireGiven(Optional<PlanApproval> approval) {
    if (job.approval() instanceof Job.Approval.PerPlan && approval.isEmpty()) {
      throw new RefusedException(
          "the plan that was approved for the unfinished run is no longer in the home folder;"
              + " nothing more was touched. Give it again with --plan");
    }
  }

  /**
   * Makes sure that what was approved is what would be done.
   *
   * @throws RefusedException with what has moved
   */
  void requireUnchanged(Optional<PlanApproval> approval, List<BoundTarget> targets) {
    if (approval.isPresent()) {
      new ApprovalCheck(approval.get().plan())
          .unchanged(
              new Seal(
                  JobSeal.of(job, assignment.policy(), assignment.recognizers()),
                  TargetSeal.of(targets)));
    }
  }

  /**
   * Makes sure that a plan is within the limits, and within what was approved.
   *
   * @param past asked where the job limits a night by the usual ones
   * @throws RefusedException with what is too much
   */
  void requireWithin(Plan plan, Optional<PlanApproval> approval, Supplier<PastRuns> past) {
    Optional<Long> usual =
        job.limits().maxTimesUsual().isEmpty()
            ? Optional.empty()
            : past.get().usualDue(job.id().value());
    LimitCheck.check(plan, job.limits(), usual);
    approval.ifPresent(given -> requireApproved(plan, target -> 0, given));
  }

  /**
   * Makes sure that no more goes than was approved.
   *
   * @param gone records that the run has handled since the plan was made, by target
   * @throws RefusedException with what is too much
   */
  void requireApproved(Plan plan, ToLongFunction<PlannedTarget> gone, PlanApproval approval) {
    new ApprovalCheck(approval.plan()).covers(plan, gone, tolerance());
  }

  private double tolerance() {
    return job.approval() instanceof Job.Approval.PerPlan perPlan ? perPlan.tolerance() : 0;
  }

  /**
   * How many records of a target may go at most, over all attempts of the run.
   *
   * @param handledBefore records that went before the plan was made, by target
   */
  long most(Optional<PlanApproval> approval, BoundTarget target, Map<String, Long> handledBefore) {
    return approval
        .map(
            given ->
                handledBefore.getOrDefault(target.id(), 0L)
                    + new ApprovalCheck(given.plan()).allowed(target.id(), tolerance()))
        .orElse(Long.MAX_VALUE);
  }
}
