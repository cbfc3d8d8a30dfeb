package kz.umyt.job;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kz.umyt.destroy.Likeness;
import kz.umyt.ledger.Ledger;
import kz.umyt.plan.BoundTarget;
import kz.umyt.plan.PlannedTarget;
import kz.umyt.report.Act;
import kz.umyt.settings.Action;
import kz.umyt.settings.Located;

/** What is looked at, target by target, once the records are handled. */
final class Proofs {

  private static final String TARGET = "target";
  private static final String MET = "met";

  private final Likeness likeness;
  private final RowSums sums;
  private final CleanUpPiece cleanUps;
  private final String run;
  private final Ledger ledger;
  private final Map<String, Likeness.Measured> measured = new HashMap<>();

  Proofs(Likeness likeness, RowSums sums, CleanUpPiece cleanUps, String run, Ledger ledger) {
    this.likeness = likeness;
    this.sums = sums;
    this.cleanUps = cleanUps;
    this.run = run;
    this.ledger = ledger;
  }

  /**
   * Whether a target's records stood out more than the job allows when they were last looked at.
   */
  static boolean isOpen(List<BoundTarget> targets, Ledger ledger) {
    return targets.stream()
        .filter(Proofs::isMeasured)
        .filter(target -> target.spec().aftercare().requireK().isPresent())
        .anyMatch(
            target ->
                ledger
                    .last(
                        entry ->
                            entry.event().equals(Events.IDENTITY_MEASURED)
                                && entry.text(TARGET).equals(Optional.of(target.id())))
                    .filter(entry -> Boolean.FALSE.equals(entry.details().get(MET)))
                    .isPresent());
  }

  /** Looks how alike the anonymized records of each target are. */
  void measure(List<BoundTarget> targets) {
    for (BoundTarget target : targets) {
      if (isMeasured(target)) {
        measured.put(target.id(), likeness.of(target));
      }
    }
  }

  private static boolean isMeasured(BoundTarget target) {
    return target.spec().action() == Action.ANONYMIZE && target.confirmed();
  }

  /**
   * Tells what was seen of a target, and writes into the ledger what was seen.
   *
   * @param before its counts before the first change
   * @param now its counts after the last one
   */
  Act.Proof of(BoundTarget target, PlannedTarget before, PlannedTarget now) {
    return new Act.Proof(
        isMeasured(target) ? Optional.of(identity(target)) : Optional.empty(),
        sums.of(target, before, now),
        cleanUps.of(target),
        keyed(target),
        now.waiting());
  }

  /** Where the run made its tokens under a shared key: the columns that hold them. */
  private List<String> keyed(BoundTarget target) {
    boolean isShared =
        ledger.entriesOf(run).stream()
            .anyMatch(entry -> entry.event().equals(Events.SHARED_KEY_USED));
    return isShared && target.confirmed()
        ? target.spec().columns().stream()
            .filter(rule -> rule.operator().isKeyed())
            .map(rule -> rule.column().value())
            .toList()
        : List.of();
  }

  private Act.IdentityRisk identity(BoundTarget target) {
    Likeness.Measured seen = Objects.requireNonNull(measured.get(target.id()));
    Likeness.Groups groups = seen.groups().orElseGet(() -> new Likeness.Groups(0, 0, 0, 0, 0));
    Act.IdentityRisk risk =
        new Act.IdentityRisk(
            seen.columns(),
            groups.rows(),
            groups.groups(),
            groups.smallest(),
            groups.unique(),
            groups.below(),
            target.spec().aftercare().requireK().map(Located::value),
            seen.gap().map(gap -> gap.name().toLowerCase(Locale.ROOT).replace('_', '-')));
    Map<String, Object> details = new HashMap<>();
    details.put(TARGET, target.id());
    details.put("columns", risk.columns());
    details.put(MET, risk.isMet());
    risk.requireK().ifPresent(k -> details.put("requireK", (long) k));
    risk.gap()
        .ifPresentOrElse(
            gap -> details.put("notMeasured", gap),
            () -> {
              details.put("rows", risk.rows());
              details.put("k", risk.k());
              details.put("unique", risk.unique());
            });
    seen.reason().ifPresent(reason -> details.put("reason", reason));
    ledger.append(run, Events.IDENTITY_MEASURED, details);
    return risk;
  }
}
