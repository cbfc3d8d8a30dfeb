package kz.umyt.report;

import static kz.umyt.report.DecisionJson.sum;

import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import kz.umyt.plan.Cascaded;
import kz.umyt.plan.DroppedPartition;
import kz.umyt.plan.PlannedTarget;
import kz.umyt.report.Act.ActTarget;
import kz.umyt.report.Act.Failure;
import kz.umyt.settings.LocalizedText;
import kz.umyt.settings.Policy;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes {@code act.json}: the Act for machines, and the file whose digest is evidence. */
public final class ActJson {

  private ActJson() {}

  /**
   * Writes the Act whole or not at all. Dates are ISO-8601 with offset; what is absent is null;
   * {@code totals} are sums over all targets.
   *
   * @return lower-case hex SHA-256 of the bytes written; the same Act gives the same bytes
   * @throws IOException if the file cannot be written; the old one, if any, is still whole
   */
  public static String write(Act act, Path file) throws IOException {
    return DurableFile.write(file, bytes(act));
  }

  /** What {@link #write} returns, without writing. */
  static String sha256(Act act) {
    return DurableFile.sha256(bytes(act));
  }

  static byte[] bytes(Act act) {
    String status = word(act.status());
    ObjectNode root = DecisionJson.head(act.job(), act.run(), act.policy(), act.asOf(), status);
    ArrayNode targets = root.putArray("targets");
    String state = act.keyDestroyed().isPresent() ? "destroyed" : "live";
    act.targets().forEach(target -> targets.add(target(target, state)));
    root.set("totals", totals(act.targets()));
    root.put("number", act.number().toString());
    root.put("created", time(act.created()));
    root.put("jobSha256", act.jobSha256());
    organisation(root.putObject("organisation"), act.organisation());
    document(root.putObject("document"), act.document());
    ArrayNode approvals = root.putArray("approvals");
    for (Act.Approval approval : act.approvals()) {
      approvals
          .addObject()
          .put("plan", approval.plan())
          .put("name", approval.name())
          .put("key", approval.key())
          .put("time", time(approval.time()));
    }
    root.put("attempts", act.execution().attempts().size());
    execution(root.putObject("execution"), act.execution());
    root.putObject("ledger")
        .put("from", act.ledger().from())
        .put("to", act.ledger().to())
        .put("head", act.ledger().head());
    DecisionJson.putText(root, "previousAct", act.previousAct());
    ArrayNode copies = root.putArray("copies");
    for (Act.Copy copy : act.copies()) {
      copies.addObject().put("what", copy.what()).put("until", copy.until().toString());
    }
    ArrayNode keys = root.putArray("sharedKeys");
    act.sharedKeys().forEach(key -> sharedKey(keys.addObject(), key));
    root.putArray("signatures");
    return JsonText.bytes(root);
  }

  /** The word for a constant in JSON: {@code NEEDS_PERSON} is {@code needs-person}. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void sharedKey(ObjectNode node, Act.SharedKey key) {
    node.put("number", key.number()).put("made", time(key.made()));
    DecisionJson.putText(node, "destroyed", key.destroyed().map(ActJson::time));
    node.put("used", key.used());
  }

  private static ObjectNode target(ActTarget done, String key) {
    ObjectNode target = DecisionJson.target(done.planned());
    target.put("destroyed", done.destroyed());
    target.put("anonymized", done.anonymized());
    target.put("failed", done.failed());
    ArrayNode failures = target.putArray("failures");
    for (Failure failure : done.failures()) {
      failures.addObject().put("reason", failure.reason()).put("records", failure.records());
    }
    target.put("remaining", done.remaining());
    DecisionJson.postponed(target, done.proof().postponed());
    target.put("residue", done.residue());
    target.put("chunks", done.chunks());
    target.put("attempts", done.attempts());
    target.put("method", word(done.method()));
    done.triggers().forEach(target.putArray("triggers")::add);
    done.materializedViews().forEach(target.putArray("materializedViews")::add);
    DecisionJson.cascaded(target.putArray("cascaded"), done.cascaded());
    ArrayNode partitions = target.putArray("partitions");
    for (DroppedPartition partition : done.partitions()) {
      partitions.addObject().put("name", partition.name()).put("records", partition.records());
    }
    done.proof()
        .identity()
        .ifPresentOrElse(
            risk -> identity(target.putObject("identityRisk"), risk),
            () -> target.putNull("identityRisk"));
    ArrayNode rows = target.putArray("rows");
    done.proof().rows().forEach(table -> rows(rows.addObject(), table));
    if (done.proof().cleanUp().isPresent()) {
      Act.CleanUp cleanUp = done.proof().cleanUp().get();
      ObjectNode node = target.putObject("cleanUp");
      node.put("asked", cleanUp.asked()).put("done", cleanUp.isDone());
      DecisionJson.putText(node, "obstacle", cleanUp.obstacle());
    } else {
      target.putNull("cleanUp");
    }
    if (done.proof().pseudonymized().isEmpty()) {
      target.putNull("pseudonymized");
    } else {
      ObjectNode pseudonymized = target.putObject("pseudonymized").put("key", key);
      done.proof().pseudonymized().forEach(pseudonymized.putArray("columns")::add);
    }
    return target;
  }

  private static void rows(ObjectNode node, Act.TableRows table) {
    node.put("table", table.table());
    DecisionJson.putText(node, "column", table.column());
    putCount(node, "before", table.before().isPresent(), table.before().orElse(0L));
    putCount(node, "after", table.after().isPresent(), table.after().orElse(0L));
    node.put("destroyed", table.destroyed());
    putCount(node, "others", table.others().isPresent(), table.others().orElse(0L));
  }

  /** Where nothing was counted there are no counts, so that nobody takes a zero for one. */
  private static void identity(ObjectNode node, Act.IdentityRisk risk) {
    risk.columns().forEach(node.putArray("columns")::add);
    boolean isCounted = risk.gap().isEmpty();
    putCount(node, "rows", isCounted, risk.rows());
    putCount(node, "groups", isCounted, risk.groups());
    putCount(node, "k", isCounted, risk.k());
    putCount(node, "unique", isCounted, risk.unique());
    if (isCounted) {
      node.put("uniqueShare", risk.uniqueShare());
    } else {
      node.putNull("uniqueShare");
    }
    boolean isAsked = risk.requireK().isPresent();
    putCount(node, "requireK", isAsked, risk.requireK().orElse(0));
    putCount(node, "below", isCounted && isAsked, risk.below());
    if (isAsked) {
      node.put("met", risk.isMet());
    } else {
      node.putNull("met");
    }
    DecisionJson.putText(node, "notMeasured", risk.gap());
  }

  private static void putCount(ObjectNode node, String field, boolean isCounted, long count) {
    if (isCounted) {
      node.put(field, count);
    } else {
      node.putNull(field);
    }
  }

  private static long cascaded(ActTarget target) {
    return sum(target.cascaded(), Cascaded::records);
  }

  private static ObjectNode totals(List<ActTarget> targets) {
    List<PlannedTarget> planned = targets.stream().map(ActTarget::planned).toList();
    ObjectNode totals = DecisionJson.totals(planned);
    totals.put("destroyed", sum(targets, ActTarget::destroyed));
    totals.put("anonymized", sum(targets, ActTarget::anonymized));
    totals.put("cascaded", targets.stream().mapToLong(ActJson::cascaded).sum());
    totals.put("failed", sum(targets, ActTarget::failed));
    totals.put("remaining", sum(targets, ActTarget::remaining));
    totals.put("residue", sum(targets, ActTarget::residue));
    return totals;
  }

  static void organisation(ObjectNode node, Policy.Organisation organisation) {
    LocalizedText name = organisation.name();
    DecisionJson.putText(node, "bin", organisation.bin());
    node.putObject("name").put("kk", name.kk()).put("ru", name.ru()).put("en", name.en());
  }

  static void document(ObjectNode node, Policy.Document document) {
    node.put("title", document.title());
    DecisionJson.putText(node, "reference", document.reference());
    DecisionJson.putDate(node, "date", document.date());
    node.put("language", document.language());
  }

  private static void execution(ObjectNode node, Act.Execution execution) {
    node.put("user", execution.user());
    node.put("host", execution.host());
    node.put("application", execution.application());
    node.put("started", time(execution.started()));
    node.put("finished", time(execution.finished()));
    ArrayNode attempts = node.putArray("attempts");
    for (Act.Attempt attempt : execution.attempts()) {
      ObjectNode one = attempts.addObject();
      one.put("started", time(attempt.started()));
      DecisionJson.putText(one, "finished", attempt.finished().map(ActJson::time));
    }
  }

  private static String time(OffsetDateTime time) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
  }
}
