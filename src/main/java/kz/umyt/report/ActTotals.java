package kz.umyt.report;

import static kz.umyt.report.DecisionJson.sum;

import java.util.List;
import kz.umyt.report.Act.ActTarget;
import kz.umyt.report.Act.Status;

/**
 * Sums over the targets of an Act. Public for the templates only.
 *
 * @param unconfirmed due records whose term a person must confirm first; never touched
 * @param deviation due by the plan, confirmed, and neither changed nor left: positive where records
 *     ceased to be due before their turn, negative where records became due after the plan
 * @param remaining due records left under confirmed terms that nothing keeps
 * @param postponed due records left that only wait for others
 * @param left due records left under any term
 * @param recognizable targets whose anonymized records are less alike than the job asks
 */
public record ActTotals(
    long inScope,
    long due,
    long destroyed,
    long anonymized,
    long failed,
    long unconfirmed,
    long deviation,
    long held,
    long blocked,
    long floor,
    long conflict,
    long undecidable,
    long kept,
    long remaining,
    long postponed,
    long left,
    long residue,
    long recognizable) {

  static ActTotals of(List<ActTarget> targets) {
    return new ActTotals(
        sum(targets, target -> target.planned().inScope()),
        sum(targets, target -> target.planned().due()),
        sum(targets, ActTarget::destroyed),
        sum(targets, ActTarget::anonymized),
        sum(targets, ActTarget::failed),
        sum(targets, target -> target.planned().confirmed() ? 0 : target.planned().due()),
        sum(targets, ActTotals::deviation),
        sum(targets, target -> target.planned().held()),
        sum(targets, target -> target.planned().blocked()),
        sum(targets, target -> target.planned().floor()),
        sum(targets, target -> target.planned().conflict()),
        sum(targets, target -> target.planned().undecidable()),
        sum(targets, target -> target.planned().kept()),
        sum(targets, ActTarget::missed),
        sum(targets, ActTarget::postponed),
        sum(targets, ActTarget::remaining),
        sum(targets, ActTarget::residue),
        targets.stream()
            .flatMap(target -> target.proof().identity().stream())
            .filter(risk -> !risk.isMet())
            .count());
  }

  /**
   * What the counts allow to be said: the status of the Act, or a worse one where the counts
   * contradict it, so that no Act claims more than it shows.
   */
  Status verdict(Status status) {
    if (status == Status.FAILED_VERIFICATION || remaining > 0 || residue > 0) {
      return Status.FAILED_VERIFICATION;
    }
    return waiting() || recognizable > 0 ? Status.NEEDS_PERSON : status;
  }

  /** Whether records were left for a person to decide. */
  boolean waiting() {
    return undecidable > 0 || conflict > 0 || unconfirmed > 0;
  }

  /** Records destroyed or anonymized. */
  public long done() {
    return destroyed + anonymized;
  }

  private static long deviation(ActTarget target) {
    if (!target.planned().confirmed()) {
      return 0;
    }
    long left = Math.max(target.failed() + target.postponed(), target.remaining());
    return target.planned().due() - target.destroyed() - target.anonymized() - left;
  }
}
