package kz.umyt.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import kz.umyt.discover.PolicyCheck;
import kz.umyt.discover.PolicyCheck.DataList;
import kz.umyt.discover.PolicyCheck.NotFound;
import kz.umyt.discover.PolicyCheck.UndeclaredEntity;
import kz.umyt.discover.PolicyCheck.WithoutRule;
import kz.umyt.settings.InstalledJobs;

/** The policy check in plain words. */
final class PolicyCheckLines {

  private PolicyCheckLines() {}

  /** What somebody must put right, in the policy or with a job. */
  static List<String> problems(PolicyCheck check) {
    List<String> lines = new ArrayList<>();
    for (UndeclaredEntity found : check.undeclared()) {
      lines.add(
          "missing in policy '"
              + check.policy().id()
              + "': "
              + found.entity()
              + remedy(found, check));
    }
    lines.addAll(
        FirstLines.of(check.withoutRule().stream().map(PolicyCheckLines::withoutRule).toList()));
    if (!check.withoutRule().isEmpty()) {
      for (InstalledJobs.Unread job : check.unreadJobs()) {
        lines.add("not asked for a rule, because it is no valid job: " + job.reason());
      }
    }
    return lines;
  }

  private static String withoutRule(WithoutRule table) {
    return "without a rule: "
        + table.source()
        + ": "
        + table.table()
        + " holds "
        + String.join(", ", table.entities())
        + ", and no job has a target for it";
  }

  private static String remedy(UndeclaredEntity found, PolicyCheck check) {
    String where = " in " + found.columns() + (found.columns() == 1 ? " column" : " columns");
    if (found.addTo().isEmpty()) {
      return where
          + (check.lists().isEmpty()
              ? "; the policy lists no data at all"
              : "; it belongs into no list: do at once what is said of it");
    }
    return where
        + "; it belongs into "
        + (found.addTo().size() == 1 ? "" : "one of these: ")
        + found.addTo().stream().map(PolicyCheckLines::list).collect(Collectors.joining("; "));
  }

  private static String list(DataList list) {
    return "the list of clause " + list.clause() + " (" + String.join(", ", list.entities()) + ")";
  }

  /** What is good to know: the policy may list more than there is. */
  static List<String> remarks(PolicyCheck check) {
    List<String> lines = new ArrayList<>();
    remark("listed by the policy and not found: ", check, true, lines);
    remark("listed by the policy, and no recognizer looks for it: ", check, false, lines);
    return lines;
  }

  private static void remark(String what, PolicyCheck check, boolean sought, List<String> to) {
    String entities =
        check.notFound().stream()
            .filter(listed -> listed.sought() == sought)
            .map(PolicyCheckLines::listed)
            .collect(Collectors.joining(", "));
    if (!entities.isEmpty()) {
      to.add(what + entities);
    }
  }

  private static String listed(NotFound listed) {
    return listed.entity() + " (" + String.join("; ", listed.clauses()) + ")";
  }
}
