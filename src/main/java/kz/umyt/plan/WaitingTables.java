package kz.umyt.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.umyt.source.Column;
import kz.umyt.source.ColumnKind;
import kz.umyt.source.ForeignKey;
import kz.umyt.source.Table;
import kz.umyt.source.TableName;
import kz.umyt.source.jdbc.Dialect;
import kz.umyt.source.jdbc.Session;

/**
 * Finds due rows that only wait, as opposed to those that a run destroys, or that are left for
 * good: what keeps a row that waits is held, or is not due, or is due and waits itself. Rows that
 * nothing but due rows keep do not wait, since none of them would ever go.
 *
 * <p>They are gathered in temporary tables of the session, one for each table of the job whose rows
 * may keep rows of the target: first those that rows keep which are not due, then those that these
 * keep, and so on, until there are no more. So the work grows with the rows, however far they lead
 * and however many keys there are, with or without an index.
 */
final class WaitingTables {

  private final BoundTable target;
  private final Session session;
  private final Dialect dialect;
  private final List<WaitingTable> tables;
  private final List<String> reasons = new ArrayList<>();

  private WaitingTables(BoundTable target, Session session) {
    this.target = target;
    this.session = session;
    this.dialect = target.database().dialect();
    this.tables = tables(target);
  }

  private static List<WaitingTable> tables(BoundTable target) {
    Map<TableName, List<BoundTable>> owners = new LinkedHashMap<>();
    owners.computeIfAbsent(target.table().name(), name -> new ArrayList<>()).add(target);
    target
        .ties()
        .covered()
        .forEach(
            other ->
                owners.computeIfAbsent(other.table().name(), name -> new ArrayList<>()).add(other));
    List<WaitingTable> tables = new ArrayList<>();
    owners.forEach(
        (name, all) -> {
          Table table = all.get(0).table();
          List<ForeignKey> out =
              Stream.concat(
                      owners.values().stream()
                          .flatMap(parents -> parents.get(0).table().referencedBy().stream()),
                      target.ties().all().stream().flatMap(cascade -> cascade.keepers().stream()))
                  .filter(key -> key.child().equals(name))
                  .distinct()
                  .toList();
          tables.add(new WaitingTable(tables.size(), table, all, out));
        });
    return tables;
  }

  /**
   * Fills the tables; the registers of the target and of all others that it covers are loaded.
   *
   * @return what is known then; absent where no row can ever wait
   */
  static Optional<Filled> fill(BoundTable target, Session session) {
    WaitingTables tables = new WaitingTables(target, session);
    boolean mayWait =
        tables.tables.stream().anyMatch(table -> !table.out().isEmpty())
            || tables.blocks().stream().anyMatch(block -> block.lasting() != NEVER);
    if (target.table().primaryKey().isEmpty() || !mayWait) {
      return Optional.empty();
    }
    tables.create();
    tables.gather();
    return Optional.of(new Filled(target, List.copyOf(tables.reasons)));
  }

  private static final TieSql.Lasting NEVER = TieSql.Lasting.FOR_GOOD;

  private List<TieSql.Block> blocks() {
    return new TieSql(target).blocks();
  }

  private void create() {
    for (WaitingTable table : tables) {
      if (table.table().primaryKey().isEmpty()) {
        continue;
      }
      for (String name : List.of(table.waiting(), table.found())) {
        session.execute(dialect.dropTemporaryTable(name(name)));
        session.execute(
            dialect.temporaryTable(
                name(name),
                select(table, "0", "0")
                    + " FROM "
                    + dialect.quote(table.table().name())
                    + " WHERE 1 = 0"),
            "a temporary table for rows that wait could not be made");
      }
      Column first = table.table().columnNamed(table.table().primaryKey().get(0));
      dialect
          .indexTemporaryTable(
              name(table.waiting()), "k0", first.kind() == ColumnKind.TEXT ? first.length() : 0)
          .forEach(session::execute);
    }
  }

  private String name(String table) {
    return dialect.temporaryName(table);
  }

  /** What is noted of a row. */
  private String select(WaitingTable table, String reason, String round) {
    List<String> columns = new ArrayList<>();
    List<String> names = table.all();
    List<String> sources = new ArrayList<>(table.table().primaryKey());
    table.out().forEach(key -> sources.addAll(key.childColumns()));
    for (int i = 0; i < names.size(); i++) {
      columns.add(dialect.quote(sources.get(i)) + " AS " + names.get(i));
    }
    columns.add(reason + " AS umyt_r");
    columns.add(round + " AS umyt_n");
    return "SELECT " + String.join(", ", columns);
  }

  private void gather() {
    int round = 0;
    for (WaitingTable table : tables) {
      for (WaitingTable child : tables) {
        for (ForeignKey key : between(child, table)) {
          add(table, reason(key), round, keptBy(table, key, notDue(child, key, numbered(key))));
        }
      }
    }
    for (TieSql.Block block : blocks()) {
      if (block.lasting() == TieSql.Lasting.WHILE_HELD) {
        add(tables.get(0), block.reason(), round, block.condition());
      }
    }
    blocksBy(this::notDueRows, round);
    boolean grows = true;
    while (grows) {
      grows = climb(++round);
      if (!grows) {
        grows = blocksBy(this::waitingRows, round) > 0;
      }
    }
  }

  /** What rows keep that were found in the round before. */
  private boolean climb(int round) {
    long found = 0;
    for (WaitingTable table : tables) {
      for (WaitingTable child : tables) {
        if (child.table().primaryKey().isEmpty()) {
          continue;
        }
        for (ForeignKey key : between(child, table)) {
          found +=
              add(
                  table,
                  reason(key),
                  round,
                  keptBy(
                      table,
                      key,
                      waiting(child, key, numbered(key)) + " WHERE umyt_n = " + (round - 1)));
        }
      }
    }
    return found > 0;
  }

  private List<ForeignKey> between(WaitingTable child, WaitingTable parent) {
    return child.out().stream()
        .filter(key -> key.parent().equals(parent.table().name()))
        .filter(key -> parent.number() > 0 || !target.ties().gives(key))
        .toList();
  }

  private static String reason(ForeignKey key) {
    return "rows of " + key.child() + " still point to it";
  }

  /** Rows that would go along keep the row for as long as others keep them. */
  private long blocksBy(TieSql.Pointing pointing, int round) {
    long found = 0;
    for (TieSql.Block block : new TieSql(target).blocks(pointing)) {
      if (block.lasting() == TieSql.Lasting.UNTIL_THEIRS_GO) {
        found += add(tables.get(0), block.reason(), round, block.condition());
      }
    }
    return found;
  }

  private String notDueRows(ForeignKey key) {
    return rows(key, child -> notDue(child, key, quoted(key.childColumns())));
  }

  private String waitingRows(ForeignKey key) {
    return rows(
        key,
        child -> {
          List<String> names = quoted(key.childColumns());
          return child.out().contains(key) && !child.table().primaryKey().isEmpty()
              ? waiting(child, key, names)
              : notDue(child, key, names) + " AND 1 = 0";
        });
  }

  private String rows(ForeignKey key, Function<WaitingTable, String> select) {
    return tables.stream()
        .filter(child -> child.table().name().equals(key.child()))
        .findFirst()
        .map(child -> "(" + select.apply(child) + ") umyt_k")
        .orElseGet(() -> dialect.quote(key.child()) + " umyt_k");
  }

  /** For one column in a form that every engine answers without a look at each row for each row. */
  private String keptBy(WaitingTable parent, ForeignKey key, String from) {
    String qualifier = dialect.quote(parent.table().name().name()) + ".";
    List<String> columns =
        key.parentColumns().stream()
            .map(column -> dialect.pointedTo(key, qualifier, column))
            .toList();
    if (columns.size() == 1) {
      return columns.get(0) + " IN (SELECT c0 FROM (" + from + ") umyt_k)";
    }
    return "EXISTS (SELECT 1 FROM ("
        + from
        + ") umyt_k WHERE "
        + IntStream.range(0, columns.size())
            .mapToObj(i -> columns.get(i) + " = umyt_k.c" + i)
            .collect(Collectors.joining(" AND "))
        + ")";
  }

  private static List<String> numbered(ForeignKey key) {
    return IntStream.range(0, key.childColumns().size()).mapToObj(i -> "c" + i).toList();
  }

  private String waiting(WaitingTable table, ForeignKey key, List<String> names) {
    List<String> columns = table.pointing(key);
    return "SELECT " + as(columns, names) + " FROM " + name(table.waiting());
  }

  private static String as(List<String> columns, List<String> names) {
    return IntStream.range(0, columns.size())
        .mapToObj(i -> columns.get(i) + " AS " + names.get(i))
        .collect(Collectors.joining(", "));
  }

  private List<String> quoted(List<String> columns) {
    return columns.stream().map(dialect::quote).toList();
  }

  /** Also where the condition is neither true nor false, as for a clock that is empty. */
  private String notDue(WaitingTable table, ForeignKey key, List<String> names) {
    return "SELECT "
        + as(quoted(key.childColumns()), names)
        + " FROM "
        + dialect.quote(table.table().name())
        + " WHERE CASE WHEN "
        + due(table)
        + " THEN 1 ELSE 0 END = 0";
  }

  /** Due by whichever target; what waits for a person to confirm its term rightly stays. */
  private static String due(WaitingTable table) {
    List<String> due =
        table.owners().stream()
            .filter(BoundTable::confirmed)
            .map(owner -> owner.conditions().due())
            .toList();
    if (due.size() == 1) {
      return due.get(0);
    }
    return due.isEmpty() ? "1 = 0" : "(" + String.join(" OR ", due) + ")";
  }

  /** Notes due rows under a condition that are not noted yet, each once. */
  private long add(WaitingTable table, String reason, int round, String condition) {
    if (table.table().primaryKey().isEmpty()) {
      return 0;
    }
    if (!reasons.contains(reason)) {
      reasons.add(reason);
    }
    String found = name(table.found());
    String waiting = name(table.waiting());
    String columns = String.join(", ", table.all()) + ", umyt_r, umyt_n";
    session.execute(
        "INSERT INTO "
            + found
            + " ("
            + columns
            + ") "
            + select(table, String.valueOf(reasons.indexOf(reason)), String.valueOf(round))
            + " FROM "
            + dialect.quote(table.table().name())
            + " WHERE "
            + due(table)
            + " AND "
            + condition);
    session.execute(
        "DELETE FROM "
            + found
            + " WHERE EXISTS (SELECT 1 FROM "
            + waiting
            + " WHERE "
            + table.keys().stream()
                .map(key -> waiting + "." + key + " = " + found + "." + key)
                .collect(Collectors.joining(" AND "))
            + ")");
    long rows = session.number("SELECT COUNT(*) FROM " + found);
    if (rows > 0) {
      session.execute(
          "INSERT INTO " + waiting + " (" + columns + ") SELECT " + columns + " FROM " + found);
      session.execute("DELETE FROM " + found);
    }
    return rows;
  }

  /**
   * Tables that are filled, for as long as the session lasts.
   *
   * @param reasons why rows wait, by number
   */
  record Filled(BoundTable target, List<String> reasons) {

    /**
     * A query for the reason of each due row under a condition that waits, and that nothing keeps
     * for good.
     */
    String rows(String which) {
      return "SELECT umyt_r" + waiting(target, which);
    }

    /** A query for how many rows wait for each reason. */
    String counts() {
      return "SELECT umyt_r, COUNT(*)"
          + waiting(target, "1 = 1")
          + " GROUP BY umyt_r ORDER BY umyt_r";
    }
  }

  /** What follows the columns of a query. */
  static String waiting(BoundTable target, String which) {
    Dialect dialect = target.database().dialect();
    List<String> keys = target.table().primaryKey();
    return " FROM (SELECT "
        + IntStream.range(0, keys.size())
            .mapToObj(i -> dialect.quote(keys.get(i)) + " AS umyt_k" + i)
            .collect(Collectors.joining(", "))
        + " FROM "
        + dialect.quote(target.table().name())
        + " WHERE "
        + which
        + " AND "
        + target.conditions().due()
        + new TieSql(target)
            .blocks().stream()
                .filter(block -> block.lasting() == NEVER)
                .map(block -> " AND NOT " + block.condition())
                .collect(Collectors.joining())
        + ") umyt_p, "
        + dialect.temporaryName("umyt_w0")
        + " umyt_v WHERE "
        + IntStream.range(0, keys.size())
            .mapToObj(i -> "umyt_v.k" + i + " = umyt_p.umyt_k" + i)
            .collect(Collectors.joining(" AND "));
  }
}
