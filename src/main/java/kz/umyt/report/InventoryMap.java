package kz.umyt.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kz.umyt.discover.Inventory;
import kz.umyt.discover.Inventory.SourceInventory;
import kz.umyt.discover.Inventory.TableInventory;
import kz.umyt.discover.Inventory.Undeclared;
import kz.umyt.report.MappedColumn.MappedEntity;

/**
 * An inventory as it is shown: source, table, column, entity, and the same by entity. Public for
 * the templates only.
 *
 * @param kinds every entity that was found, those in most columns first
 */
public record InventoryMap(List<MappedSource> sources, List<Kind> kinds) {

  public InventoryMap {
    sources = List.copyOf(sources);
    kinds = List.copyOf(kinds);
  }

  /** One source, with those of its tables that were read. */
  public record MappedSource(SourceInventory source, List<MappedTable> tables) {
    public MappedSource {
      tables = List.copyOf(tables);
    }

    /** Those in which personal data was found. */
    public List<MappedTable> personal() {
      return tables.stream().filter(MappedTable::personal).toList();
    }

    /** Those in which none was found. */
    public List<MappedTable> others() {
      return tables.stream().filter(table -> !table.personal()).toList();
    }
  }

  /** One table or file. */
  public record MappedTable(TableInventory table, List<MappedColumn> columns) {
    public MappedTable {
      columns = List.copyOf(columns);
    }

    /** Whether any column holds personal data. */
    public boolean personal() {
      return columns.stream().anyMatch(MappedColumn::personal);
    }

    /** Names of the columns in which no personal data was found. */
    public List<String> others() {
      return columns.stream()
          .filter(column -> !column.personal())
          .map(column -> column.column().name())
          .toList();
    }
  }

  /**
   * One entity over all sources.
   *
   * @param columns in which it is the class or was seen
   * @param tables that have such a column
   * @param cells in which it was seen
   * @param validated of these, confirmed by a check beyond the pattern
   * @param undeclared where the policy does not list it, column by column; empty if it does
   */
  public record Kind(
      String entity,
      long columns,
      long tables,
      long cells,
      long validated,
      List<Undeclared> undeclared) {
    public Kind {
      undeclared = List.copyOf(undeclared);
    }
  }

  static InventoryMap of(Inventory inventory) {
    Set<Undeclared> undeclared = new HashSet<>(inventory.undeclared());
    List<MappedSource> sources = new ArrayList<>();
    for (SourceInventory source : inventory.sources()) {
      List<MappedTable> tables = new ArrayList<>();
      for (TableInventory table : source.tables()) {
        tables.add(
            new MappedTable(
                table,
                table.columns().stream()
                    .map(
                        column ->
                            MappedColumn.of(
                                column,
                                entity ->
                                    undeclared.contains(
                                        new Undeclared(
                                            entity, source.name(), table.name(), column.name()))))
                    .toList()));
      }
      sources.add(new MappedSource(source, tables));
    }
    return new InventoryMap(sources, kinds(sources, inventory.undeclared()));
  }

  private static List<Kind> kinds(List<MappedSource> sources, List<Undeclared> undeclared) {
    Map<String, Kind> kinds = new TreeMap<>();
    for (MappedSource source : sources) {
      for (MappedTable table : source.tables()) {
        Set<String> seen = new HashSet<>();
        for (MappedColumn column : table.columns()) {
          for (MappedEntity one : column.entities()) {
            long first = seen.add(one.entity()) ? 1 : 0;
            kinds.merge(
                one.entity(),
                new Kind(one.entity(), 1, first, one.cells(), one.validated(), List.of()),
                InventoryMap::sum);
          }
        }
      }
    }
    return kinds.values().stream()
        .map(kind -> with(undeclared, kind))
        .sorted(
            Comparator.comparingLong(Kind::columns)
                .thenComparingLong(Kind::cells)
                .reversed()
                .thenComparing(Kind::entity))
        .toList();
  }

  private static Kind sum(Kind one, Kind other) {
    return new Kind(
        one.entity(),
        one.columns() + other.columns(),
        one.tables() + other.tables(),
        one.cells() + other.cells(),
        one.validated() + other.validated(),
        List.of());
  }

  private static Kind with(List<Undeclared> undeclared, Kind kind) {
    return new Kind(
        kind.entity(),
        kind.columns(),
        kind.tables(),
        kind.cells(),
        kind.validated(),
        undeclared.stream().filter(one -> one.entity().equals(kind.entity())).toList());
  }
}
