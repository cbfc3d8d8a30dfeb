package kz.umyt.discover;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.umyt.discover.Inventory.Reference;

/**
 * What an engine says of a table, for whoever writes rules about it, or what a file shows.
 *
 * @param primaryKey its columns in key order; empty where there is none
 * @param references its foreign keys
 * @param traits of its columns, by name
 * @param encoding of a file; empty for a table
 */
record TableShape(
    List<String> primaryKey,
    List<Reference> references,
    Map<String, ColumnTraits> traits,
    Optional<FileEncoding> encoding) {

  /** Of a table. */
  TableShape(
      List<String> primaryKey, List<Reference> references, Map<String, ColumnTraits> traits) {
    this(primaryKey, references, traits, Optional.empty());
  }

  /** Of a file, whose encoding may not be known yet. */
  static TableShape of(Optional<FileEncoding> encoding) {
    return new TableShape(List.of(), List.of(), Map.of(), encoding);
  }

  TableShape {
    primaryKey = List.copyOf(primaryKey);
    references = List.copyOf(references);
    traits = Map.copyOf(traits);
  }
}
