package kz.umyt.plan.suggest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.umyt.discover.Inventory;
import kz.umyt.discover.Inventory.SourceInventory;
import kz.umyt.source.TableName;

/** How a job names tables and columns so that a plan finds exactly them. */
final class WrittenNames {

  /** YAML takes no longer key on one line. */
  private static final int LONGEST = 1000;

  private final List<TableName> tables = new ArrayList<>();

  /** The tables of one source, those too that could not be read. */
  WrittenNames(SourceInventory source, Inventory inventory) {
    source.tables().forEach(table -> tables.add(name(table.name())));
    inventory.gaps().stream()
        .filter(gap -> gap.source().equals(source.name()))
        .flatMap(gap -> gap.table().stream())
        .map(WrittenNames::name)
        .filter(name -> !tables.contains(name))
        .forEach(tables::add);
  }

  private static TableName name(String inventoried) {
    int point = inventoried.indexOf('.');
    return new TableName(
        inventoried.substring(0, Math.max(point, 0)), inventoried.substring(point + 1));
  }

  /** The table's name, with its schema only where it must be; empty where neither tells it. */
  Optional<String> table(String inventoried) {
    TableName meant = name(inventoried);
    return List.of(meant.name(), inventoried).stream()
        .filter(written -> TableName.meant(written, tables).equals(List.of(meant)))
        .filter(WrittenNames::isWritable)
        .findFirst();
  }

  /** A column of the target itself; a point would be read as the end of a table's name. */
  static Optional<String> own(String column) {
    return Optional.of(column)
        .filter(name -> name.indexOf('.') < 0)
        .filter(WrittenNames::isWritable);
  }

  /** A column of another table. */
  Optional<String> of(String table, String column) {
    return table(table)
        .flatMap(name -> own(column).map(written -> name + "." + written))
        .filter(WrittenNames::isWritable);
  }

  /** Whether settings files can hold the name as a text or key. */
  static boolean isWritable(String name) {
    return !name.isBlank() && name.length() <= LONGEST;
  }
}
