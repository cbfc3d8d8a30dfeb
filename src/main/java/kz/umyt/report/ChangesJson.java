package kz.umyt.report;

import java.util.List;
import kz.umyt.discover.Changes;
import kz.umyt.discover.Changes.ClassChange;
import kz.umyt.discover.Changes.ColumnData;
import kz.umyt.discover.Changes.NotCompared;
import kz.umyt.discover.Changes.Seen;
import kz.umyt.discover.Changes.TableData;
import kz.umyt.discover.Place;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The part {@code changes} of {@code inventory.json}. */
final class ChangesJson {

  private ChangesJson() {}

  static ObjectNode node(Changes changes) {
    ObjectNode node = JsonText.NODES.objectNode();
    node.put("since", InventoryJson.time(changes.since()));
    node.put("newPersonalData", changes.newPersonalData());
    tables(node.putArray("newTables"), changes.newTables());
    tables(node.putArray("goneTables"), changes.goneTables());
    columns(node.putArray("newColumns"), changes.newColumns());
    columns(node.putArray("vanishedColumns"), changes.vanishedColumns());
    ArrayNode classes = node.putArray("changedClasses");
    for (ClassChange change : changes.changedClasses()) {
      ObjectNode one = put(classes.addObject(), change.place());
      DecisionJson.putText(one, "from", change.from());
      DecisionJson.putText(one, "to", change.to());
    }
    seen(node.putArray("newlySeen"), changes.newlySeen());
    seen(node.putArray("noLongerSeen"), changes.noLongerSeen());
    ArrayNode notCompared = node.putArray("notCompared");
    for (NotCompared place : changes.notCompared()) {
      ObjectNode one = notCompared.addObject().put("source", place.source());
      DecisionJson.putText(one, "table", place.table());
      DecisionJson.putText(one, "column", place.column());
      one.put("unreadBy", ActJson.word(place.unreadBy()));
    }
    return node;
  }

  static ObjectNode put(ObjectNode node, Place place) {
    return node.put("source", place.source())
        .put("table", place.table())
        .put("column", place.column());
  }

  private static void tables(ArrayNode array, List<TableData> tables) {
    for (TableData table : tables) {
      ObjectNode one = array.addObject();
      one.put("source", table.source()).put("table", table.table());
      table.entities().forEach(one.putArray("entities")::add);
    }
  }

  private static void columns(ArrayNode array, List<ColumnData> columns) {
    for (ColumnData column : columns) {
      ObjectNode one = put(array.addObject(), column.place());
      column.entities().forEach(one.putArray("entities")::add);
    }
  }

  private static void seen(ArrayNode array, List<Seen> seen) {
    seen.forEach(one -> put(array.addObject().put("entity", one.entity()), one.place()));
  }
}
