package kz.umyt.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kz.umyt.source.ForeignKey;
import kz.umyt.source.SideEffects;
import kz.umyt.source.TableName;

/** What happens beside the work on a target, with the rows that its own take along. */
public final class TieEffects {
  private TieEffects() {}

  /** Triggers of tables whose rows go along are named with their table. */
  public static SideEffects of(BoundTable target) {
    SideEffects own = target.database().sideEffects(target.table());
    List<SideEffects.Trigger> triggers = new ArrayList<>(own.triggers());
    Set<TableName> views = new LinkedHashSet<>(own.materializedViews());
    Set<ForeignKey> unindexed = new LinkedHashSet<>(own.unindexed());
    for (Ties.Cascade cascade : target.ties().all()) {
      SideEffects along = target.database().sideEffects(cascade.child());
      for (String trigger : along.triggersOn(cascade.empties() ? "UPDATE" : "DELETE")) {
        String name = cascade.child().name() + ": " + trigger;
        // A row of the target that goes sets it off, whatever the statement on the other table.
        triggers.add(new SideEffects.Trigger(name, "DELETE", ""));
      }
      views.addAll(along.materializedViews());
      unindexed.addAll(along.unindexed());
    }
    return new SideEffects(triggers, List.copyOf(views), List.copyOf(unindexed));
  }

  /** Foreign keys that point to the target, or to rows that go along with its own. */
  static List<ForeignKey> keys(BoundTable target) {
    Set<ForeignKey> keys = new LinkedHashSet<>(target.table().referencedBy());
    target.ties().all().stream()
        .filter(cascade -> !cascade.empties())
        .forEach(cascade -> keys.addAll(cascade.child().referencedBy()));
    return List.copyOf(keys);
  }
}
