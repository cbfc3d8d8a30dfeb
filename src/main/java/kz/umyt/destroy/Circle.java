package kz.umyt.destroy;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.umyt.plan.BoundTable;
import kz.umyt.plan.TieSql;
import kz.umyt.plan.Ties.Link;
import kz.umyt.source.Column;
import kz.umyt.source.ForeignKey;
import kz.umyt.source.Table;
import kz.umyt.source.TableName;
import kz.umyt.source.jdbc.Dialect;

/**
 * Rows that point to each other, over tables that point to each other in a circle. One that is due
 * can go if everything that points to it can: then those rows let go of it, and go themselves, now
 * or when it is their table's turn. A row that is not due keeps all that it leads to.
 */
final class Circle {

  /** Of one chunk; what is farther away waits for rows before it to go. */
  private static final int MOST = 20_000;

  private final BoundTable target;
  private final Dialect dialect;
  private final TieSql ties;
  private final Values values;
  private final Map<Id, Node> nodes = new HashMap<>();

  Circle(BoundTable target, Connection connection) {
    this.target = target;
    this.dialect = target.database().dialect();
    this.ties = new TieSql(target);
    this.values = new Values(connection, dialect);
  }

  private record Id(TableName table, List<Object> key) {}

  private static final class Node {
    private final Map<ForeignKey, List<Object>> referenced;
    private final List<Node> leadsTo = new ArrayList<>();
    private boolean goes;

    Node(Map<ForeignKey, List<Object>> referenced, boolean goes) {
      this.referenced = referenced;
      this.goes = goes;
    }
  }

  /** Keys over which rows of a table are pointed to. */
  static List<ForeignKey> into(BoundTable target, TableName table) {
    return target.ties().links().stream()
        .map(Link::key)
        .filter(key -> key.parent().equals(table))
        .toList();
  }

  /** Those of them that rows can let go of. */
  static List<ForeignKey> open(BoundTable target) {
    return target.ties().links().stream()
        .filter(Link::open)
        .map(Link::key)
        .filter(key -> key.parent().equals(target.table().name()))
        .toList();
  }

  /**
   * Locks whatever leads to some rows of the target that can go, apart from the circle.
   *
   * @param rows by their keys, what may point to each of them
   * @return keys of those that something keeps
   */
  Set<List<Object>> kept(Map<List<Object>, Map<ForeignKey, List<Object>>> rows)
      throws SQLException {
    Map<TableName, List<Node>> frontier = new HashMap<>();
    Map<List<Object>, Node> own = new HashMap<>();
    rows.forEach(
        (key, referenced) -> {
          Node node = new Node(referenced, true);
          nodes.put(new Id(target.table().name(), plain(key)), node);
          own.put(key, node);
        });
    frontier.put(target.table().name(), new ArrayList<>(own.values()));
    while (!frontier.isEmpty()) {
      Map<TableName, List<Node>> next = new HashMap<>();
      for (Map.Entry<TableName, List<Node>> reached : frontier.entrySet()) {
        for (Link link : target.ties().links()) {
          if (link.key().parent().equals(reached.getKey())) {
            List<Node> found = pointing(link, reached.getValue());
            if (!found.isEmpty()) {
              next.computeIfAbsent(link.key().child(), table -> new ArrayList<>()).addAll(found);
            }
          }
        }
      }
      frontier = next;
    }
    spread();
    Set<List<Object>> kept = new LinkedHashSet<>();
    own.forEach(
        (key, node) -> {
          if (!node.goes) {
            kept.add(key);
          }
        });
    return kept;
  }

  /** Rows that are met for the first time, and could go. */
  private List<Node> pointing(Link link, List<Node> parents) throws SQLException {
    ForeignKey key = link.key();
    Map<List<Object>, List<Node>> byValue = new HashMap<>();
    Set<List<Object>> asked = new LinkedHashSet<>();
    for (Node parent : parents) {
      Optional.ofNullable(parent.referenced.get(key))
          .ifPresent(
              tuple -> {
                asked.add(tuple);
                byValue.computeIfAbsent(plain(tuple), same -> new ArrayList<>()).add(parent);
              });
    }
    Table child = link.rows();
    List<ForeignKey> into = into(target, child.name());
    List<Column> pointing = key.childColumns().stream().map(child::columnNamed).toList();
    List<Column> columns = new ArrayList<>(pointing);
    into.forEach(other -> columns.addAll(pointedTo(other, child)));
    String read =
        Stream.concat(
                    new KeyColumns(dialect, child).read().stream(),
                    columns.stream().map(this::read))
                .collect(Collectors.joining(", "))
            + ", CASE WHEN "
            + ties.free(link)
            + " THEN 1 ELSE 0 END";
    List<Node> found = new ArrayList<>();
    values.read(
        read,
        dialect.quote(child.name()),
        key.childColumns(),
        asked,
        rows -> {
          int size = child.primaryKey().size();
          Node node = node(child, key, into, rows, found);
          List<Node> leadsTo = byValue.get(plain(Values.tuple(dialect, rows, size + 1, pointing)));
          // Equal for the engine, and not for us: rather keep all than let a wrong row go.
          node.leadsTo.addAll(leadsTo == null ? parents : leadsTo);
          if (!link.open() && key.parent().equals(target.table().name())) {
            // These went before, where they could, and cannot let go.
            node.leadsTo.forEach(parent -> parent.goes = false);
          }
        });
    return found;
  }

  private static List<Column> pointedTo(ForeignKey key, Table parent) {
    return key.parentColumns().stream().map(parent::columnNamed).toList();
  }

  private String read(Column column) {
    return dialect.keyRead(dialect.quote(column.name()), column);
  }

  private Node node(
      Table child, ForeignKey key, List<ForeignKey> into, ResultSet rows, List<Node> found)
      throws SQLException {
    int size = child.primaryKey().size();
    Id id = new Id(child.name(), plain(new KeyColumns(dialect, child).values(rows)));
    Node known = nodes.get(id);
    if (known != null) {
      return known;
    }
    int next = size + key.childColumns().size() + 1;
    Map<ForeignKey, List<Object>> referenced = new HashMap<>();
    for (ForeignKey other : into) {
      List<Object> tuple = Values.tuple(dialect, rows, next, pointedTo(other, child));
      if (!tuple.isEmpty()) {
        referenced.put(other, tuple);
      }
      next += other.parentColumns().size();
    }
    Node node = new Node(referenced, rows.getInt(next) == 1 && nodes.size() < MOST);
    nodes.put(id, node);
    if (node.goes) {
      found.add(node);
    }
    return node;
  }

  /** Whatever stays keeps what it leads to. */
  private void spread() {
    Deque<Node> stay = new ArrayDeque<>(nodes.values().stream().filter(n -> !n.goes).toList());
    while (!stay.isEmpty()) {
      for (Node kept : stay.pop().leadsTo) {
        if (kept.goes) {
          kept.goes = false;
          stay.add(kept);
        }
      }
    }
  }

  /** Numbers of one value are equal, whatever the type of their column. */
  private static List<Object> plain(List<Object> tuple) {
    return tuple.stream()
        .map(
            value ->
                value instanceof Number number
                    ? new BigDecimal(number.toString()).stripTrailingZeros()
                    : value)
        .toList();
  }
}
