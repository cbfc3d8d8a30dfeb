package kz.umyt.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import kz.umyt.plan.Outlook;
import kz.umyt.plan.PlannedTarget;
import kz.umyt.plan.Preview;
import kz.umyt.plan.Seal;
import kz.umyt.settings.Job;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes {@code plan.json}: what a run would do, for machines and for approval. */
public final class PlanJson {

  private PlanJson() {}

  /**
   * Writes the plan whole or not at all. Dates are ISO-8601; what is absent is null; {@code totals}
   * are sums over all targets, {@code unconfirmed} the part of {@code due} whose term a person must
   * confirm first.
   *
   * @return lower-case hex SHA-256 of the bytes written
   * @throws IOException if the file cannot be written; the old one, if any, is still whole
   */
  public static String write(Preview preview, Path file) throws IOException {
    return DurableFile.write(file, bytes(preview));
  }

  /** The same on one line, for standard output. */
  public static String line(Preview preview) {
    return root(preview).toString();
  }

  static byte[] bytes(Preview preview) {
    return JsonText.bytes(root(preview));
  }

  private static ObjectNode root(Preview preview) {
    var plan = preview.plan();
    ObjectNode root =
        DecisionJson.head(plan.job(), plan.run(), plan.policy(), plan.asOf(), "planned");
    ArrayNode targets = root.putArray("targets");
    for (int i = 0; i < plan.targets().size(); i++) {
      PlannedTarget planned = plan.targets().get(i);
      ObjectNode target = DecisionJson.target(planned);
      DecisionJson.postponed(target, planned.waiting());
      outlook(target, preview.outlooks().get(i));
      seal(target, preview.seal().targets().getOrDefault(planned.id(), Map.of()));
      targets.add(target);
    }
    ObjectNode totals = DecisionJson.totals(plan.targets());
    totals.put("postponed", DecisionJson.sum(plan.targets(), PlannedTarget::postponed));
    totals.put("in30", DecisionJson.sum(preview.outlooks(), Outlook::in30));
    totals.put("in90", DecisionJson.sum(preview.outlooks(), Outlook::in90));
    root.set("totals", totals);
    seal(root, preview.seal().job());
    approval(root.putObject("approval"), preview.approval());
    limits(root.putObject("limits"), preview.limits());
    DecisionJson.putText(root, "refusal", preview.refusal());
    preview.remarks().forEach(root.putArray("remarks")::add);
    root.put("created", preview.origin().created().toString());
    root.put("user", preview.origin().user());
    root.put("host", preview.origin().host());
    root.put("application", preview.origin().application());
    return root;
  }

  private static void outlook(ObjectNode target, Outlook outlook) {
    target.put("in30", outlook.in30());
    target.put("in90", outlook.in90());
    DecisionJson.putText(target, "estimate", outlook.estimate().map(Duration::toString));
    DecisionJson.putText(target, "condition", outlook.condition());
    ArrayNode dependents = target.putArray("dependents");
    for (Outlook.Dependent dependent : outlook.dependents()) {
      ObjectNode node = dependents.addObject();
      node.put("table", dependent.table());
      node.put("foreignKey", dependent.foreignKey());
      node.put("onDelete", dependent.onDelete());
      node.put("covered", dependent.covered());
      node.put("leave", dependent.leave());
      DecisionJson.putText(node, "missingIndex", dependent.missingIndex());
    }
    ArrayNode triggers = target.putArray("triggers");
    outlook
        .triggers()
        .forEach(
            trigger ->
                triggers.addObject().put("name", trigger.name()).put("event", trigger.event()));
    outlook.materializedViews().forEach(target.putArray("materializedViews")::add);
    outlook.partitions().forEach(target.putArray("partitions")::add);
  }

  private static void seal(ObjectNode node, Map<Seal.Part, String> parts) {
    ObjectNode seal = node.putObject("seal");
    parts.forEach((part, value) -> seal.put(part.word(), value));
  }

  private static void approval(ObjectNode node, Job.Approval approval) {
    if (approval instanceof Job.Approval.PerPlan perPlan) {
      node.put("mode", "per-plan").put("tolerance", perPlan.tolerance());
    } else {
      node.put("mode", "standing").putNull("tolerance");
    }
  }

  private static void limits(ObjectNode node, Job.Limits limits) {
    limits
        .maxRows()
        .ifPresentOrElse(rows -> node.put("maxRows", rows), () -> node.putNull("maxRows"));
    limits
        .maxShare()
        .ifPresentOrElse(share -> node.put("maxShare", share), () -> node.putNull("maxShare"));
    limits
        .maxTimesUsual()
        .ifPresentOrElse(
            times -> node.put("maxTimesUsual", times), () -> node.putNull("maxTimesUsual"));
  }
}
