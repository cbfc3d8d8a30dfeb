package kz.umyt.report;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import kz.umyt.settings.Action;
import kz.umyt.settings.Deadline;
import kz.umyt.settings.Exemption;
import kz.umyt.settings.Policy;
import kz.umyt.settings.Term;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells policies to machines. What is absent is null. */
public final class PolicyJson {

  private PolicyJson() {}

  /** All policies on one line, each with counts: {@code unconfirmed} rules wait for a job. */
  public static String list(Collection<Policy> policies) {
    ObjectNode root = JsonText.NODES.objectNode();
    ArrayNode all = root.putArray("policies");
    for (Policy policy : policies) {
      ObjectNode node = all.addObject();
      head(node, policy);
      node.put("entities", policy.entities().size())
          .put("retention", policy.retention().size())
          .put("unconfirmed", PolicySheet.unconfirmed(policy))
          .put("requests", policy.requests().size());
    }
    return root.toString();
  }

  /** One whole policy on one line; of a term either {@code term} or {@code until} is there. */
  public static String line(Policy policy) {
    ObjectNode root = JsonText.NODES.objectNode();
    head(root, policy);
    ArrayNode entities = root.putArray("entities");
    for (Policy.ListedEntity listed : policy.entities()) {
      ObjectNode node = entities.addObject();
      node.put("entity", listed.entity().value()).put("clause", listed.clause());
      DecisionJson.putText(node, "wording", listed.wording());
    }
    ArrayNode rules = root.putArray("retention");
    policy.retention().forEach(rule -> rule(rules.addObject(), rule));
    ArrayNode requests = root.putArray("requests");
    policy.requests().forEach(request -> request(requests.addObject(), request));
    return root.toString();
  }

  private static void head(ObjectNode node, Policy policy) {
    node.put("id", policy.id().value())
        .put("version", policy.version())
        .put("sha256", policy.sha256())
        .put("file", policy.file());
    ActJson.organisation(node.putObject("organisation"), policy.organisation());
    ActJson.document(node.putObject("document"), policy.document());
  }

  private static void rule(ObjectNode node, Policy.Retention rule) {
    node.put("id", rule.id().value()).put("clock", rule.clock().word());
    DecisionJson.putText(
        node,
        "term",
        rule.term() instanceof Term.Lasting lasting
            ? Optional.of(lasting.period().toString())
            : Optional.empty());
    DecisionJson.putText(
        node,
        "until",
        rule.term() instanceof Term.Until until
            ? Optional.of(until.clock().word())
            : Optional.empty());
    deadline(node, rule.deadline());
    ArrayNode then = node.putArray("then");
    Stream.of(Action.values())
        .filter(rule.then()::contains)
        .forEach(action -> then.add(action.word()));
    ArrayNode unless = node.putArray("unless");
    Stream.of(Exemption.values())
        .filter(rule.unless()::contains)
        .forEach(exemption -> unless.add(exemption.word()));
    written(node, rule.clause(), rule.wording(), rule.assumption());
    node.put("needsConfirmation", rule.needsConfirmation());
  }

  private static void request(ObjectNode node, Policy.Request request) {
    node.put("id", request.id().value()).put("right", request.right().word());
    deadline(node, request.deadline());
    written(node, request.clause(), request.wording(), request.assumption());
  }

  private static void deadline(ObjectNode node, Optional<Deadline> deadline) {
    deadline.ifPresentOrElse(
        found ->
            node.putObject("deadline").put("days", found.days()).put("working", found.working()),
        () -> node.putNull("deadline"));
  }

  private static void written(
      ObjectNode node, String clause, Optional<String> wording, Optional<String> assumption) {
    node.put("clause", clause);
    DecisionJson.putText(node, "wording", wording);
    DecisionJson.putText(node, "assumption", assumption);
  }
}
