package kz.umyt.source.jdbc;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kz.umyt.settings.Located;
import kz.umyt.settings.Reference;
import kz.umyt.settings.SettingsException;
import kz.umyt.source.Column;
import kz.umyt.source.ColumnKind;
import kz.umyt.source.ForeignKey;
import kz.umyt.source.Table;

/** Foreign keys that a job declares, found in the database and put beside its own. */
final class DeclaredKeys {

  static final DeclaredKeys NONE = new DeclaredKeys(List.of());

  private final List<ForeignKey> keys;

  private DeclaredKeys(List<ForeignKey> keys) {
    this.keys = keys;
  }

  /**
   * Finds them.
   *
   * @throws SettingsException if a table or column is not there, or if a reference could lead to
   *     more than one row
   */
  static DeclaredKeys of(List<Reference> references, Database database) {
    List<ForeignKey> keys = new ArrayList<>();
    for (Reference reference : references) {
      if (reference.source().value().equals(database.name())) {
        keys.add(key(reference, database));
      }
    }
    return new DeclaredKeys(List.copyOf(keys));
  }

  private static ForeignKey key(Reference reference, Database database) {
    Table child = database.table(part(reference.from().get(0), true));
    Table parent = database.table(part(reference.to().get(0), true));
    List<Column> from = columns(reference.from(), child);
    List<Column> to = columns(reference.to(), parent);
    for (int i = 0; i < from.size(); i++) {
      requireAlike(reference.from().get(i), from.get(i), to.get(i));
    }
    requireUnique(reference, parent, to);
    ForeignKey key =
        new ForeignKey(
            "references: " + reference.from().get(0) + " to " + reference.to().get(0),
            child.name(),
            from.stream().map(Column::name).toList(),
            parent.name(),
            to.stream().map(Column::name).toList(),
            ForeignKey.OnDelete.NONE);
    if (child.references().stream().anyMatch(real -> isSame(real, key))) {
      throw new SettingsException(
          reference.at(),
          "the database has this foreign key already, and umyt follows it; remove it here");
    }
    return key;
  }

  private static List<Column> columns(List<Located<String>> written, Table table) {
    return written.stream().map(column -> table.column(part(column, false))).toList();
  }

  /** Before its last dot, or behind it. */
  private static Located<String> part(Located<String> written, boolean table) {
    int dot = written.value().lastIndexOf('.');
    String text = written.value();
    return new Located<>(table ? text.substring(0, dot) : text.substring(dot + 1), written.at());
  }

  /** Values of different kinds are compared by rules of the engine's own: 'abc' can equal 0. */
  private static void requireAlike(Located<String> written, Column from, Column to) {
    boolean areAlike =
        from.kind() == ColumnKind.OTHER
            ? from.type().equals(to.type())
            : from.kind() == to.kind() || (isNumber(from) && isNumber(to));
    if (!areAlike) {
      throw new SettingsException(
          written.at(),
          "column "
              + from.name()
              + " ("
              + from.type()
              + ") cannot point to column "
              + to.name()
              + " ("
              + to.type()
              + "): both must be texts, both numbers, or of one type");
    }
  }

  private static boolean isNumber(Column column) {
    return column.kind() == ColumnKind.INTEGER || column.kind() == ColumnKind.DECIMAL;
  }

  private static void requireUnique(Reference reference, Table parent, List<Column> to) {
    Set<String> names = new HashSet<>(to.stream().map(Column::name).toList());
    boolean isUnique =
        names.equals(Set.copyOf(parent.primaryKey())) || to.stream().anyMatch(Column::unique);
    if (!isUnique) {
      throw new SettingsException(
          reference.to().get(0).at(),
          "several rows of table "
              + parent.name()
              + " could be meant: 'to' must be its primary key, or have a column with a unique"
              + " index of its own");
    }
  }

  private static boolean isSame(ForeignKey one, ForeignKey other) {
    return one.parent().equals(other.parent()) && one.childColumns().equals(other.childColumns());
  }

  /** The table with those that lead from it and to it. */
  Table in(Table table) {
    if (keys.isEmpty()) {
      return table;
    }
    return new Table(
        table.name(),
        table.columns(),
        table.primaryKey(),
        with(table.references(), keys.stream().filter(key -> key.child().equals(table.name()))),
        with(table.referencedBy(), keys.stream().filter(key -> key.parent().equals(table.name()))));
  }

  private static List<ForeignKey> with(List<ForeignKey> known, Stream<ForeignKey> more) {
    return Stream.concat(known.stream(), more).toList();
  }
}
