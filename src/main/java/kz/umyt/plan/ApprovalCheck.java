package kz.umyt.plan;

import java.util.Locale;
import java.util.Map;

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
    require(then.job().equals(now.job()), "the job's file has changed since the plan was made");
    require(
        then.policy().equals(now.policy()),
        "the policy's file has changed since the plan was made");
    require(
        then.recognizers().equals(now.recognizers()),
        "a file of recognizers has changed since the plan was made");
    for (ApprovedPlan.ApprovedTarget target : approved.targets()) {
      String before = then.targets().get(target.id());
      require(
          before != null && before.equals(now.targets().get(target.id())),
          target.name()
              + " is not what it was when the plan was made: its columns, keys or triggers have"
              + " changed, a floor of its records, or a variable of the job");
    }
    for (Map.Entry<String, String> target : now.targets().entrySet()) {
      require(
          then.targets().containsKey(target.getKey()),
          target.getKey() + " is not in the plan that was approved");
    }
  }

  /**
   * Compares the counts of the plan with those of now.
   *
   * @param tolerance by how much more may be due, as a share of what was approved
   * @throws RefusedException at the first target of which too many records are due
   */
  public void covers(Plan now, double tolerance) {
    for (PlannedTarget target : now.targets()) {
      require(
          !target.confirmed() || target.due() <= allowed(target.id(), tolerance),
          String.format(
              Locale.ROOT,
              "%s: %d records are due now, and %d were approved (tolerance %s%%)",
              target.target(),
              target.due(),
              allowed(target.id(), 0),
              plain(tolerance * 100)));
    }
  }

  /** How many records of a target may go, by its identity. */
  public long allowed(String target, double tolerance) {
    long due =
        approved.targets().stream()
            .filter(one -> one.id().equals(target))
            .mapToLong(ApprovedPlan.ApprovedTarget::due)
            .sum();
    return due + (long) (due * tolerance);
  }

  private static String plain(double number) {
    String text = String.format(Locale.ROOT, "%.2f", number);
    return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new RefusedException(otherwise + AGAIN);
    }
  }
}
