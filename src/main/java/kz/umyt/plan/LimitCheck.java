package kz.umyt.plan;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import kz.umyt.settings.Job;

/**
 * Stops a run that would destroy more than the job allows: a slip in a date shows up here first.
 * Records that wait for others are not counted, since no run would touch them.
 */
public final class LimitCheck {
  private LimitCheck() {}

  /**
   * Compares a plan with the job's limits.
   *
   * @param usual records that are due in a usual night; absent while nobody knows
   * @throws RefusedException if the plan goes beyond one
   */
  public static void check(Plan plan, Job.Limits limits, Optional<Long> usual) {
    excess(plan, limits, usual)
        .ifPresent(
            excess -> {
              throw new RefusedException(excess + "; nothing was touched this time");
            });
  }

  /** Which limit a plan goes beyond, by how much, and what to do; absent if none. */
  public static Optional<String> excess(Plan plan, Job.Limits limits, Optional<Long> usual) {
    return exceeded(plan, limits, usual)
        .map(
            excess -> excess + ". Look at the plan, and raise the limit in the job if it is right");
  }

  private static Optional<String> exceeded(Plan plan, Job.Limits limits, Optional<Long> usual) {
    long touched = plan.free() + plan.cascaded();
    if (limits.maxRows().isPresent() && touched > limits.maxRows().get()) {
      return Optional.of(
          plan.free()
              + due(plan.due() - plan.free())
              + (touched == plan.free()
                  ? ""
                  : " and " + plan.cascaded() + " rows of other tables go or change with them")
              + ", but the job's limit max-rows is "
              + limits.maxRows().get());
    }
    if (limits.maxTimesUsual().isPresent()
        && usual.isPresent()
        && plan.free() > (double) limits.maxTimesUsual().get() * usual.get()) {
      return Optional.of(
          plan.free()
              + due(plan.due() - plan.free())
              + ", but in a usual night it is "
              + usual.get()
              + ", and the job's limit max-times-usual is "
              + limits.maxTimesUsual().get());
    }
    if (limits.maxShare().isEmpty()) {
      return Optional.empty();
    }
    // In decimals, as the job's file writes it: in binary ones, 29% of 100 would be 28.
    BigDecimal allowed = BigDecimal.valueOf(limits.maxShare().get());
    for (PlannedTarget target : plan.targets()) {
      BigDecimal most = allowed.multiply(BigDecimal.valueOf(target.inScope()));
      if (target.confirmed() && BigDecimal.valueOf(target.free()).compareTo(most) > 0) {
        return Optional.of(
            String.format(
                Locale.ROOT,
                "%s: %d of %d%s (%.1f%%), but the job's limit max-share is %s%%",
                target.target(),
                target.free(),
                target.inScope(),
                due(target.postponed()),
                100.0 * target.free() / target.inScope(),
                allowed.movePointRight(2).stripTrailingZeros().toPlainString()));
      }
    }
    return Optional.empty();
  }

  private static String due(long waiting) {
    return " records are due" + (waiting == 0 ? "" : " and do not wait for others");
  }
}
