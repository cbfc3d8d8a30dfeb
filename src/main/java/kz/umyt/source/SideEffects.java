package kz.umyt.source;

import java.util.List;

/**
 * What happens beside the change of a row, as far as a database tells.
 *
 * @param triggers of the table
 * @param materializedViews that hold a copy of what stood in it, until they are refreshed
 * @param unindexed foreign keys of other tables that point here without an index on their side: for
 *     each row that goes, the whole other table is read
 */
public record SideEffects(
    List<Trigger> triggers, List<TableName> materializedViews, List<ForeignKey> unindexed) {

  public SideEffects {
    triggers = List.copyOf(triggers);
    materializedViews = List.copyOf(materializedViews);
    unindexed = List.copyOf(unindexed);
  }

  /**
   * A trigger.
   *
   * @param event {@code DELETE}, {@code INSERT} or {@code UPDATE}
   */
  public record Trigger(String name, String event) {}
}
