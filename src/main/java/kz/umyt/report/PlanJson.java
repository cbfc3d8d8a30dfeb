package kz.umyt.report;

import java.io.IOException;
import java.nio.file.Path;
import kz.umyt.plan.Plan;
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
  public static String write(Plan plan, Path file) throws IOException {
    return DurableFile.write(file, bytes(plan));
  }

  /** The same on one line, for standard output. */
  public static String line(Plan plan) {
    return root(plan).toString();
  }

  static byte[] bytes(Plan plan) {
    return JsonText.bytes(root(plan));
  }

  private static ObjectNode root(Plan plan) {
    ObjectNode root =
        DecisionJson.head(plan.job(), plan.run(), plan.policy(), plan.asOf(), "planned");
    ArrayNode targets = root.putArray("targets");
    plan.targets().forEach(target -> targets.add(DecisionJson.target(target)));
    root.set("totals", DecisionJson.totals(plan.targets()));
    return root;
  }
}
