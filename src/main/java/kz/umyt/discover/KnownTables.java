package kz.umyt.discover;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.umyt.discover.Changes.NotCompared;
import kz.umyt.discover.Changes.ScanTime;
import kz.umyt.discover.Inventory.ColumnInventory;
import kz.umyt.discover.Inventory.Gap;
import kz.umyt.discover.Inventory.SourceInventory;
import kz.umyt.discover.Inventory.TableInventory;

/** What one of two scans knows of tables, and what it cannot know. */
final class KnownTables {

  private final ScanTime time;
  private final Map<TableKey, TableInventory> tables = new LinkedHashMap<>();
  private final Set<NotCompared> unread = new HashSet<>();

  /** A table in its source. */
  record TableKey(String source, String table) {
    Place column(String column) {
      return new Place(source, table, column);
    }
  }

  KnownTables(Inventory inventory, ScanTime time) {
    this.time = time;
    for (SourceInventory source : inventory.sources()) {
      if (!source.read()) {
        unread.add(new NotCompared(source.name(), Optional.empty(), Optional.empty(), time));
      }
      source
          .tables()
          .forEach(table -> tables.put(new TableKey(source.name(), table.name()), table));
    }
    for (Gap gap : inventory.gaps()) {
      unread.add(new NotCompared(gap.source(), gap.table(), gap.column(), time));
    }
  }

  Map<TableKey, TableInventory> tables() {
    return tables;
  }

  /** The columns of a table by name; one name twice, as files can have it, is told apart. */
  Map<String, ColumnInventory> columns(TableKey key) {
    Map<String, ColumnInventory> columns = new LinkedHashMap<>();
    TableInventory table = tables.get(key);
    if (table != null) {
      for (ColumnInventory column : table.columns()) {
        String name = column.name();
        for (int i = 2; columns.containsKey(name); i++) {
          name = column.name() + " (" + i + ")";
        }
        columns.put(name, column);
      }
    }
    return columns;
  }

  /** Why a table that is not here may be there all the same; empty if it is not there. */
  Optional<NotCompared> unread(TableKey key) {
    NotCompared source = new NotCompared(key.source(), Optional.empty(), Optional.empty(), time);
    NotCompared table =
        new NotCompared(key.source(), Optional.of(key.table()), Optional.empty(), time);
    return unread.contains(source)
        ? Optional.of(source)
        : Optional.of(table).filter(unread::contains);
  }

  /** Why a column that is not here may be there all the same; empty if it is not there. */
  Optional<NotCompared> unread(TableKey key, String column) {
    TableInventory table = tables.get(key);
    boolean broken = table != null && table.rows().isEmpty();
    NotCompared place =
        new NotCompared(key.source(), Optional.of(key.table()), Optional.of(column), time);
    return Optional.of(place).filter(one -> broken || unread.contains(one));
  }
}
