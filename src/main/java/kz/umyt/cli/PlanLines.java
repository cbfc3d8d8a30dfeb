package kz.umyt.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import kz.umyt.plan.Outlook;
import kz.umyt.plan.Plan;
import kz.umyt.plan.PlannedTarget;
import kz.umyt.plan.Preview;

/** A plan for a terminal. */
final class PlanLines {

  private final PrintStream out;

  PlanLines(PrintStream out) {
    this.out = out;
  }

  /**
   * A column of counts.
   *
   * @param always shown even where every count is 0
   */
  private record Counted(String head, boolean always, ToLongFunction<PlannedTarget> count) {
    boolean isShown(Plan plan) {
      return always || plan.targets().stream().anyMatch(target -> count.applyAsLong(target) > 0);
    }
  }

  private static List<Counted> columns() {
    return List.of(
        new Counted("in scope", true, PlannedTarget::inScope),
        new Counted("due", true, PlannedTarget::due),
        new Counted("overdue", false, PlannedTarget::overdue),
        new Counted("waiting", false, PlannedTarget::postponed),
        new Counted("held", true, PlannedTarget::held),
        new Counted("blocked", true, PlannedTarget::blocked),
        new Counted("by law", false, PlannedTarget::floor),
        new Counted("conflict", false, PlannedTarget::conflict),
        new Counted("undecidable", true, PlannedTarget::undecidable),
        new Counted("kept", true, PlannedTarget::kept));
  }

  void print(Preview preview) {
    Plan plan = preview.plan();
    out.println("As of " + plan.asOf() + ", under policy " + plan.policy().id() + ":");
    List<Counted> columns = columns().stream().filter(column -> column.isShown(plan)).toList();
    List<String> heads = new ArrayList<>(List.of("target", "action"));
    columns.forEach(column -> heads.add(column.head()));
    TextTable table = new TextTable(heads.toArray(String[]::new));
    for (PlannedTarget target : plan.targets()) {
      List<Object> cells =
          new ArrayList<>(List.of(target.source() + ": " + target.target(), target.action()));
      columns.forEach(column -> cells.add(column.count().applyAsLong(target)));
      table.add(cells.toArray());
    }
    table.print(out);
    for (int i = 0; i < plan.targets().size(); i++) {
      remarks(plan.targets().get(i), preview.outlooks().get(i));
    }
    preview.remarks().forEach(remark -> out.println("  " + remark));
    long soon = preview.outlooks().stream().mapToLong(Outlook::in30).sum();
    long later = preview.outlooks().stream().mapToLong(Outlook::in90).sum();
    out.println(
        "Within 30 days "
            + TextTable.number(soon)
            + " more become due, within 90 days "
            + TextTable.number(later)
            + ".");
  }

  private void remarks(PlannedTarget target, Outlook outlook) {
    String before = "  " + target.target() + ": ";
    target.remarks().forEach(remark -> out.println(before + remark));
    target.waiting().forEach(one -> out.println(before + one.records() + " wait: " + one.reason()));
    for (Outlook.Dependent dependent : outlook.dependents()) {
      dependent
          .missingIndex()
          .ifPresent(
              statement ->
                  out.println(
                      before
                          + "table "
                          + dependent.table()
                          + " is read whole for each row that goes (foreign key "
                          + dependent.foreignKey()
                          + " has no index); create it: "
                          + statement));
    }
    outlook
        .triggers()
        .forEach(
            trigger ->
                out.println(
                    before + "trigger " + trigger.name() + " runs on every " + trigger.event()));
    outlook
        .materializedViews()
        .forEach(
            view ->
                out.println(
                    before + "materialized view " + view + " keeps a copy until it is refreshed"));
  }
}
