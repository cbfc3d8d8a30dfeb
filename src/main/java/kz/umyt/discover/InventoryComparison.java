package kz.umyt.discover;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kz.umyt.discover.Changes.ClassChange;
import kz.umyt.discover.Changes.ColumnData;
import kz.umyt.discover.Changes.NotCompared;
import kz.umyt.discover.Changes.ScanTime;
import kz.umyt.discover.Changes.Seen;
import kz.umyt.discover.Changes.TableData;
import kz.umyt.discover.Inventory.ColumnInventory;
import kz.umyt.discover.Inventory.TableInventory;
import kz.umyt.discover.KnownTables.TableKey;

/**
 * Compares two inventories of one job. What a scan could not read is neither new nor gone: a source
 * that was down for a night must not look like a source that was emptied.
 */
public final class InventoryComparison {

  private final Inventory before;
  private final KnownTables old;
  private final KnownTables now;
  private final List<TableData> newTables = new ArrayList<>();
  private final List<TableData> goneTables = new ArrayList<>();
  private final List<ColumnData> newColumns = new ArrayList<>();
  private final List<ColumnData> vanishedColumns = new ArrayList<>();
  private final List<ClassChange> changedClasses = new ArrayList<>();
  private final List<Seen> newlySeen = new ArrayList<>();
  private final List<Seen> noLongerSeen = new ArrayList<>();
  private final Set<NotCompared> notCompared = new LinkedHashSet<>();

  private InventoryComparison(Inventory before, Inventory now) {
    this.before = before;
    this.old = new KnownTables(before, ScanTime.LAST);
    this.now = new KnownTables(now, ScanTime.THIS);
  }

  /** What is different in the later of two inventories. */
  public static Changes between(Inventory before, Inventory now) {
    return new InventoryComparison(before, now).changes();
  }

  private Changes changes() {
    now.tables()
        .forEach(
            (key, table) -> {
              if (old.tables().containsKey(key)) {
                columns(key, table);
              } else if (old.unread(key).isEmpty() || !table.entities().isEmpty()) {
                unlessUnread(old.unread(key), () -> newTables.add(data(key, table)));
              }
            });
    old.tables()
        .forEach(
            (key, table) -> {
              if (!now.tables().containsKey(key)) {
                unlessUnread(now.unread(key), () -> goneTables.add(data(key, table)));
              }
            });
    return new Changes(
        before.started(),
        newTables,
        goneTables,
        newColumns,
        vanishedColumns,
        changedClasses,
        newlySeen,
        noLongerSeen,
        List.copyOf(notCompared));
  }

  private void columns(TableKey key, TableInventory table) {
    Map<String, ColumnInventory> were = old.columns(key);
    Map<String, ColumnInventory> are = now.columns(key);
    are.forEach(
        (name, column) -> {
          ColumnInventory was = were.get(name);
          if (was != null) {
            boolean whole = table.whole() && now.unread(key, name).isEmpty();
            column(key.column(name), was, column, whole);
          } else if (!column.entities().isEmpty()) {
            unlessUnread(
                old.unread(key, name), () -> newColumns.add(data(key.column(name), column)));
          }
        });
    were.forEach(
        (name, column) -> {
          if (!are.containsKey(name) && !column.entities().isEmpty()) {
            unlessUnread(
                now.unread(key, name), () -> vanishedColumns.add(data(key.column(name), column)));
          }
        });
  }

  /**
   * Compares a column.
   *
   * @param whole whether this scan read all of its cells; else what it does not show may be there
   */
  private void column(Place place, ColumnInventory was, ColumnInventory is, boolean whole) {
    if (!was.entity().equals(is.entity()) && (whole || is.entity().isPresent())) {
      changedClasses.add(new ClassChange(place, was.entity(), is.entity()));
    }
    without(is.entities(), was.entities())
        .forEach(entity -> newlySeen.add(new Seen(entity, place)));
    if (whole) {
      without(was.entities(), is.entities())
          .forEach(entity -> noLongerSeen.add(new Seen(entity, place)));
    }
  }

  private void unlessUnread(Optional<NotCompared> unread, Runnable difference) {
    unread.ifPresentOrElse(notCompared::add, difference);
  }

  private static NavigableSet<String> without(
      NavigableSet<String> all, NavigableSet<String> known) {
    NavigableSet<String> rest = new TreeSet<>(all);
    rest.removeAll(known);
    return rest;
  }

  private static TableData data(TableKey key, TableInventory table) {
    return new TableData(key.source(), key.table(), List.copyOf(table.entities()));
  }

  private static ColumnData data(Place place, ColumnInventory column) {
    return new ColumnData(place, List.copyOf(column.entities()));
  }
}
