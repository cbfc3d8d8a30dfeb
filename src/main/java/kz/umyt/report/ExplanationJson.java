package kz.umyt.report;

import java.util.List;
import kz.umyt.plan.RecordExplanation;
import tools.jackson.databind.node.ObjectNode;

/** Why one record stands where it stands, for machines. */
public final class ExplanationJson {
  private ExplanationJson() {}

  /** One object on one line: the job, and one explanation for each target of the record. */
  public static String line(String job, List<RecordExplanation> explanations) {
    ObjectNode root = JsonText.NODES.objectNode();
    root.put("job", job);
    var list = root.putArray("explanations");
    explanations.forEach(one -> list.add(explanation(one)));
    return root.toString();
  }

  private static ObjectNode explanation(RecordExplanation one) {
    ObjectNode node = JsonText.NODES.objectNode();
    node.put("source", one.source());
    node.put("target", one.target());
    node.put("action", one.action());
    node.put("asOf", one.asOf().toString());
    DecisionJson.putText(node, "standing", one.standing().map(ActJson::word));
    node.put("onHoldsRegister", one.onRegister());
    node.put("inheritsHold", one.inherited());
    node.put("blocked", one.blocked());
    node.put("obliged", ActJson.word(one.obliged()));
    DecisionJson.putText(node, "waits", one.waits());
    one.unconfirmed().forEach(node.putArray("unconfirmed")::add);
    var rules = node.putArray("rules");
    for (RecordExplanation.RuleExplanation explained : one.rules()) {
      ObjectNode rule = rules.addObject();
      DecisionJson.rule(rule, explained.rule());
      rule.put("state", ActJson.word(explained.state()));
      DecisionJson.putDate(rule, "day", explained.day());
      DecisionJson.putDate(rule, "overFrom", explained.over());
      DecisionJson.putDate(rule, "goneUntil", explained.until());
      rule.put("late", explained.late());
      rule.put("decides", explained.decides());
    }
    return node;
  }
}
