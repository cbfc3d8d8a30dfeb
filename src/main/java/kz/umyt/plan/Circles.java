package kz.umyt.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kz.umyt.settings.Action;
import kz.umyt.source.ForeignKey;
import kz.umyt.source.TableName;

/**
 * Tables of a job that point to each other in a circle, or to themselves: no order lets all of
 * their rows go before those that they point to.
 *
 * @param tables the targets of one circle
 * @param keys the foreign keys within it
 */
record Circles(List<BoundTable> tables, List<ForeignKey> keys) {

  /** The circle that a target is a part of; without keys where it is a part of none. */
  static Circles around(BoundTable target, List<BoundTable> all) {
    List<BoundTable> destroyed =
        all.stream()
            .filter(table -> table.spec().action() == Action.DESTROY)
            .filter(table -> table.spec().source().value().equals(target.spec().source().value()))
            .toList();
    Set<TableName> reached = from(target.table().name(), destroyed);
    Set<TableName> circle =
        reached.stream()
            .filter(name -> from(name, destroyed).contains(target.table().name()))
            .collect(Collectors.toSet());
    List<BoundTable> tables =
        destroyed.stream().filter(table -> circle.contains(table.table().name())).toList();
    List<ForeignKey> keys =
        tables.stream()
            .flatMap(table -> table.table().references().stream())
            .filter(key -> circle.contains(key.parent()))
            .distinct()
            .toList();
    return new Circles(tables, keys);
  }

  /** Tables that rows of one point to, over one foreign key or several. */
  private static Set<TableName> from(TableName start, List<BoundTable> destroyed) {
    Set<TableName> reached = new HashSet<>();
    Deque<TableName> next = new ArrayDeque<>(List.of(start));
    while (!next.isEmpty()) {
      TableName at = next.pop();
      destroyed.stream()
          .filter(table -> table.table().name().equals(at))
          .flatMap(table -> table.table().references().stream())
          .map(ForeignKey::parent)
          .filter(
              parent -> destroyed.stream().anyMatch(other -> other.table().name().equals(parent)))
          .filter(reached::add)
          .forEach(next::add);
    }
    return reached;
  }

  /** Those that can be emptied: their rows are due without them as they were with them. */
  List<ForeignKey> open() {
    return keys.stream()
        .filter(
            key ->
                targetsOf(key.child()).stream()
                    .allMatch(child -> child.confirmed() && TieFinder.mayLetGo(child, key)))
        .toList();
  }

  /** Tables whose rows point to others of the circle. */
  Set<TableName> names() {
    return keys.stream().map(ForeignKey::child).collect(Collectors.toSet());
  }

  List<BoundTable> targetsOf(TableName name) {
    return tables.stream().filter(table -> table.table().name().equals(name)).toList();
  }

  /** What will not go, where no key of the circle can be emptied. */
  List<String> remarks() {
    if (keys.isEmpty() || !open().isEmpty()) {
      return List.of();
    }
    List<String> names =
        new ArrayList<>(new TreeSet<>(names().stream().map(TableName::toString).toList()));
    return List.of(
        (names.size() == 1
                ? "rows of table " + names.get(0) + " point to each other"
                : "tables " + String.join(", ", names) + " point to each other in a circle")
            + ", and none of these references can be emptied (a column that may not be null, or"
            + " that a clock, a subject or a hold is read from): due rows that form a circle cannot"
            + " be destroyed and will be counted as failed");
  }
}
