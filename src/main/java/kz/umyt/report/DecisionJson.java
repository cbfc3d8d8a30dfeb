package kz.umyt.report;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import kz.umyt.plan.Cascaded;
import kz.umyt.plan.Plan;
import kz.umyt.plan.PlannedTarget;
import kz.umyt.plan.PlannedTarget.PlannedColumn;
import kz.umyt.plan.PlannedTarget.PlannedRule;
import kz.umyt.plan.Waiting;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The part of {@code plan.json} and {@code act.json} that is the same in both. */
final class DecisionJson {

  private DecisionJson() {}

  static ObjectNode head(
      String job, String run, Plan.PolicyRef policy, LocalDate asOf, String status) {
    ObjectNode head = JsonText.NODES.objectNode();
    head.put("job", job);
    head.put("run", run);
    head.putObject("policy")
        .put("id", policy.id())
        .put("version", policy.version())
        .put("sha256", policy.sha256());
    head.put("asOf", asOf.toString());
    head.put("status", status);
    return head;
  }

  static ObjectNode target(PlannedTarget planned) {
    ObjectNode target = JsonText.NODES.objectNode();
    target.put("source", planned.source());
    target.put("target", planned.target());
    target.put("retention", planned.retention());
    target.put("clause", planned.clause());
    target.put("action", planned.action());
    target.put("cutoff", planned.cutoff().toString());
    target.put("inScope", planned.inScope());
    target.put("due", planned.due());
    target.put("overdue", planned.overdue());
    target.put("held", planned.held());
    target
        .putObject("heldBy")
        .put("register", planned.heldByRegister())
        .put("obligation", planned.obliged());
    target.put("blocked", planned.blocked());
    target.put("floor", planned.floor());
    target.put("conflict", planned.conflict());
    target.put("undecidable", planned.undecidable());
    putDate(target, "oldest", planned.oldest());
    putDate(target, "newest", planned.newest());
    target.put("kept", planned.kept());
    target.put("alreadyDone", planned.alreadyDone());
    target.put("system", planned.system());
    target.put("product", planned.product());
    target.put("clock", planned.clock());
    target.put("term", planned.term());
    target.put("confirmed", planned.confirmed());
    ArrayNode rules = target.putArray("rules");
    planned.rules().forEach(rule -> rule(rules.addObject(), rule));
    texts(target.putArray("entities"), planned.entities());
    ArrayNode columns = target.putArray("columns");
    planned.columns().forEach(column -> column(columns.addObject(), column));
    texts(target.putArray("remarks"), planned.remarks());
    cascaded(target.putArray("cascades"), planned.cascades());
    return target;
  }

  static void postponed(ObjectNode target, List<Waiting> waiting) {
    target.put("postponed", sum(waiting, Waiting::records));
    ArrayNode postponements = target.putArray("postponements");
    for (Waiting one : waiting) {
      postponements.addObject().put("reason", one.reason()).put("records", one.records());
    }
  }

  static void cascaded(ArrayNode array, List<Cascaded> cascaded) {
    for (Cascaded one : cascaded) {
      array
          .addObject()
          .put("table", one.table())
          .put("action", one.action())
          .put("records", one.records());
    }
  }

  static ObjectNode totals(List<PlannedTarget> targets) {
    ObjectNode totals = JsonText.NODES.objectNode();
    totals.put("inScope", sum(targets, PlannedTarget::inScope));
    totals.put("due", sum(targets, PlannedTarget::due));
    totals.put("overdue", sum(targets, PlannedTarget::overdue));
    totals.put("held", sum(targets, PlannedTarget::held));
    totals.put("blocked", sum(targets, PlannedTarget::blocked));
    totals.put("floor", sum(targets, PlannedTarget::floor));
    totals.put("conflict", sum(targets, PlannedTarget::conflict));
    totals.put("undecidable", sum(targets, PlannedTarget::undecidable));
    totals.put("kept", sum(targets, PlannedTarget::kept));
    totals.put("alreadyDone", sum(targets, PlannedTarget::alreadyDone));
    totals.put("cascades", sum(targets, PlannedTarget::cascaded));
    totals.put("unconfirmed", sum(targets, target -> target.confirmed() ? 0 : target.due()));
    return totals;
  }

  static <T> long sum(Collection<T> parts, ToLongFunction<T> count) {
    return parts.stream().mapToLong(count).sum();
  }

  static void putDate(ObjectNode node, String field, Optional<LocalDate> date) {
    putText(node, field, date.map(LocalDate::toString));
  }

  /** A field is always there, so that a script never has to ask whether it is. */
  static void putText(ObjectNode node, String field, Optional<String> text) {
    text.ifPresentOrElse(present -> node.put(field, present), () -> node.putNull(field));
  }

  static void rule(ObjectNode node, PlannedRule rule) {
    node.put("id", rule.id());
    node.put("role", rule.role());
    node.put("clause", rule.clause());
    node.put("clock", rule.clock());
    node.put("term", rule.term());
    node.put("cutoff", rule.cutoff().toString());
  }

  private static void column(ObjectNode node, PlannedColumn column) {
    node.put("name", column.name());
    putText(node, "entity", column.entity());
    node.put("operator", column.operator());
  }

  private static void texts(ArrayNode array, List<String> texts) {
    texts.forEach(array::add);
  }
}
