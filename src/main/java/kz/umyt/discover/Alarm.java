package kz.umyt.discover;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.umyt.discover.Inventory.ColumnInventory;
import kz.umyt.discover.Inventory.EntityFinding;
import kz.umyt.discover.Inventory.SourceInventory;
import kz.umyt.discover.Inventory.TableInventory;
import kz.umyt.settings.RecognizerSpec;

/**
 * Something that a person must act on at once, whatever any policy says.
 *
 * @param cells in which it was found, or that are filled where the column's name alone says it
 * @param advice what to do
 */
public record Alarm(String entity, Place place, long cells, String advice) {

  /** What is to be done at once by an inventory, sorted by entity, then in its own order. */
  public static List<Alarm> of(Inventory inventory, List<RecognizerSpec> recognizers) {
    Map<String, String> advice = new HashMap<>();
    for (RecognizerSpec recognizer : recognizers) {
      recognizer.alarm().ifPresent(text -> advice.putIfAbsent(recognizer.entity().value(), text));
    }
    List<Alarm> alarms = new ArrayList<>();
    for (SourceInventory source : inventory.sources()) {
      for (TableInventory table : source.tables()) {
        for (ColumnInventory column : table.columns()) {
          Place place = new Place(source.name(), table.name(), column.name());
          for (String entity : column.entities()) {
            String text = advice.get(entity);
            if (text != null) {
              alarms.add(new Alarm(entity, place, cells(column, entity), text));
            }
          }
        }
      }
    }
    alarms.sort(Comparator.comparing(Alarm::entity));
    return alarms;
  }

  private static long cells(ColumnInventory column, String entity) {
    return column.findings().stream()
        .filter(finding -> finding.entity().equals(entity))
        .mapToLong(EntityFinding::cells)
        .findFirst()
        .orElse(column.filled());
  }
}
