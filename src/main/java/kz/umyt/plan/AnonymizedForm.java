package kz.umyt.plan;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.umyt.ledger.Sha256;
import kz.umyt.source.Column;
import kz.umyt.source.Table;
import kz.umyt.source.TableName;

/**
 * Columns of a table that are anonymized together. Two targets of a table that change other columns
 * are two forms: what one has done to a row says nothing of the other's columns.
 *
 * @param id {@code schema.table(column,column)}, by which {@code umyt_done} knows its rows; a long
 *     list of columns stands there as its digest
 * @param columns in an order that no edit of a job changes
 */
public record AnonymizedForm(String id, List<Column> columns) {

  /** As many characters as {@code umyt_done} has for it. */
  private static final int LONGEST = 300;

  /** Characters that have a meaning in an id, and what stands for them in a name. */
  private static final List<String> MEANINGFUL = List.of("%", "%25", ",", "%2C", ")", "%29");

  static AnonymizedForm of(Table table, List<Column> changed) {
    List<Column> columns =
        changed.stream().distinct().sorted(Comparator.comparing(Column::name)).toList();
    String list = String.join(",", columns.stream().map(column -> written(column)).toList());
    String id = id(table.name(), list);
    return new AnonymizedForm(
        id.length() > LONGEST ? id(table.name(), "#" + Sha256.ofText(list)) : id, columns);
  }

  /**
   * The form that an id of {@code umyt_done} names; empty if it is another table's, or if the table
   * has not all of its columns any more.
   */
  static Optional<AnonymizedForm> read(String id, Table table) {
    String start = id(table.name(), "").substring(0, table.name().toString().length() + 1);
    if (!id.startsWith(start) || !id.endsWith(")")) {
      return Optional.empty();
    }
    String list = id.substring(start.length(), id.length() - 1);
    Set<String> names = new HashSet<>();
    int from = 0;
    for (int comma = list.indexOf(','); comma >= 0; comma = list.indexOf(',', from)) {
      names.add(list.substring(from, comma));
      from = comma + 1;
    }
    names.add(list.substring(from));
    List<Column> columns =
        table.columns().stream().filter(column -> names.contains(written(column))).toList();
    return columns.size() == names.size()
        ? Optional.of(of(table, columns)).filter(form -> form.id().equals(id))
        : Optional.empty();
  }

  /** Whether rows that have the other form need no change any more to have this one. */
  boolean isPartOf(AnonymizedForm other) {
    return other.columns().containsAll(columns);
  }

  /** Whether a row that gets this form has another one in a different way then. */
  boolean touches(AnonymizedForm other) {
    return !id.equals(other.id()) && columns.stream().anyMatch(other.columns()::contains);
  }

  private static String id(TableName table, String columns) {
    return table + "(" + columns + ")";
  }

  private static String written(Column column) {
    String name = column.name();
    for (int i = 0; i < MEANINGFUL.size(); i += 2) {
      name = name.replace(MEANINGFUL.get(i), MEANINGFUL.get(i + 1));
    }
    return name;
  }
}
