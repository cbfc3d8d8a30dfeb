package kz.umyt.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToLongFunction;
import kz.umyt.destroy.AnonymizedRows;
import kz.umyt.destroy.Evidence;
import kz.umyt.destroy.TargetWork;
import kz.umyt.ledger.Ledger;
import kz.umyt.plan.BoundTable;
import kz.umyt.plan.BoundTarget;
import kz.umyt.plan.Plan;
import kz.umyt.plan.PlannedTarget;
import kz.umyt.plan.Planner;
import kz.umyt.plan.TieEffects;
import kz.umyt.report.Act;
import kz.umyt.source.SideEffects;
import org.jspecify.annotations.Nullable;

/** The last step: asks the sources afresh what is left, and writes the Act. */
final class ClosingPiece implements Piece {

  private static final SideEffects NO_EFFECTS = new SideEffects(List.of(), List.of(), List.of());

  private static final String LEFT =
      "still due at the end, and no error was met: they became due meanwhile, rows that are left"
          + " themselves point to them, they keep each other in a circle, or the database keeps"
          + " them (a trigger, a policy)";

  private final Plan plan;
  private final List<BoundTarget> targets;
  private final Planner planner;
  private final ResidueCheck residues;
  private final AnonymizedRows anonymizedRows;
  private final Evidence evidence;
  private final Proofs proofs;
  private final Results results;
  private final Ledger ledger;
  private final ActBuilder acts;
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
      ResidueCheck residues,
      AnonymizedRows anonymizedRows,
      Evidence evidence,
      Proofs proofs,
      Results results,
      Ledger ledger,
      ActBuilder acts) {
    this.plan = plan;
    this.targets = targets;
    this.planner = planner;
    this.residues = residues;
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
    AtomicReference<Plan> counted = new AtomicReference<>();
    Together.run(
        List.of(
            () -> counted.set(planner.count(plan.run(), targets, anonymizedRows)),
            () -> residues.read(targets),
            () -> proofs.measure(targets)));
    Plan now = Objects.requireNonNull(counted.get());
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
            residues.left()));
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

  /** Every due record that is left waits or has failed. */
  private static TargetWork.Outcome accounted(TargetWork.Outcome outcome, PlannedTarget fresh) {
    long rest = fresh.confirmed() ? fresh.free() - outcome.failed() : 0;
    return rest > 0 ? outcome.with(LEFT, rest) : outcome;
  }

  private ActBuilder.Finished finished(PlannedTarget planned, Plan now) {
    for (int i = 0; i < targets.size(); i++) {
      BoundTarget target = targets.get(i);
      if (target.id().equals(planned.id())) {
        PlannedTarget fresh = now.targets().get(i);
        return new ActBuilder.Finished(
            planned,
            accounted(results.outcome(target).orElseGet(() -> evidence.of(planned)), fresh),
            new ActBuilder.Checked(
                fresh.due(),
                residues.in(target),
                fresh.undecidable() + fresh.conflict() + fresh.unread().size()),
            target instanceof BoundTable table ? TieEffects.of(table) : NO_EFFECTS,
            proofs.of(target, planned, fresh));
      }
    }
    // A target that an edit took out of the job between two attempts: only its evidence is left.
    TargetWork.Outcome before = evidence.of(planned);
    return new ActBuilder.Finished(
        planned, before, new ActBuilder.Checked(0, 0, 0), NO_EFFECTS, Act.Proof.NONE);
  }
}
