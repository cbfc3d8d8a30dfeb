package kz.umyt.discover;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import kz.umyt.discover.Inventory.TableInventory;

/**
 * What was seen in one table or file, or in some of its rows. Holds no personal value.
 *
 * @param name as the inventory shows it
 * @param whole whether reading came to its end
 * @param rows how many there are in what was to be read; absent if nobody knows
 * @param scanned rows that were read through the recognizers
 */
public record TableCounts(
    String name,
    boolean whole,
    OptionalLong rows,
    long scanned,
    List<CountedColumn> columns,
    TableShape shape) {

  public TableCounts {
    columns = List.copyOf(columns);
  }

  /** Both together: two ranges of one table. */
  TableCounts with(TableCounts other) {
    List<CountedColumn> merged = new ArrayList<>();
    for (CountedColumn column : columns) {
      merged.add(
          other.columns.stream()
              .filter(same -> same.head().name().equals(column.head().name()))
              .findFirst()
              .map(column::merge)
              .orElse(column));
    }
    for (CountedColumn column : other.columns) {
      if (columns.stream().noneMatch(same -> same.head().name().equals(column.head().name()))) {
        merged.add(column);
      }
    }
    return new TableCounts(
        name,
        whole && other.whole,
        rows.isPresent() && other.rows.isPresent()
            ? OptionalLong.of(rows.getAsLong() + other.rows.getAsLong())
            : OptionalLong.empty(),
        scanned + other.scanned,
        merged,
        shape);
  }

  /** The same, where some of the rows could not be read at all. */
  TableCounts torn() {
    return new TableCounts(name, false, OptionalLong.empty(), scanned, columns, shape);
  }

  /** Says what values of its columns were not read. */
  void tellUnread(Gaps gaps) {
    for (CountedColumn column : columns) {
      column.unread().tell(gaps, name, column.head().name());
    }
  }

  /** What the inventory says of it. */
  TableInventory inventory(Recognition recognition) {
    return new TableInventory(
        name,
        whole ? rows : OptionalLong.empty(),
        scanned,
        columns.stream().map(column -> column.inventory(recognition)).toList(),
        shape.primaryKey(),
        shape.references(),
        shape.traits(),
        shape.encoding());
  }
}
