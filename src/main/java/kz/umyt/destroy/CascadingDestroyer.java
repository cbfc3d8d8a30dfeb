package kz.umyt.destroy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.umyt.plan.BoundTable;
import kz.umyt.plan.Cascaded;
import kz.umyt.plan.TieSql;
import kz.umyt.plan.Ties.Cascade;
import kz.umyt.source.Column;
import kz.umyt.source.ForeignKey;
import kz.umyt.source.Table;
import kz.umyt.source.jdbc.Dialect;

/**
 * Deletes rows together with what the job lets go along, and rows that point to each other in a
 * circle, in one transaction: the due rows are locked, then whatever would follow them, table by
 * table; only then it is decided which of them can go, so that nobody points to one meanwhile. What
 * follows goes first, by statements of its own, and nothing is left to the engine: so the counts
 * are exact.
 */
final class CascadingDestroyer implements RowChanger {

  private static final String STAYED = "23503";

  private final BoundTable target;
  private final Dialect dialect;
  private final TieSql ties;
  private final List<TieSql.Block> blocks;
  private final KeySql keys;
  private final OneByOne oneByOne;
  private final Waits waits;
  private final Map<Cascaded, Long> taken = new LinkedHashMap<>();

  CascadingDestroyer(BoundTable target) {
    this.target = target;
    this.dialect = target.database().dialect();
    this.ties = new TieSql(target);
    this.blocks = ties.blocks();
    this.keys = new KeySql(target);
    this.oneByOne = new OneByOne(target, keys);
    this.waits = new Waits(target);
  }

  @Override
  public int largestChunk() {
    return Math.min(5_000, target.database().dialect().mostRowsAtOnce());
  }

  @Override
  public List<Cascaded> taken() {
    return taken.entrySet().stream().map(one -> one.getKey().counted(one.getValue())).toList();
  }

  @Override
  public long change(Connection connection, KeyRange range, Failures failures) throws SQLException {
    taken.clear();
    return destroy(connection, keys.range(range), keys.parameters(range), failures);
  }

  @Override
  public long changeOneByOne(Connection connection, KeyRange range, Failures failures)
      throws SQLException {
    taken.clear();
    return oneByOne.run(
        connection,
        range,
        failures,
        key -> destroy(connection, keys.equal(), key.values(), failures) == 1);
  }

  private long destroy(
      Connection connection, String which, List<Object> parameters, Failures failures)
      throws SQLException {
    Values values = new Values(connection, dialect);
    Going locked = read(connection, which, parameters, "-1", new Failures());
    for (Cascade cascade : target.ties().cascades()) {
      lock(values, cascade, locked.referenced(cascade.key()));
    }
    Going going = circled(connection, read(connection, which, parameters, reason(), failures));
    Map<Cascaded, Long> gone = new LinkedHashMap<>();
    for (ForeignKey back : backs()) {
      values.change(
          update(target.table()) + emptied(back, "NULL") + " WHERE ",
          target.table().primaryKey(),
          going.keys(),
          "");
    }
    for (ForeignKey key : Circle.open(target)) {
      values.change(
          "UPDATE " + dialect.quote(key.child()) + " SET " + emptied(key, "NULL") + " WHERE ",
          key.childColumns(),
          going.referenced(key),
          "");
    }
    for (Cascade cascade : target.ties().cascades()) {
      take(values, cascade, going.referenced(cascade.key()), gone);
    }
    long destroyed =
        values.change(
            delete(target.table()),
            target.table().primaryKey(),
            going.keys(),
            andStillDue() + ties.andNothingFollows(target.table()));
    if (destroyed != going.keys().size()) {
      // All or nothing: what went along comes back with the rollback.
      throw new SQLException("a row stayed although what points to it went", STAYED);
    }
    gone.forEach((what, records) -> taken.merge(what, records, Long::sum));
    return destroyed;
  }

  /** Where the decision is read from other rows, some of these have just gone, under our locks. */
  private String andStillDue() {
    return target.readsOtherRows() ? "" : " AND " + target.conditions().due();
  }

  /** Those that no row of a circle keeps. */
  private Going circled(Connection connection, Going going) throws SQLException {
    if (target.ties().links().isEmpty() || going.rows.isEmpty()) {
      return going;
    }
    Set<List<Object>> kept = new Circle(target, connection).kept(going.rows);
    Map<List<Object>, Map<ForeignKey, List<Object>>> left = new LinkedHashMap<>(going.rows);
    left.keySet().removeAll(kept);
    return new Going(left);
  }

  /**
   * Due rows that can go.
   *
   * @param rows by their keys, what other rows point to each of them by
   */
  private record Going(Map<List<Object>, Map<ForeignKey, List<Object>>> rows) {
    Set<List<Object>> keys() {
      return rows.keySet();
    }

    Set<List<Object>> referenced(ForeignKey key) {
      return rows.values().stream()
          .flatMap(row -> Stream.ofNullable(row.get(key)))
          .collect(Collectors.toCollection(LinkedHashSet::new));
    }
  }

  /**
   * Locks the due rows.
   *
   * @param decision gives the number of what keeps a row, or less than 0
   * @return those that nothing keeps
   */
  private Going read(
      Connection connection,
      String which,
      List<Object> parameters,
      String decision,
      Failures failures)
      throws SQLException {
    List<ForeignKey> over = new ArrayList<>(Circle.into(target, target.table().name()));
    target.ties().cascades().forEach(cascade -> over.add(cascade.key()));
    List<String> pointedTo = over.stream().flatMap(key -> pointedTo(key, target.table())).toList();
    int columns = keys.size() + pointedTo.size();
    String sql =
        dialect.locking(
            keys.read()
                + pointedTo.stream().map(column -> ", " + column).collect(Collectors.joining())
                + ", "
                + decision,
            dialect.quote(target.table().name()),
            " WHERE " + which + " AND " + target.conditions().due());
    Map<List<Object>, Map<ForeignKey, List<Object>>> found = new LinkedHashMap<>();
    Map<List<Object>, String> asked = new LinkedHashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Parameters.set(statement, parameters);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          int reason = rows.getInt(columns + 1);
          if (reason < 0) {
            found.put(keys.key(rows).values(), pointedTo(rows, over));
          } else if (blocks.get(reason).asksRow()) {
            asked.put(keys.key(rows).values(), blocks.get(reason).reason());
          } else if (!blocks.get(reason).postpones()) {
            failures.add(blocks.get(reason).reason());
          }
        }
      }
    }
    for (Map.Entry<List<Object>, String> row : asked.entrySet()) {
      if (waits.count(connection, keys.equal(), row.getKey()) == 0) {
        failures.add(row.getValue());
      }
    }
    return new Going(found);
  }

  private Stream<String> pointedTo(ForeignKey key, Table parent) {
    String qualifier = dialect.quote(parent.name().name()) + ".";
    return key.parentColumns().stream()
        .map(
            column ->
                dialect.keyRead(
                    dialect.pointedTo(key, qualifier, column), parent.columnNamed(column)));
  }

  private static List<Column> parents(ForeignKey key, Table parent) {
    return key.parentColumns().stream().map(parent::columnNamed).toList();
  }

  private Map<ForeignKey, List<Object>> pointedTo(ResultSet rows, List<ForeignKey> over)
      throws SQLException {
    Map<ForeignKey, List<Object>> tuples = new HashMap<>();
    int next = keys.size() + 1;
    for (ForeignKey key : over) {
      List<Object> tuple = Values.tuple(dialect, rows, next, parents(key, target.table()));
      if (!tuple.isEmpty()) {
        tuples.put(key, tuple);
      }
      next += key.parentColumns().size();
    }
    return tuples;
  }

  /** The number of the first thing that keeps a row, or less than 0. */
  private String reason() {
    StringBuilder cases = new StringBuilder("CASE");
    for (int i = 0; i < blocks.size(); i++) {
      cases.append(" WHEN ").append(blocks.get(i).condition()).append(" THEN ").append(i);
    }
    return blocks.isEmpty() ? "-1" : cases + " ELSE -1 END";
  }

  private void lock(Values values, Cascade cascade, Set<List<Object>> pointedTo)
      throws SQLException {
    if (cascade.below().isEmpty()) {
      values.read("1", table(cascade), cascade.key().childColumns(), pointedTo, row -> {});
    }
    for (Cascade below : cascade.below()) {
      lock(values, below, locked(values, cascade, below, pointedTo));
    }
  }

  private Set<List<Object>> locked(
      Values values, Cascade cascade, Cascade below, Set<List<Object>> pointedTo)
      throws SQLException {
    return values.lock(
        pointedTo(below.key(), cascade.child()).toList(),
        parents(below.key(), cascade.child()),
        table(cascade),
        cascade.key().childColumns(),
        pointedTo);
  }

  private void take(
      Values values, Cascade cascade, Set<List<Object>> pointedTo, Map<Cascaded, Long> gone)
      throws SQLException {
    for (Cascade below : cascade.below()) {
      take(values, below, locked(values, cascade, below, pointedTo), gone);
    }
    String value = cascade.key().onDelete() == ForeignKey.OnDelete.SET_DEFAULT ? "DEFAULT" : "NULL";
    long records =
        cascade.empties()
            ? values.change(
                update(cascade.child()) + emptied(cascade.key(), value) + " WHERE ",
                cascade.key().childColumns(),
                pointedTo,
                "")
            : values.change(
                delete(cascade.child()),
                cascade.key().childColumns(),
                pointedTo,
                ties.andNothingFollows(cascade.child()));
    gone.merge(cascade.counted(0), records, Long::sum);
  }

  private List<ForeignKey> backs() {
    return target.ties().all().stream()
        .flatMap(cascade -> cascade.back().stream())
        .distinct()
        .toList();
  }

  private String emptied(ForeignKey key, String value) {
    return key.childColumns().stream()
        .map(column -> dialect.quote(column) + " = " + value)
        .collect(Collectors.joining(", "));
  }

  private String table(Cascade cascade) {
    return dialect.quote(cascade.child().name());
  }

  private String update(Table table) {
    return "UPDATE " + dialect.quote(table.name()) + " SET ";
  }

  private String delete(Table table) {
    return "DELETE FROM " + dialect.quote(table.name()) + " WHERE ";
  }
}
