package kz.umyt.source;

import java.util.List;
import java.util.Locale;

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

  /** Names of the triggers that an event sets off, each once. */
  public List<String> triggersOn(String event) {
    return triggers.stream()
        .filter(trigger -> trigger.event().toUpperCase(Locale.ROOT).contains(event))
        .map(Trigger::name)
        .distinct()
        .toList();
  }

  /**
   * A trigger, or a rule of PostgreSQL.
   *
   * @param event {@code DELETE}, {@code INSERT} or {@code UPDATE}
   * @param definition what it does, as far as the engine tells
   */
  public record Trigger(String name, String event, String definition) {}
}
