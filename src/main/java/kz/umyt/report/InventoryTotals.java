package kz.umyt.report;

import java.util.List;
import kz.umyt.discover.Inventory;
import kz.umyt.report.InventoryMap.MappedTable;

/**
 * Sums over an inventory. Public for the templates only.
 *
 * @param sources that were to be read
 * @param tables and files that were read, at least in part
 * @param parts of these, read in part only: a sample, or reading broke off
 * @param rows that were read through the recognizers
 * @param columns that were read
 * @param personal of these, columns that hold personal data of any kind
 * @param kinds of personal data
 * @param undeclared columns that hold a kind which the policy does not list
 * @param gaps places that were not read, or not to their end
 */
public record InventoryTotals(
    long sources,
    long tables,
    long parts,
    long rows,
    long columns,
    long personal,
    long kinds,
    long undeclared,
    long gaps) {

  static InventoryTotals of(Inventory inventory, InventoryMap map) {
    List<MappedTable> tables =
        map.sources().stream().flatMap(source -> source.tables().stream()).toList();
    List<MappedColumn> columns =
        tables.stream().flatMap(table -> table.columns().stream()).toList();
    return new InventoryTotals(
        inventory.sources().size(),
        tables.size(),
        tables.stream().filter(table -> !table.table().whole()).count(),
        tables.stream().mapToLong(table -> table.table().scanned()).sum(),
        columns.size(),
        columns.stream().filter(MappedColumn::personal).count(),
        map.kinds().size(),
        columns.stream()
            .filter(column -> column.entities().stream().anyMatch(one -> one.undeclared()))
            .count(),
        inventory.gaps().size());
  }
}
