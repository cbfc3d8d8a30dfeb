package kz.umyt.plan.suggest;

import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import kz.umyt.discover.ColumnTraits;
import kz.umyt.discover.ColumnTraits.Holds;
import kz.umyt.discover.DateShape;
import kz.umyt.discover.Inventory.ColumnInventory;
import kz.umyt.discover.Inventory.EntityFinding;
import kz.umyt.discover.Inventory.Kind;
import kz.umyt.discover.Inventory.TableInventory;

/** What an inventory tells of one column, as far as a job depends on it. */
final class ColumnFacts {

  /** From this share of the cells on, the whole column is taken for what was found in them. */
  private static final double MOST = 0.5;

  /** A cell of a file takes any text, but never none. */
  private static final ColumnTraits CELL = new ColumnTraits(Holds.TEXT, 0, false, false);

  /** Of an inventory that does not say it. */
  private static final ColumnTraits UNKNOWN = new ColumnTraits(Holds.OTHER, 0, false, false);

  private final ColumnInventory column;
  private final ColumnTraits traits;
  private final boolean inFile;

  private ColumnFacts(ColumnInventory column, ColumnTraits traits, boolean inFile) {
    this.column = column;
    this.traits = traits;
    this.inFile = inFile;
  }

  /** The columns of a table or file. */
  static List<ColumnFacts> of(TableInventory table, Kind kind) {
    boolean inFile = kind == Kind.CSV;
    return table.columns().stream()
        .map(
            column ->
                new ColumnFacts(
                    column,
                    inFile ? CELL : table.traits().getOrDefault(column.name(), UNKNOWN),
                    inFile))
        .toList();
  }

  String name() {
    return column.name();
  }

  ColumnTraits traits() {
    return traits;
  }

  boolean nullable() {
    return !inFile && column.nullable();
  }

  Optional<String> entity() {
    return column.entity();
  }

  /** Cells that hold more than blanks. */
  long filled() {
    return column.filled();
  }

  boolean isPersonal() {
    return !entities().isEmpty();
  }

  /** The class and what was found, chance aside, sorted by name. */
  private NavigableSet<String> entities() {
    NavigableSet<String> entities = new TreeSet<>();
    column.entity().ifPresent(entities::add);
    column.findings().stream()
        .filter(finding -> !finding.isChance())
        .map(EntityFinding::entity)
        .forEach(entities::add);
    return entities;
  }

  /** What the columns of a table or file hold, chance aside, sorted by name. */
  static List<String> entities(TableInventory table, Kind kind) {
    NavigableSet<String> entities = new TreeSet<>();
    of(table, kind).forEach(column -> entities.addAll(column.entities()));
    return List.copyOf(entities);
  }

  /** The entity for which the whole value must go; empty where only parts of texts are personal. */
  Optional<String> whole() {
    return column
        .entity()
        .or(
            () ->
                column.findings().stream()
                    .filter(finding -> finding.share() >= MOST && !finding.isChance())
                    .map(EntityFinding::entity)
                    .findFirst());
  }

  /** Whether the engine itself stores dates. */
  boolean isDate() {
    return traits.holds() == Holds.DATE;
  }

  /** Whether texts that are dates fill most of the column. */
  boolean isMostlyDates() {
    return column.dates().filter(dates -> dates.cells() >= MOST * column.filled()).isPresent();
  }

  /** As a job writes it. */
  Optional<String> dateFormat() {
    return column.dates().flatMap(DateShape::format);
  }

  /** Another way to read the same dates. */
  Optional<String> otherDateFormat() {
    return column.dates().flatMap(DateShape::otherFormat);
  }

  /** Filled cells of a text column that are no dates. */
  long notDates() {
    return isDate()
        ? 0
        : column.filled() - column.dates().map(DateShape::cells).orElse(column.filled());
  }

  long sentinels() {
    return column.dates().map(DateShape::sentinels).orElse(0L);
  }

  long future() {
    return column.dates().map(DateShape::future).orElse(0L);
  }

  /**
   * Whether a job can name the column. In a file, one without a heading, or with the rest of a too
   * long row, is known to the inventory by its number only.
   */
  boolean hasName() {
    String name = column.name();
    boolean numbered =
        name.length() > 1
            && name.charAt(0) == '#'
            && name.charAt(1) >= '1'
            && name.charAt(1) <= '9';
    return WrittenNames.isWritable(name) && !(inFile && numbered);
  }

  /** For comparing names as databases do. */
  String folded() {
    return column.name().toLowerCase(Locale.ROOT);
  }
}
