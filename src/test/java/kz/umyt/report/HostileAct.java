package kz.umyt.report;

import java.util.List;
import java.util.Optional;
import kz.umyt.plan.Cascaded;
import kz.umyt.plan.DroppedPartition;
import kz.umyt.plan.Plan;
import kz.umyt.plan.PlannedTarget;
import kz.umyt.plan.PlannedTarget.PlannedColumn;
import kz.umyt.plan.PlannedTarget.PlannedRule;
import kz.umyt.plan.Waiting;
import kz.umyt.report.Act.ActTarget;
import kz.umyt.report.Act.Approval;
import kz.umyt.report.Act.Execution;
import kz.umyt.report.Act.Failure;
import kz.umyt.report.Act.LedgerRange;
import kz.umyt.settings.LocalizedText;
import kz.umyt.settings.Policy;

/** An Act whose every text tries to be more than text. */
final class HostileAct {

  static final String TEXT =
      "</td></style><script>document.title='taken'</script><img src=x onerror=\"document.title=1\">"
          + "'\"&{0} \u202Egnp.\u200B\u0000";

  static final String ATTRIBUTE = "kk\" onmouseover=\"document.title='taken'";

  private HostileAct() {}

  static Act act() {
    return with(TEXT, ATTRIBUTE);
  }

  static String harmless() {
    return ActHtml.html(with("text", "kk"));
  }

  private static Act with(String text, String language) {
    Act act = SampleActs.withFailures();
    Execution execution = act.execution();
    return new Act(
        act.number(),
        act.created(),
        text,
        text,
        text,
        new Plan.PolicyRef(text, 1, text),
        new Policy.Organisation(Optional.of(text), new LocalizedText(text, text, text)),
        new Policy.Document(text, Optional.of(text), act.document().date(), language),
        act.asOf(),
        act.status(),
        act.targets().stream().map(target -> with(text, target)).toList(),
        List.of(new Approval(text, text, text, act.created())),
        new Execution(
            text, text, text, execution.started(), execution.finished(), execution.attempts()),
        new LedgerRange(1, 2, text),
        Optional.of(text),
        List.of(new Act.Copy(text, act.asOf())),
        act.sharedKeys());
  }

  private static ActTarget with(String text, ActTarget target) {
    return new ActTarget(
        with(text, target.planned()),
        target.destroyed(),
        target.anonymized(),
        target.failed(),
        List.of(new Failure(text, 1)),
        target.remaining(),
        target.residue(),
        target.chunks(),
        target.attempts(),
        target.method(),
        List.of(text),
        List.of(text),
        proof(text, target.proof()),
        List.of(new Cascaded(text, Cascaded.DESTROY, 3)),
        List.of(new DroppedPartition(text, 3)));
  }

  private static Act.Proof proof(String text, Act.Proof proof) {
    return new Act.Proof(
        proof
            .identity()
            .map(
                risk ->
                    new Act.IdentityRisk(
                        List.of(text),
                        risk.rows(),
                        risk.groups(),
                        risk.k(),
                        risk.unique(),
                        risk.below(),
                        risk.requireK(),
                        risk.gap())),
        proof.rows().stream()
            .map(
                table ->
                    new Act.TableRows(
                        text, Optional.of(text), table.before(), table.after(), table.destroyed()))
            .toList(),
        proof.cleanUp().map(asked -> new Act.CleanUp(text, false, Optional.of(text))),
        List.of(text),
        List.of(new Waiting(text, 3)));
  }

  static PlannedTarget with(String text, PlannedTarget planned) {
    return new PlannedTarget(
        text,
        text,
        text,
        text,
        text,
        text,
        "contract-end: " + text,
        "P2Y " + text,
        planned.action(),
        planned.cutoff(),
        planned.counts(),
        planned.alreadyDone(),
        planned.oldest(),
        planned.newest(),
        planned.confirmed(),
        List.of(
            new PlannedRule(text, "term", text, text, text, planned.cutoff()),
            new PlannedRule(text, text, text, text, text, planned.cutoff())),
        List.of(text),
        List.of(new PlannedColumn(text, Optional.of(text), "mask " + text)),
        List.of(text));
  }
}
