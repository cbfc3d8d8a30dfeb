package kz.umyt.discover;

import kz.umyt.discover.Inventory.ColumnInventory;

/**
 * A column, and what was counted of it or of a part of it. Holds no value.
 *
 * @param unread what of it was not read
 */
record CountedColumn(ColumnHead head, ColumnCounts counts, UnreadValues unread) {

  /** The same column with the counts of this part and of a later one. */
  CountedColumn merge(CountedColumn later) {
    return new CountedColumn(head, counts.merge(later.counts), unread.merge(later.unread));
  }

  /** What the inventory says of it. */
  ColumnInventory inventory(Recognition recognition) {
    return new ColumnSummary(recognition, head).of(counts);
  }
}
