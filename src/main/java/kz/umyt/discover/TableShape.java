package kz.umyt.discover;

import java.util.List;
import java.util.Map;
import kz.umyt.discover.Inventory.Reference;

/**
 * What an engine says of a table, for whoever writes rules about it.
 *
 * @param primaryKey its columns in key order; empty where there is none
 * @param references its foreign keys
 * @param traits of its columns, by name
 */
record TableShape(
    List<String> primaryKey, List<Reference> references, Map<String, ColumnTraits> traits) {

  /** Of a file. */
  static final TableShape NONE = new TableShape(List.of(), List.of(), Map.of());

  TableShape {
    primaryKey = List.copyOf(primaryKey);
    references = List.copyOf(references);
    traits = Map.copyOf(traits);
  }
}
