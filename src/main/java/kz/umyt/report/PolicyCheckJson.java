package kz.umyt.report;

import java.util.List;
import kz.umyt.discover.PolicyCheck;
import kz.umyt.discover.PolicyCheck.DataList;
import kz.umyt.discover.PolicyCheck.NotFound;
import kz.umyt.discover.PolicyCheck.UndeclaredEntity;
import kz.umyt.discover.PolicyCheck.WithoutRule;
import kz.umyt.settings.InstalledJobs;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a policy check found, for machines. */
public final class PolicyCheckJson {

  private PolicyCheckJson() {}

  /** The policy's lists held against an inventory, on one line; of jobs it says nothing. */
  public static String line(PolicyCheck check) {
    ObjectNode node = JsonText.NODES.objectNode();
    lists(node, check);
    return node.toString();
  }

  /** The part {@code policyCheck} of {@code inventory.json}. */
  static ObjectNode node(PolicyCheck check) {
    ObjectNode node = JsonText.NODES.objectNode();
    lists(node, check);
    ArrayNode withoutRule = node.putArray("withoutRule");
    for (WithoutRule table : check.withoutRule()) {
      ObjectNode one = withoutRule.addObject();
      one.put("source", table.source()).put("table", table.table());
      table.entities().forEach(one.putArray("entities")::add);
    }
    ArrayNode unreadJobs = node.putArray("unreadJobs");
    for (InstalledJobs.Unread job : check.unreadJobs()) {
      unreadJobs.addObject().put("file", job.file()).put("reason", job.reason());
    }
    return node;
  }

  private static void lists(ObjectNode node, PolicyCheck check) {
    node.putObject("policy")
        .put("id", check.policy().id())
        .put("version", check.policy().version())
        .put("sha256", check.policy().sha256());
    lists(node.putArray("lists"), check.lists());
    ArrayNode undeclared = node.putArray("undeclared");
    for (UndeclaredEntity found : check.undeclared()) {
      ObjectNode one = undeclared.addObject();
      one.put("entity", found.entity()).put("columns", found.columns());
      lists(one.putArray("addTo"), found.addTo());
    }
    ArrayNode notFound = node.putArray("notFound");
    for (NotFound listed : check.notFound()) {
      ObjectNode one = notFound.addObject().put("entity", listed.entity());
      listed.clauses().forEach(one.putArray("clauses")::add);
      one.put("sought", listed.sought());
    }
  }

  private static void lists(ArrayNode array, List<DataList> lists) {
    for (DataList list : lists) {
      ObjectNode one = array.addObject().put("clause", list.clause());
      list.entities().forEach(one.putArray("entities")::add);
    }
  }
}
