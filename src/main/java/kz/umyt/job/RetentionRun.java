package kz.umyt.job;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import javax.crypto.spec.SecretKeySpec;
import kz.umyt.anonymize.Operators;
import kz.umyt.anonymize.TextFinder;
import kz.umyt.destroy.AnonymizedRows;
import kz.umyt.destroy.Evidence;
import kz.umyt.destroy.FileJournal;
import kz.umyt.destroy.Journal;
import kz.umyt.destroy.Likeness;
import kz.umyt.destroy.Residue;
import kz.umyt.destroy.Workshop;
import kz.umyt.ledger.ActVerifier;
import kz.umyt.ledger.Entry;
import kz.umyt.ledger.Fingerprints;
import kz.umyt.ledger.HomeKey;
import kz.umyt.ledger.Ledger;
import kz.umyt.ledger.RunKeys;
import kz.umyt.plan.BoundTable;
import kz.umyt.plan.BoundTarget;
import kz.umyt.plan.LiveRegisters;
import kz.umyt.plan.Plan;
import kz.umyt.plan.PlannedTarget;
import kz.umyt.plan.Planner;
import kz.umyt.plan.RefusedException;
import kz.umyt.settings.Job;
import kz.umyt.settings.Policy;
import kz.umyt.settings.SettingsException;
import kz.umyt.settings.Source;
import kz.umyt.source.csv.KnownFormats;

/**
 * One attempt at one run of one job: plan, destroy, verify, report. Everything that decides is read
 * before the first change; whatever was done is told by the targets, so an attempt can end at any
 * moment and the next one goes on.
 */
public final class RetentionRun {

  private final Home home;
  private final Job job;
  private final Policy policy;
  private final Assignment assignment;
  private final Leave leave;
  private final TokenKeys tokenKeys;
  private final TextFinder finder;
  private final Surroundings surroundings;
  private final Progress progress;
  private final StopSignal stop;
  private final KnownFormats formats = new KnownFormats();

  /** The machine around a run. */
  public record Surroundings(
      Clock clock, LongSupplier nanos, String user, String host, String application) {}

  public RetentionRun(
      Home home,
      Assignment assignment,
      TextFinder finder,
      Surroundings surroundings,
      Progress progress,
      StopSignal stop) {
    this.home = home;
    this.assignment = assignment;
    this.leave = new Leave(home, assignment);
    this.job = assignment.job();
    this.tokenKeys = new TokenKeys(home, job);
    this.policy = assignment.policy();
    this.finder = finder;
    this.surroundings = surroundings;
    this.progress = progress;
    this.stop = stop;
  }

  /**
   * Runs, or goes on with a run that was interrupted.
   *
   * @param asOf the day to decide for; the plan's or today where absent
   * @param planFile a plan that was approved
   * @param out the folder under which the Act is written
   * @throws LockHeldException if another run is at work
   * @throws RefusedException if a limit is exceeded, an approval is missing, or the plan that was
   *     approved is no longer true
   * @throws kz.umyt.settings.SettingsException if something written is wrong
   * @throws kz.umyt.source.SourceException if a source cannot be reached or read
   */
  public RunResult run(Optional<LocalDate> asOf, Optional<Path> planFile, Path out) {
    leave.requireSense(planFile);
    tokenKeys.requireThere();
    RunLock lock = RunLock.acquire(home.folder());
    try (lock;
        Sources sources = new Sources(assignment);
        HomeStore store = HomeStore.open(home.folder());
        Ledger ledger = Ledger.open(home.ledger(), surroundings.clock());
        LoadGates gates =
            new LoadGates(job, assignment.sources(), stop, progress, surroundings.nanos())) {
      new StopRequest(home).clear();
      // Names and connections first: what is wrong there must leave no trace of a run.
      LocalDate today = LocalDate.ofInstant(surroundings.clock().instant(), job.zone());
      asOf.ifPresent(day -> RunIdentity.requireNotAhead(day, today));
      Optional<PlanApproval> given = planFile.map(leave::of);
      try {
        check(sources, asOf.orElse(today));
      } catch (SettingsException wrong) {
        throw given.isPresent() ? Leave.noLongerTrue(wrong) : wrong;
      }
      gates.open();
      sources.lock();
      RunIdentity identity = RunIdentity.of(job, policy, asOf, given, ledger, surroundings.clock());
      return attempt(identity, given, sources, gates, store, ledger, out);
    }
  }

  /** Every name, every connection and every operator, with a key that is thrown away. */
  private void check(Sources sources, LocalDate asOf) {
    LiveRegisters registers = LiveRegisters.of(job, asOf, surroundings.clock());
    registers.current();
    List<BoundTarget> targets =
        new Planner(job, policy, asOf, registers, formats)
            .bind(sources.settings(), sources::database, database -> false);
    Workshop.check(
        targets,
        new Operators(new SecretKeySpec(new byte[32], "HmacSHA256"), finder, RunKeys::randomBytes));
    Likeness.check(targets, finder);
  }

  private RunResult attempt(
      RunIdentity identity,
      Optional<PlanApproval> given,
      Sources sources,
      LoadGates gates,
      HomeStore store,
      Ledger ledger,
      Path out) {
    String run = identity.run();
    ledger.append(run, Events.ATTEMPT_STARTED, started());
    try {
      return carryOut(identity, given, sources, gates, store, ledger, out);
    } catch (RuntimeException failure) {
      note(run, failure, ledger);
      throw store.told(failure);
    }
  }

  private Map<String, Object> started() {
    return Map.of(
        "user", surroundings.user(),
        "host", surroundings.host(),
        "application", surroundings.application(),
        "jobSha256", job.sha256());
  }

  /** A run that is refused before it touched anything is over; any other goes on next time. */
  private void note(String run, RuntimeException failure, Ledger ledger) {
    boolean isOver =
        failure instanceof RefusedException && !new RunState(home.folder(), run).exists();
    String reason = isOver ? failure.getMessage() : failure.getClass().getSimpleName();
    try {
      ledger.append(
          run,
          isOver ? Events.REFUSED : Events.ATTEMPT_ENDED,
          Map.of("reason", String.valueOf(reason)));
    } catch (RuntimeException ledgerFailure) {
      // What stopped the run matters more than that it could not be written down.
      failure.addSuppressed(ledgerFailure);
    }
  }

  private RunResult carryOut(
      RunIdentity identity,
      Optional<PlanApproval> given,
      Sources sources,
      LoadGates gates,
      HomeStore store,
      Ledger ledger,
      Path out) {
    String run = identity.run();
    LiveRegisters registers = LiveRegisters.of(job, identity.asOf(), surroundings.clock());
    Planner planner = new Planner(job, policy, identity.asOf(), registers, formats);
    FileJournal files = new FileJournal(store.dataSource(), surroundings.clock());
    AnonymizedRows anonymizedRows =
        new AnonymizedRows(files, new Fingerprints(new HomeKey(home.keys()).loadOrCreate()));
    List<BoundTarget> targets =
        planner.bind(sources.settings(), sources::database, Journal::exists);
    Evidence evidence =
        new Evidence(
            run,
            files,
            surroundings.clock(),
            source -> sources.settings().get(source) instanceof Source.Jdbc,
            sources::database);
    RunState state = new RunState(home.folder(), run);
    Optional<Entry> written = closed(run, ledger);
    if (written.isPresent()) {
      // The attempt before came as far as the Act; only its last words are missing.
      return finish(identity, state.read(), written.get(), Optional.empty(), state, ledger);
    }
    Optional<PlanApproval> approval = given.or(() -> leave.kept(state));
    leave.requireGiven(approval);
    leave.requireUnchanged(approval, targets);
    Plan plan = plan(identity, planner, targets, evidence, anonymizedRows, approval, state, ledger);
    ResidueCheck residues = ResidueCheck.of(new Residue(finder), anonymizedRows, plan, ledger);
    if (plan.due() == 0 && !residues.isOpen() && !Proofs.isOpen(targets, ledger)) {
      return nothingDue(identity, plan, state, ledger);
    }
    createJournals(targets);
    targets = planner.bind(sources.settings(), sources::database, database -> true);
    Workshop workshop =
        new Workshop(
            run,
            registers,
            new Operators(tokenKeys.of(run, ledger), finder, RunKeys::randomBytes),
            files,
            anonymizedRows,
            job.throttle(),
            surroundings.clock(),
            surroundings.nanos(),
            () -> stop.reason().isPresent());

    Results results = new Results();
    ActBuilder acts =
        new ActBuilder(job, policy, surroundings, ledger, new ActFiles(out.resolve(run)));
    RowsBesidePiece beside = new RowsBesidePiece(targets, run, ledger);
    List<CirclePiece.Turn> turns = new ArrayList<>();
    for (BoundTarget target : targets) {
      long due = due(plan, target);
      if (target.confirmed() && due > 0) {
        TargetPiece piece =
            new TargetPiece(
                target,
                due,
                leave.most(approval, target, state.handledBeforeApproval()),
                workshop,
                ledger,
                run,
                job.throttle(),
                progress,
                results,
                surroundings.nanos());
        turns.add(new CirclePiece.Turn(target, gates.before(target, piece)));
      }
    }
    List<Piece> pieces = new ArrayList<>(List.of(beside));
    turns.forEach(turn -> pieces.add(turn.piece()));
    pieces.add(new CirclePiece(turns, results));
    CleanUpPiece cleaning = new CleanUpPiece(job, plan, targets, evidence, run, ledger, stop);
    pieces.add(cleaning);
    ClosingPiece closing =
        new ClosingPiece(
            plan,
            targets,
            planner,
            residues,
            anonymizedRows,
            evidence,
            new Proofs(
                new Likeness(finder, anonymizedRows),
                new RowSums(plan, evidence, beside),
                cleaning,
                run,
                ledger),
            results,
            ledger,
            acts);
    pieces.add(closing);
    try {
      if (new BatchRun(store, stopping()).run(run, pieces) == BatchRun.Ended.STOPPED) {
        String waited = gates.waitedFor().map(why -> "; it waited: " + why).orElse("");
        return stopped(identity, plan, stop.reason().orElse("stopped") + waited, ledger);
      }
    } catch (SettingsException broken) {
      // A register that somebody writes into at night: what went before it is done.
      return stopped(identity, plan, String.valueOf(broken.getMessage()), ledger);
    }
    return finish(
        identity, plan, closed(run, ledger).orElseThrow(), closing.ended(), state, ledger);
  }

  private Plan plan(
      RunIdentity identity,
      Planner planner,
      List<BoundTarget> targets,
      Evidence evidence,
      AnonymizedRows anonymizedRows,
      Optional<PlanApproval> approval,
      RunState state,
      Ledger ledger) {
    boolean goesOn = state.exists() && identity.sameSettings();
    if (goesOn && approval.isEmpty()) {
      return state.read();
    }
    progress.started("plan", targets.size());
    Plan plan = planner.count(identity.run(), targets, anonymizedRows);
    progress.finished();
    if (goesOn && state.isApproved(approval.get().file())) {
      // What went before was approved with what is left.
      Map<String, Long> earlier = state.handledBeforeApproval();
      leave.requireApproved(
          plan,
          target -> evidence.of(target).changed() - earlier.getOrDefault(target.id(), 0L),
          approval.get());
      return state.read();
    }
    leave.requireWithin(plan, approval, () -> new PastRuns(ledger.latest(PastRuns.ENTRIES)));
    Map<String, Long> handled = new HashMap<>();
    if (state.exists()) {
      plan.targets().forEach(target -> handled.put(target.id(), evidence.of(target).changed()));
      plan = Replan.of(state.read(), plan, target -> handled.getOrDefault(target.id(), 0L));
    }
    // Before the ledger says that there is something to go on with.
    approval.ifPresent(fitting -> state.keepApproved(fitting.file(), handled));
    ledger.append(identity.run(), Events.PLANNED, Events.planned(plan, approval));
    state.write(plan);
    return plan;
  }

  private static void createJournals(List<BoundTarget> targets) {
    targets.stream()
        .filter(BoundTable.class::isInstance)
        .map(target -> ((BoundTable) target).database())
        .distinct()
        .forEach(Journal::create);
  }

  /** The Act, or the word that there is none since nothing was changed. */
  private static Optional<Entry> closed(String run, Ledger ledger) {
    return ledger.entriesOf(run).stream()
        .filter(
            entry ->
                entry.event().equals(ActVerifier.ACT_WRITTEN)
                    || entry.event().equals(Events.NOTHING_CHANGED))
        .findFirst();
  }

  private static long due(Plan plan, BoundTarget target) {
    return plan.targets().stream()
        .filter(planned -> planned.id().equals(target.id()))
        .mapToLong(PlannedTarget::due)
        .sum();
  }

  private RunResult stopped(RunIdentity identity, Plan plan, String reason, Ledger ledger) {
    ledger.append(identity.run(), Events.ATTEMPT_ENDED, Map.of("reason", reason));
    return RunResult.early(RunResult.Status.STOPPED, identity, plan, Optional.of(reason));
  }

  /** The run's own key goes, the run is closed: from here on nobody can go back. */
  private RunResult finish(
      RunIdentity identity,
      Plan plan,
      Entry written,
      Optional<ClosingPiece.Ended> ended,
      RunState state,
      Ledger ledger) {
    String run = identity.run();
    String status = written.text("status").orElseThrow();
    tokenKeys.finish(run, ledger);
    ledger.append(run, Events.RUN_FINISHED, Map.of("status", status));
    state.delete();
    return new RunResult(
        RunResult.Status.valueOf(status),
        run,
        plan,
        ended.map(ClosingPiece.Ended::targets).orElse(List.of()),
        ended.flatMap(ClosingPiece.Ended::act),
        written.text("file").map(Path::of),
        Optional.empty(),
        identity.resumed());
  }

  /** More reasons to stop, looked at between two chunks. */
  private StopSignal stopping() {
    stop.watch(StopSignal.windowEnd(job, surroundings.clock()));
    stop.watch(new StopRequest(home)::reason);
    stop.watch(
        () -> job.throttle().stopFile().filter(Files::exists).map(file -> file + " is there"));
    return stop;
  }

  private RunResult nothingDue(RunIdentity identity, Plan plan, RunState state, Ledger ledger) {
    boolean needsPerson = plan.targets().stream().anyMatch(PlannedTarget::needsPerson);
    RunResult.Status status =
        needsPerson ? RunResult.Status.NEEDS_PERSON : RunResult.Status.NOTHING_DUE;
    ledger.append(identity.run(), Events.RUN_FINISHED, Map.of("status", status.name()));
    state.delete();
    return RunResult.early(status, identity, plan, Optional.empty());
  }
}
