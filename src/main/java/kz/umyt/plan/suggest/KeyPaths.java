package kz.umyt.plan.suggest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.umyt.discover.Inventory.Reference;
import kz.umyt.discover.Inventory.TableInventory;

/** Ways over foreign keys that a plan finds too: the shortest, if it is the only one. */
final class KeyPaths {

  /** As far as a plan looks. */
  private static final int LONGEST = 5;

  private final Map<String, TableInventory> tables;

  /**
   * The keys of one database.
   *
   * @param tables by name
   */
  KeyPaths(Map<String, TableInventory> tables) {
    this.tables = Map.copyOf(tables);
  }

  /**
   * The way from a table to one that it points to.
   *
   * @param tables names of what lies on the way, the last is the end; not empty
   */
  record Way(List<String> tables) {
    Way {
      tables = List.copyOf(tables);
    }

    String end() {
      return tables.get(tables.size() - 1);
    }

    int length() {
      return tables.size();
    }
  }

  /** The ways to all tables that can be reached without doubt, the nearest first. */
  List<Way> from(TableInventory start) {
    List<Way> found = new ArrayList<>();
    List<String> arrived = new ArrayList<>(List.of(start.name()));
    List<List<String>> chains = List.of(List.of());
    for (int length = 1; length <= LONGEST && !chains.isEmpty(); length++) {
      List<List<String>> longer = new ArrayList<>();
      for (List<String> chain : chains) {
        for (Reference key : end(start, chain).references()) {
          if (tables.containsKey(key.table()) && !arrived.contains(key.table())) {
            List<String> grown = new ArrayList<>(chain);
            grown.add(key.table());
            longer.add(List.copyOf(grown));
          }
        }
      }
      List<String> ends = longer.stream().map(chain -> chain.get(chain.size() - 1)).toList();
      longer.stream()
          .filter(chain -> ends.indexOf(last(chain)) == ends.lastIndexOf(last(chain)))
          .map(Way::new)
          .forEach(found::add);
      arrived.addAll(ends);
      chains = longer;
    }
    return List.copyOf(found);
  }

  private TableInventory end(TableInventory start, List<String> chain) {
    return chain.isEmpty()
        ? start
        : Optional.ofNullable(tables.get(last(chain))).orElseThrow(IllegalStateException::new);
  }

  private static String last(List<String> chain) {
    return chain.get(chain.size() - 1);
  }

  /** Other tables that point to this one over exactly one foreign key. */
  List<TableInventory> childrenOf(TableInventory parent) {
    return tables.values().stream()
        .filter(table -> !table.name().equals(parent.name()))
        .filter(table -> keysTo(table, parent) == 1)
        .sorted((a, b) -> a.name().compareTo(b.name()))
        .toList();
  }

  private static long keysTo(TableInventory child, TableInventory parent) {
    return child.references().stream().filter(key -> key.table().equals(parent.name())).count();
  }

  /** Whether another table points to this one. */
  boolean isReferenced(TableInventory parent) {
    return tables.values().stream()
        .anyMatch(table -> !table.name().equals(parent.name()) && keysTo(table, parent) > 0);
  }

  /** Other tables whose rows the engine would remove or change together with rows of this one. */
  Set<String> cascadesFrom(TableInventory parent) {
    return tables.values().stream()
        .filter(
            child ->
                child.references().stream()
                    .anyMatch(key -> key.table().equals(parent.name()) && key.cascades()))
        .map(TableInventory::name)
        .collect(Collectors.toSet());
  }

  /** Whether the column is part of a key, which cannot be anonymized. */
  boolean isKey(TableInventory table, String column) {
    return table.primaryKey().contains(column)
        || table.references().stream().anyMatch(key -> key.columns().contains(column))
        || tables.values().stream()
            .flatMap(other -> other.references().stream())
            .anyMatch(
                key -> key.table().equals(table.name()) && key.parentColumns().contains(column));
  }
}
