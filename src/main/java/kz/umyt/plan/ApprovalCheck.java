package kz.umyt.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import kz.umyt.plan.Seal.Part;

/** Refuses to carry out a plan that is no longer true, and says what has moved. */
public final class ApprovalCheck {

  private static final String AGAIN =
      "; nothing was touched this time. Make the plan again and have it approved";

  private final ApprovedPlan approved;

  public ApprovalCheck(ApprovedPlan approved) {
    this.approved = approved;
  }

  /**
   * Compares what the plan rested on with what is there now.
   *
   * @throws RefusedException at the first that differs
   */
  public void unchanged(Seal now) {
    Seal then = approved.seal();
    same(then.job(), now.job(), "");
    for (ApprovedPlan.ApprovedTarget target : approved.targets()) {
      require(
          now.targets().containsKey(target.id()),
          target.id() + " is in the plan, and the job has it no more");
      same(
          then.targets().getOrDefault(target.id(), Map.of()),
          now.targets().getOrDefault(target.id(), Map.of()),
          target.id() + ": ");
    }
    for (String target : now.targets().keySet()) {
      require(then.targets().containsKey(target), target + " is not in the plan that was approved");
    }
  }

  private static void same(Map<Part, String> then, Map<Part, String> now, String where) {
    for (Part part : Part.values()) {
      require(
          Objects.equals(then.get(part), now.get(part)),
          where + part.moved() + " since the plan was made");
    }
  }

  /**
   * Compares the counts of the plan with those of now.
   *
   * @param gone records that an unfinished run has handled since the plan was made, by target
   * @param tolerance by how much more may be due, as a share of what was approved
   * @throws RefusedException at the first target of which too many records are due
   */
  public void covers(Plan now, ToLongFunction<PlannedTarget> gone, double tolerance) {
    for (PlannedTarget target : now.targets()) {
      long before = gone.applyAsLong(target);
      long allowed = allowed(target.id(), tolerance);
      require(
          !target.confirmed() || target.free() + before <= allowed,
          String.format(
              Locale.ROOT,
              "%s: %d records %s now%s, and %d were approved; with a tolerance of %s%% it may"
                  + " be %d",
              target.target(),
              target.free(),
              target.postponed() == 0 ? "are due" : "are due and do not wait",
              before == 0 ? "" : " and " + before + " have gone already",
              allowed(target.id(), 0),
              plain(tolerance),
              allowed));
    }
  }

  /** How many records of a target may go, by its identity. */
  public long allowed(String target, double tolerance) {
    long free =
        approved.targets().stream()
            .filter(one -> one.id().equals(target))
            .mapToLong(ApprovedPlan.ApprovedTarget::free)
            .sum();
    // In decimals, as the job's file writes it: in binary ones, 29% of 100 would be 28.
    return BigDecimal.valueOf(tolerance)
            .multiply(BigDecimal.valueOf(free))
            .setScale(0, RoundingMode.FLOOR)
            .longValueExact()
        + free;
  }

  private static String plain(double share) {
    return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString();
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new RefusedException(otherwise + AGAIN);
    }
  }
}
