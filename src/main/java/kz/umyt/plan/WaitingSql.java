package kz.umyt.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.umyt.source.ForeignKey;
import kz.umyt.source.Table;
import kz.umyt.source.TableName;
import kz.umyt.source.jdbc.Dialect;

/**
 * Tells due rows that only wait from those that a run destroys, or that are left for good: what
 * keeps a row that waits is held, or is not due, or is due and waits itself. Rows that nothing but
 * due rows keep do not wait, since none of them would ever go.
 */
final class WaitingSql {

  /** So far up from a row that is not due it is looked; who stands above does not wait. */
  private static final int HIGHEST = 6;

  /** Parts of the condition: beyond them, rows do not wait. */
  private static final int MOST_PARTS = 40;

  private final BoundTable target;
  private final Dialect dialect;
  private int parts;

  WaitingSql(BoundTable target) {
    this.target = target;
    this.dialect = target.database().dialect();
  }

  /**
   * Which wait, and why.
   *
   * @param sql gives numbers in {@code reasons}
   */
  record Query(List<String> reasons, String sql) {}

  /** How many wait for each reason; empty where nothing could be waited for. */
  Optional<Query> counts() {
    return rows("1 = 1")
        .map(
            rows ->
                new Query(
                    rows.reasons(),
                    "SELECT umyt_w, COUNT(*) FROM ("
                        + rows.sql()
                        + ") umyt_r GROUP BY umyt_w ORDER BY umyt_w"));
  }

  /**
   * The reason of each that waits; empty where nothing could be waited for.
   *
   * @param among a condition over the rows that are asked about
   */
  Optional<Query> rows(String among) {
    List<TieSql.Block> blocks = new TieSql(target).blocks();
    List<TieSql.Block> held =
        blocks.stream().filter(block -> block.lasting() == TieSql.Lasting.WHILE_HELD).toList();
    List<ForeignKey> keys =
        into(target.table()).stream().filter(key -> !target.ties().gives(key)).toList();
    if (held.isEmpty() && keys.isEmpty()) {
      return Optional.empty();
    }
    List<String> reasons = new ArrayList<>(held.stream().map(TieSql.Block::reason).toList());
    StringBuilder which = new StringBuilder("CASE WHEN umyt_p.umyt_h >= 0 THEN umyt_p.umyt_h");
    for (ForeignKey key : keys) {
      which
          .append(" WHEN ")
          .append(keeps(key, "umyt_p", HIGHEST))
          .append(" THEN ")
          .append(reasons.size());
      reasons.add("rows of " + key.child() + " still point to it");
    }
    return Optional.of(
        new Query(
            List.copyOf(reasons),
            "SELECT umyt_w FROM (SELECT "
                + which
                + " ELSE -1 END AS umyt_w FROM ("
                + left(among, keys, held, blocks)
                + ") umyt_p) umyt_q WHERE umyt_w >= 0"));
  }

  /** Due rows that nothing keeps for good. */
  private String left(
      String among, List<ForeignKey> keys, List<TieSql.Block> held, List<TieSql.Block> blocks) {
    List<String> columns =
        new ArrayList<>(parentColumns(keys).stream().map(dialect::quote).toList());
    StringBuilder which = new StringBuilder("CASE");
    for (int i = 0; i < held.size(); i++) {
      which.append(" WHEN ").append(held.get(i).condition()).append(" THEN ").append(i);
    }
    columns.add((held.isEmpty() ? "-1" : which + " ELSE -1 END") + " AS umyt_h");
    return "SELECT "
        + String.join(", ", columns)
        + " FROM "
        + dialect.quote(target.table().name())
        + " WHERE "
        + among
        + " AND "
        + target.conditions().due()
        + blocks.stream()
            .filter(block -> !block.postpones() && !block.circles())
            .map(block -> " AND NOT " + block.condition())
            .collect(Collectors.joining());
  }

  /** A row points to the outer one that is not due, or waits itself. */
  private String keeps(ForeignKey key, String outer, int height) {
    Table child = table(key.child());
    String notDue = exists(key, outer, List.of(), notDue(key.child()), inner -> "");
    List<ForeignKey> further = into(child);
    if (height == 0 || further.isEmpty() || parts > MOST_PARTS) {
      return notDue;
    }
    String waits =
        exists(
            key,
            outer,
            further,
            due(key.child()),
            inner ->
                further.stream()
                    .map(next -> keeps(next, inner, height - 1))
                    .collect(Collectors.joining(" OR ", " AND (", ")")));
    return "(" + notDue + " OR " + waits + ")";
  }

  /** What is asked of a row besides. */
  @FunctionalInterface
  private interface Besides {
    String of(String inner);
  }

  private String exists(
      ForeignKey key, String outer, List<ForeignKey> further, String which, Besides besides) {
    String inner = "umyt_k" + parts++;
    Set<String> columns = new LinkedHashSet<>(key.childColumns());
    columns.addAll(parentColumns(further));
    String joins =
        IntStream.range(0, key.childColumns().size())
            .mapToObj(
                i ->
                    inner
                        + "."
                        + dialect.quote(key.childColumns().get(i))
                        + " = "
                        + outer
                        + "."
                        + dialect.quote(key.parentColumns().get(i)))
            .collect(Collectors.joining(" AND "));
    // Counted, since PostgreSQL plans each EXISTS in two ways, and so each one within it in four.
    return "(SELECT COUNT(*) FROM (SELECT "
        + columns.stream().map(dialect::quote).collect(Collectors.joining(", "))
        + " FROM "
        + dialect.quote(key.child())
        + " WHERE "
        + which
        + ") "
        + inner
        + " WHERE "
        + joins
        + besides.of(inner)
        + ") > 0";
  }

  private static Set<String> parentColumns(List<ForeignKey> keys) {
    return keys.stream()
        .flatMap(key -> key.parentColumns().stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Foreign keys to a table from tables whose rows the job destroys in their own time. */
  private List<ForeignKey> into(Table table) {
    return table.referencedBy().stream().filter(key -> !owners(key.child()).isEmpty()).toList();
  }

  private Table table(TableName name) {
    return owners(name).get(0).table();
  }

  /** Due by whichever target; what waits for a person to confirm its term rightly stays. */
  private String due(TableName name) {
    List<String> due =
        owners(name).stream()
            .filter(BoundTable::confirmed)
            .map(owner -> owner.conditions().due())
            .toList();
    return due.isEmpty() ? "1 = 0" : String.join(" OR ", due);
  }

  /** Also where the condition is neither true nor false, as for a clock that is empty. */
  private String notDue(TableName name) {
    return "CASE WHEN " + due(name) + " THEN 1 ELSE 0 END = 0";
  }

  private List<BoundTable> owners(TableName name) {
    List<BoundTable> owners = new ArrayList<>();
    if (target.table().name().equals(name)) {
      owners.add(target);
    }
    target.ties().covered().stream()
        .filter(guest -> guest.table().name().equals(name))
        .forEach(owners::add);
    return owners;
  }
}
