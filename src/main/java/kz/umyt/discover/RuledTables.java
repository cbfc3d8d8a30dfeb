package kz.umyt.discover;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kz.umyt.discover.Inventory.SourceInventory;
import kz.umyt.discover.Inventory.TableInventory;
import kz.umyt.settings.Target;
import kz.umyt.source.TableName;
import kz.umyt.source.csv.Glob;

/** The tables and files of a source that some target means. */
final class RuledTables {

  private final List<Target> targets;

  RuledTables(List<Target> targets) {
    this.targets = List.copyOf(targets);
  }

  /** Their names as the inventory has them. */
  Set<String> of(SourceInventory source) {
    List<String> names = source.tables().stream().map(TableInventory::name).toList();
    Set<String> ruled = new HashSet<>();
    for (Target target : targets) {
      if (target.source().value().equals(source.name())) {
        ruled.addAll(meant(target, names));
      }
    }
    return ruled;
  }

  private static List<String> meant(Target target, List<String> names) {
    if (target instanceof Target.Table table) {
      List<TableName> found =
          TableName.meant(
              table.table().value(), names.stream().map(RuledTables::tableName).toList());
      // A run refuses a name that several tables have, so none of them has a rule.
      return found.size() == 1 ? List.of(found.get(0).toString()) : List.of();
    }
    if (target instanceof Target.Files files) {
      return matching(files.file().value(), names);
    }
    return List.of();
  }

  private static List<String> matching(String pattern, List<String> names) {
    try {
      Glob glob = new Glob(pattern);
      return names.stream().filter(glob::matches).toList();
    } catch (IllegalArgumentException wrong) {
      // The run of its job says what is wrong with it, and changes no file.
      return List.of();
    }
  }

  private static TableName tableName(String inventoried) {
    int point = inventoried.indexOf('.');
    return new TableName(
        inventoried.substring(0, Math.max(point, 0)), inventoried.substring(point + 1));
  }
}
