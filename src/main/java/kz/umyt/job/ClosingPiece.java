package kz.umyt.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.umyt.destroy.AnonymizedRows;
import kz.umyt.destroy.Evidence;
import kz.umyt.destroy.Residue;
import kz.umyt.destroy.TargetWork;
import kz.umyt.ledger.Ledger;
import kz.umyt.plan.BoundFiles;
import kz.umyt.plan.BoundTable;
import kz.umyt.plan.BoundTarget;
import kz.umyt.plan.Plan;
import kz.umyt.plan.PlannedTarget;
import kz.umyt.plan.Planner;
import kz.umyt.plan.TieEffects;
import kz.umyt.report.Act;
import kz.umyt.settings.Action;
import kz.umyt.source.SideEffects;
import org.jspecify.annotations.Nullable;

/** The last step: asks the sources afresh what is left, and writes the Act. */
final class ClosingPiece implements Piece {

  private static final SideEffects NO_EFFECTS = new SideEffects(List.of(), List.of(), List.of());

  private final Plan plan;
  private final List<BoundTarget> targets;
  private final Planner planner;
  private final Residue residue;
  private final AnonymizedRows anonymizedRows;
  private final Evidence evidence;
  private final Proofs proofs;
  private final Results results;
  private final Ledger ledger;
  private final ActBuilder acts;
  private @Nullable Act act;

  ClosingPiece(
      Plan plan,
      List<BoundTarget> targets,
      Planner planner,
      Residue residue,
      AnonymizedRows anonymizedRows,
      Evidence evidence,
      Proofs proofs,
      Results results,
      Ledger ledger,
      ActBuilder acts) {
    this.plan = plan;
    this.targets = targets;
    this.planner = planner;
    this.residue = residue;
    this.anonymizedRows = anonymizedRows;
    this.evidence = evidence;
    this.proofs = proofs;
    this.results = results;
    this.ledger = ledger;
    this.acts = acts;
  }

  @Override
  public String name() {
    return "verify and report";
  }

  @Override
  public boolean advance() {
    Plan now = planner.count(plan.run(), targets, anonymizedRows);
    List<ActBuilder.Finished> finished = new ArrayList<>();
    long remaining = 0;
    long found = 0;
    for (PlannedTarget planned : plan.targets()) {
      ActBuilder.Finished target = finished(planned, now);
      remaining += target.checked().remaining();
      found += target.checked().residue();
      finished.add(target);
    }
    ledger.append(plan.run(), Events.VERIFIED, Map.of("remaining", remaining, "residue", found));
    act = acts.write(plan, finished);
    return false;
  }

  /** The Act, once the step is complete. */
  Optional<Act> act() {
    return Optional.ofNullable(act);
  }

  private ActBuilder.Finished finished(PlannedTarget planned, Plan now) {
    for (int i = 0; i < targets.size(); i++) {
      BoundTarget target = targets.get(i);
      if (target.id().equals(planned.id())) {
        PlannedTarget fresh = now.targets().get(i);
        return new ActBuilder.Finished(
            planned,
            results.outcome(target).orElseGet(() -> evidence.of(planned)),
            new ActBuilder.Checked(
                fresh.due(), residue(target), fresh.undecidable() + fresh.conflict()),
            target instanceof BoundTable table ? TieEffects.of(table) : NO_EFFECTS,
            proofs.of(target, planned, fresh));
      }
    }
    // A target that an edit took out of the job between two attempts: only its evidence is left.
    TargetWork.Outcome before = evidence.of(planned);
    return new ActBuilder.Finished(
        planned, before, new ActBuilder.Checked(0, 0, 0), NO_EFFECTS, Act.Proof.NONE);
  }

  private long residue(BoundTarget target) {
    if (target.spec().action() != Action.ANONYMIZE) {
      return 0;
    }
    return target instanceof BoundTable table
        ? residue.in(table, plan.run())
        : residue.in((BoundFiles) target, anonymizedRows);
  }
}
