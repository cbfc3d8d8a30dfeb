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
 * @param restored what was found only when lost zeros were put before numbers, in a column whose
 *     name does not say so: not among the entities
 * @param shortNumbers in which that was tried
 */
record ColumnCounts(
    long nonNull,
    long filled,
    DistinctCount distinct,
    SortedMap<String, EntityCounts> entities,
    DateCounts dates,
    Map<Damage.Kind, Long> damage,
    SortedMap<String, EntityCounts> restored,
    long shortNumbers) {

  /** Of a part without cells. */
  static final ColumnCounts NONE =
      new ColumnCounts(
          0, 0, DistinctCount.NONE, new TreeMap<>(), DateCounts.NONE, Map.of(), new TreeMap<>(), 0);

  ColumnCounts {
    entities = Collections.unmodifiableSortedMap(new TreeMap<>(entities));
    damage = Map.copyOf(damage);
    restored = Collections.unmodifiableSortedMap(new TreeMap<>(restored));
  }

  /** The counts of this part and of a later one. */
  ColumnCounts merge(ColumnCounts later) {
    Map<Damage.Kind, Long> damaged = new EnumMap<>(Damage.Kind.class);
    damaged.putAll(damage);
    later.damage.forEach((kind, cells) -> damaged.merge(kind, cells, Long::sum));
    return new ColumnCounts(
        nonNull + later.nonNull,
        filled + later.filled,
        distinct.merge(later.distinct),
        merged(entities, later.entities),
        dates.merge(later.dates),
        damaged,
        merged(restored, later.restored),
        shortNumbers + later.shortNumbers);
  }

  private static SortedMap<String, EntityCounts> merged(
      SortedMap<String, EntityCounts> first, SortedMap<String, EntityCounts> later) {
    SortedMap<String, EntityCounts> sums = new TreeMap<>(first);
    later.forEach((entity, counts) -> sums.merge(entity, counts, EntityCounts::merge));
    return sums;
  }

  /**
   * The counts with those restored numbers that are no accident: of all numbers of nine to eleven
   * digits one in some hundreds would be an identifier with zeros before it. So they must be a
   * tenth of those, or there must be as many whole ones beside them.
   */
  ColumnCounts withRestored() {
    SortedMap<String, EntityCounts> all = new TreeMap<>(entities);
    Map<Damage.Kind, Long> damaged = new EnumMap<>(Damage.Kind.class);
    damaged.putAll(damage);
    restored.forEach(
        (entity, counts) -> {
          EntityCounts whole = entities.get(entity);
          long beside = whole == null ? 0 : whole.validated();
          if (beside >= counts.validated() || 10 * counts.validated() >= shortNumbers) {
            all.merge(entity, counts, EntityCounts::merge);
            damaged.merge(Damage.Kind.LOST_ZEROS, counts.cells(), Long::sum);
          }
        });
    return new ColumnCounts(nonNull, filled, distinct, all, dates, damaged, new TreeMap<>(), 0);
  }
}
