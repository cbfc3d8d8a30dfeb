package kz.umyt.source.jdbc;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.umyt.settings.Action;
import kz.umyt.settings.Target;
import kz.umyt.source.Column;
import kz.umyt.source.ForeignKey;
import kz.umyt.source.Table;
import kz.umyt.source.TableName;

/**
 * Tables that a job destroys rows of, and what lies in parts of them: in partitions, and in tables
 * that inherit. A row of such a part is a row of the table, so a foreign key of the part is one of
 * the table.
 */
final class WholeTables {

  static final WholeTables NONE = new WholeTables(Set.of(), Map.of(), Map.of());

  private final Set<TableName> destroyed;
  private final Map<TableName, Set<TableName>> wholes;
  private final Map<TableName, Set<String>> columns;

  private WholeTables(
      Set<TableName> destroyed,
      Map<TableName, Set<TableName>> wholes,
      Map<TableName, Set<String>> columns) {
    this.destroyed = destroyed;
    this.wholes = wholes;
    this.columns = columns;
  }

  /** Finds them. */
  static WholeTables of(List<Target> targets, Database database) {
    Map<TableName, Set<TableName>> all = database.wholes();
    List<String> written =
        targets.stream()
            .filter(Target.Table.class::isInstance)
            .map(Target.Table.class::cast)
            .filter(target -> target.action() == Action.DESTROY)
            .filter(target -> target.source().value().equals(database.name()))
            .map(target -> target.table().value())
            .toList();
    if (all.isEmpty() || written.isEmpty()) {
      return NONE;
    }
    List<TableName> tables = database.tables();
    Set<TableName> destroyed = new HashSet<>();
    written.forEach(name -> destroyed.addAll(TableName.meant(name, tables)));
    Map<TableName, Set<TableName>> wholes = new HashMap<>();
    Map<TableName, Set<String>> columns = new HashMap<>();
    all.forEach(
        (part, above) -> {
          Set<TableName> named =
              new TreeSet<>(Comparator.comparing(TableName::schema).thenComparing(TableName::name));
          named.addAll(above);
          named.retainAll(destroyed);
          if (!named.isEmpty()) {
            wholes.put(part, named);
            named.forEach(
                whole -> columns.computeIfAbsent(whole, name -> columns(database.table(name))));
          }
        });
    return new WholeTables(destroyed, wholes, columns);
  }

  private static Set<String> columns(Table table) {
    return table.columns().stream().map(Column::name).collect(Collectors.toUnmodifiableSet());
  }

  /** The table with the keys of its parts as its own. */
  Table in(Table table) {
    TableName name = table.name();
    Set<String> own = columns(table);
    Stream<ForeignKey> from =
        table.references().stream()
            .filter(key -> key.child().equals(name) || own.containsAll(key.childColumns()))
            .flatMap(key -> leadingFrom(name, key));
    Stream<ForeignKey> to =
        table.referencedBy().stream()
            .flatMap(
                key ->
                    key.child().equals(name)
                        ? Stream.of(key.between(name, name))
                        : destroyed(key.child(), key.childColumns())
                            .map(child -> key.between(child, name)));
    return new Table(name, table.columns(), table.primaryKey(), distinct(from), distinct(to));
  }

  private Stream<ForeignKey> leadingFrom(TableName table, ForeignKey key) {
    if (key.part().isPresent()) {
      // Told of the whole parent as well: of the partition only where that is destroyed by itself.
      return destroyed.contains(key.parent())
          ? Stream.of(
              new ForeignKey(
                  key.name(),
                  key.child(),
                  key.childColumns(),
                  key.parent(),
                  key.parentColumns(),
                  key.onDelete()))
          : Stream.empty();
    }
    return Stream.concat(
        Stream.of(key.between(table, key.parent())),
        wholes(key.parent(), key.parentColumns()).map(parent -> key.between(table, parent)));
  }

  /** What a target destroys: the table, and those that it is a part of; without any, the table. */
  private Stream<TableName> destroyed(TableName table, List<String> needed) {
    List<TableName> found =
        Stream.concat(Stream.of(table).filter(destroyed::contains), wholes(table, needed)).toList();
    return found.isEmpty() ? Stream.of(table) : found.stream();
  }

  private Stream<TableName> wholes(TableName part, List<String> needed) {
    return wholes.getOrDefault(part, Set.of()).stream()
        .filter(whole -> columns.getOrDefault(whole, Set.of()).containsAll(needed));
  }

  /** Partitions may have each a key of their own that says the same. */
  private static List<ForeignKey> distinct(Stream<ForeignKey> keys) {
    Map<List<Object>, ForeignKey> distinct = new LinkedHashMap<>();
    keys.forEach(
        key ->
            distinct.putIfAbsent(
                List.of(
                    key.part().isEmpty() ? key.name() : "",
                    key.child(),
                    key.childColumns(),
                    key.parent(),
                    key.parentColumns(),
                    key.onDelete(),
                    key.part()),
                key));
    return List.copyOf(distinct.values());
  }
}
