package kz.umyt.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
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
  private final List<String> openResidue;
  private final Set<String> residueIn = new TreeSet<>();
  private @Nullable Ended ended;

  /**
   * What the sources said in the end.
   *
   * @param act absent where the run changed nothing
   */
  record Ended(Act.Status status, List<Act.ActTarget> targets, Optional<Act> act) {}

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
      ActBuilder acts,
      List<String> openResidue) {
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
    this.openResidue = List.copyOf(openResidue);
  }

  @Override
  public String name() {
    return "verify and report";
  }

  @Override
  public boolean advance() {
    Plan now = planner.count(plan.run(), targets, anonymizedRows);
    List<ActBuilder.Finished> finished = new ArrayList<>();
    for (PlannedTarget planned : plan.targets()) {
      finished.add(finished(planned, now));
    }
    List<Act.ActTarget> targets =
        finished.stream().map(target -> ActBuilder.actTarget(target, 1)).toList();
    ledger.append(
        plan.run(),
        Events.VERIFIED,
        Map.of(
            Events.JOB,
            plan.job(),
            "remaining",
            sum(targets, Act.ActTarget::remaining),
            "postponed",
            sum(targets, Act.ActTarget::postponed),
            "residue",
            sum(targets, Act.ActTarget::residue),
            Events.RESIDUE_IN,
            List.copyOf(residueIn)));
    Act.Status status = ActBuilder.status(finished);
    if (ActBuilder.isChanged(finished)) {
      ended = new Ended(status, targets, Optional.of(acts.write(plan, finished)));
    } else {
      ledger.append(plan.run(), Events.NOTHING_CHANGED, Map.of("status", status.name()));
      ended = new Ended(status, targets, Optional.empty());
    }
    return false;
  }

  private static long sum(List<Act.ActTarget> targets, ToLongFunction<Act.ActTarget> count) {
    return targets.stream().mapToLong(count).sum();
  }

  /** Present once the step is complete. */
  Optional<Ended> ended() {
    return Optional.ofNullable(ended);
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
    if (target instanceof BoundFiles files) {
      long found = residue.in(files, anonymizedRows);
      if (found > 0) {
        residueIn.add(plan.run());
      }
      return found;
    }
    long all = 0;
    for (String run : runs()) {
      long found = residue.in((BoundTable) target, run);
      if (found > 0) {
        residueIn.add(run);
      }
      all += found;
    }
    return all;
  }

  /** This one, and earlier ones that left something: their rows stand as done. */
  private Set<String> runs() {
    Set<String> runs = new TreeSet<>(openResidue);
    runs.add(plan.run());
    return runs;
  }
}
