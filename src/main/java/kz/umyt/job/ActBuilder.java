package kz.umyt.job;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.umyt.destroy.TargetWork;
import kz.umyt.ledger.ActVerifier;
import kz.umyt.ledger.Entry;
import kz.umyt.ledger.Ledger;
import kz.umyt.plan.Plan;
import kz.umyt.plan.PlannedTarget;
import kz.umyt.plan.Waiting;
import kz.umyt.report.Act;
import kz.umyt.settings.Action;
import kz.umyt.settings.CleanUp;
import kz.umyt.settings.Job;
import kz.umyt.settings.Policy;
import kz.umyt.source.SideEffects;
import kz.umyt.source.TableName;

/** Puts the Act together from the plan, the targets' evidence and the ledger, and records it. */
final class ActBuilder {

  private final Job job;
  private final Policy policy;
  private final RetentionRun.Surroundings surroundings;
  private final Ledger ledger;
  private final ActFiles files;

  ActBuilder(
      Job job,
      Policy policy,
      RetentionRun.Surroundings surroundings,
      Ledger ledger,
      ActFiles files) {
    this.job = job;
    this.policy = policy;
    this.surroundings = surroundings;
    this.ledger = ledger;
    this.files = files;
  }

  /** What the fresh query at the end of a run found for one target. */
  record Checked(long remaining, long residue, long unsettled) {}

  /** Whether the run changed anything. */
  static boolean isChanged(List<Finished> targets) {
    return targets.stream()
        .anyMatch(
            target -> target.outcome().changed() > 0 || !target.outcome().cascaded().isEmpty());
  }

  /** Everything that is known of one target in the end. */
  record Finished(
      PlannedTarget planned,
      TargetWork.Outcome outcome,
      Checked checked,
      SideEffects effects,
      Act.Proof proof) {

    /** What {@link kz.umyt.plan.Planner} calls the product of files. */
    boolean inFiles() {
      return planned.product().equals("CSV");
    }

    /** Whether due records are left that nothing keeps. */
    boolean isMissed() {
      long waiting = proof.postponed().stream().mapToLong(Waiting::records).sum();
      return planned.confirmed() && checked.remaining() > waiting;
    }

    /** Whether a person must look at it, although nothing failed. */
    boolean needsPerson() {
      return checked.unsettled() > 0
          || !planned.confirmed()
          || proof.identity().filter(risk -> !risk.isMet()).isPresent();
    }
  }

  /** Writes the Act and its entry in the ledger. */
  Act write(Plan plan, List<Finished> targets) {
    List<Entry> entries = ledger.entriesOf(plan.run());
    OffsetDateTime now = local(surroundings.clock().instant());
    Optional<Entry> previous = previous();
    int sequence =
        previous
            .filter(entry -> entry.number("year").orElse(0) == now.getYear())
            .map(entry -> (int) entry.number("sequence").orElse(0) + 1)
            .orElse(1);
    List<Act.Attempt> attempts = attempts(entries, now);
    Act act =
        new Act(
            new Act.ActNumber(sequence, now.getYear()),
            now,
            plan.job(),
            job.sha256(),
            plan.run(),
            plan.policy(),
            policy.organisation(),
            policy.document(),
            plan.asOf(),
            status(targets),
            targets.stream().map(target -> actTarget(target, attempts.size())).toList(),
            approvals(entries),
            new Act.Execution(
                surroundings.user(),
                surroundings.host(),
                surroundings.application(),
                attempts.get(0).started(),
                now,
                attempts),
            new Act.LedgerRange(entries.get(0).seq(), ledger.seq(), ledger.head()),
            previous.flatMap(entry -> entry.text("sha256")),
            copies(now),
            TokenKeys.told(plan.run(), ledger, job.zone()));
    String sha256 = files.write(act);
    Map<String, Object> details = new HashMap<>();
    details.put("act", act.number().toString());
    details.put(organisationKey(), organisationId());
    details.put("year", (long) now.getYear());
    details.put("sequence", (long) sequence);
    details.put("sha256", sha256);
    details.put("status", act.status().name());
    details.put("file", files.json().toString());
    ledger.append(plan.run(), ActVerifier.ACT_WRITTEN, details);
    return act;
  }

  private List<Act.Copy> copies(OffsetDateTime now) {
    return job.aftercare().copies().stream()
        .map(copy -> new Act.Copy(copy.what(), copy.until(now.toLocalDate())))
        .toList();
  }

  /** Of every plan that was carried out; where a run went on with the same one, it counts once. */
  private List<Act.Approval> approvals(List<Entry> entries) {
    return entries.stream()
        .filter(entry -> entry.event().equals(Events.PLANNED))
        .filter(entry -> entry.text(Events.PLAN).isPresent())
        .map(
            entry ->
                new Act.Approval(
                    entry.text(Events.PLAN).orElseThrow(),
                    entry.text(Events.APPROVED_BY).orElseThrow(),
                    entry.text(Events.APPROVER_KEY).orElseThrow(),
                    local(Instant.parse(entry.text(Events.APPROVED_AT).orElseThrow()))))
        .distinct()
        .toList();
  }

  private OffsetDateTime local(Instant moment) {
    ZoneId zone = job.zone();
    return moment.truncatedTo(ChronoUnit.SECONDS).atZone(zone).toOffsetDateTime();
  }

  private Optional<Entry> previous() {
    return ledger.last(
        entry ->
            entry.event().equals(ActVerifier.ACT_WRITTEN)
                && entry.text(organisationKey()).equals(Optional.of(organisationId())));
  }

  /** Acts are numbered per organisation: by its BIN, or by its name where the policy has none. */
  private String organisationKey() {
    return policy.organisation().bin().isPresent() ? "bin" : "organisation";
  }

  private String organisationId() {
    return policy.organisation().bin().orElseGet(() -> policy.organisation().name().ru());
  }

  private List<Act.Attempt> attempts(List<Entry> entries, OffsetDateTime now) {
    List<Act.Attempt> attempts = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry.event().equals(Events.ATTEMPT_STARTED)) {
        attempts.add(new Act.Attempt(local(entry.time()), Optional.empty()));
      } else if (entry.event().equals(Events.ATTEMPT_ENDED)) {
        end(attempts, local(entry.time()));
      }
    }
    end(attempts, now);
    return List.copyOf(attempts);
  }

  private static void end(List<Act.Attempt> attempts, OffsetDateTime moment) {
    Act.Attempt last = attempts.remove(attempts.size() - 1);
    attempts.add(new Act.Attempt(last.started(), Optional.of(moment)));
  }

  /** How a run ended with these targets. */
  static Act.Status status(List<Finished> targets) {
    if (targets.stream()
        .anyMatch(
            target ->
                target.isMissed()
                    || target.checked().residue() > 0
                    || target.outcome().failed() > 0)) {
      return Act.Status.FAILED_VERIFICATION;
    }
    return targets.stream().anyMatch(Finished::needsPerson)
        ? Act.Status.NEEDS_PERSON
        : Act.Status.VERIFIED;
  }

  /** How deep it went: a file is always written anew, a database cleans only when it is asked. */
  private static Act.Method method(Finished target) {
    if (target.inFiles()) {
      return Act.Method.COMPACTED;
    }
    return target
        .proof()
        .cleanUp()
        .filter(Act.CleanUp::isDone)
        .map(
            done ->
                done.asked().equals(CleanUp.COMPACT.word())
                    ? Act.Method.COMPACTED
                    : Act.Method.PURGED)
        .orElse(Act.Method.LOGICAL);
  }

  /** What became of a target, as an Act tells it. */
  static Act.ActTarget actTarget(Finished target, int attempts) {
    long changed = target.outcome().changed();
    boolean destroys = target.planned().action().equals(Action.DESTROY.word());
    return new Act.ActTarget(
        target.planned(),
        destroys ? changed : 0,
        destroys ? 0 : changed,
        target.outcome().failed(),
        target.outcome().failures().entrySet().stream()
            .map(failure -> new Act.Failure(failure.getKey(), failure.getValue()))
            .toList(),
        target.checked().remaining(),
        target.checked().residue(),
        target.outcome().chunks(),
        attempts,
        method(target),
        target.effects().triggersOn(destroys ? "DELETE" : "UPDATE"),
        target.effects().materializedViews().stream().map(TableName::toString).toList(),
        target.proof(),
        target.outcome().cascaded(),
        target.outcome().partitions());
  }
}
