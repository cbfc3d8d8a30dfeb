package kz.umyt.report;

import java.util.List;
import java.util.stream.Stream;
import kz.umyt.plan.suggest.SuggestedClock;
import kz.umyt.plan.suggest.SuggestedColumn;
import kz.umyt.plan.suggest.SuggestedTarget;
import kz.umyt.plan.suggest.Suggestion;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells a proposal to machines. */
public final class SuggestionJson {

  private SuggestionJson() {}

  /**
   * One line without a line end. What is absent is null; {@code ready} is false for a target that
   * waits for a decision; {@code decide} has all decisions that a target needs, in words.
   */
  public static String line(Suggestion suggestion) {
    ObjectNode root = JsonText.NODES.objectNode();
    root.put("job", suggestion.job());
    root.putObject("policy")
        .put("id", suggestion.policy().id().value())
        .put("version", suggestion.policy().version())
        .put("sha256", suggestion.policy().sha256());
    root.putObject("inventory")
        .put("job", suggestion.scanned())
        .put("finished", InventoryJson.time(suggestion.scannedAt()));
    ArrayNode targets = root.putArray("targets");
    suggestion.targets().forEach(target -> target(targets.addObject(), target));
    suggestion.remarks().forEach(root.putArray("remarks")::add);
    return root.toString();
  }

  private static void target(ObjectNode node, SuggestedTarget target) {
    node.put("source", target.source());
    node.put("target", target.place());
    node.put("ready", target.isReady());
    node.put("retention", target.retention().value().id().value());
    target
        .clock()
        .ifPresentOrElse(
            clock -> clock(node.putObject("clock"), clock.value()), () -> node.putNull("clock"));
    DecisionJson.putText(node, "subject", target.subject().map(subject -> subject.value()));
    node.put("action", target.action().value().word());
    ArrayNode columns = node.putArray("columns");
    target.columns().forEach(column -> column(columns.addObject(), column));
    target.holds().forEach(node.putArray("entities")::add);
    decisions(target).forEach(node.putArray("decide")::add);
  }

  private static void clock(ObjectNode node, SuggestedClock clock) {
    node.put("column", clock.column());
    node.put("latest", clock.latest());
    DecisionJson.putText(node, "format", clock.format());
  }

  private static void column(ObjectNode node, SuggestedColumn column) {
    node.put("column", column.column());
    DecisionJson.putText(node, "entity", column.entity());
    node.put("operator", column.operator().word());
    node.put("detected", column.detected());
  }

  private static List<String> decisions(SuggestedTarget target) {
    Stream<String> ofParts =
        Stream.of(
                target.retention().decide().stream(),
                target.clock().stream().flatMap(clock -> clock.decide().stream()),
                target.subject().stream().flatMap(subject -> subject.decide().stream()),
                target.action().decide().stream(),
                target.columns().stream()
                    .filter(SuggestedColumn::undecided)
                    .map(column -> column.column() + ": " + column.why()))
            .flatMap(decisions -> decisions);
    return Stream.of(target.waits().stream(), target.decide().stream(), ofParts)
        .flatMap(decisions -> decisions)
        .toList();
  }
}
