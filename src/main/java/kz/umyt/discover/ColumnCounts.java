package kz.umyt.discover;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was counted of one column, or of the part of it that one reader read. Holds no value. Parts
 * of a table that were read under one key (see {@link CellHash}) can be merged in the order of the
 * table to what one reader of the whole would have counted.
 *
 * @param nonNull cells that are not NULL
 * @param filled of these, cells that hold more than blanks
 * @param distinct different values among these
 * @param entities what was found, or nearly so, by entity
 * @param damage cells by what was done to them
 */
record ColumnCounts(
    long nonNull,
    long filled,
    DistinctCount distinct,
    SortedMap<String, EntityCounts> entities,
    DateCounts dates,
    Map<Damage.Kind, Long> damage) {

  /** Of a part without cells. */
  static final ColumnCounts NONE =
      new ColumnCounts(0, 0, DistinctCount.NONE, new TreeMap<>(), DateCounts.NONE, Map.of());

  ColumnCounts {
    entities = Collections.unmodifiableSortedMap(new TreeMap<>(entities));
    damage = Map.copyOf(damage);
  }

  /** The counts of this part and of a later one. */
  ColumnCounts merge(ColumnCounts later) {
    SortedMap<String, EntityCounts> sums = new TreeMap<>(entities);
    later.entities.forEach((entity, counts) -> sums.merge(entity, counts, EntityCounts::merge));
    Map<Damage.Kind, Long> damaged = new EnumMap<>(Damage.Kind.class);
    damaged.putAll(damage);
    later.damage.forEach((kind, cells) -> damaged.merge(kind, cells, Long::sum));
    return new ColumnCounts(
        nonNull + later.nonNull,
        filled + later.filled,
        distinct.merge(later.distinct),
        sums,
        dates.merge(later.dates),
        damaged);
  }
}
