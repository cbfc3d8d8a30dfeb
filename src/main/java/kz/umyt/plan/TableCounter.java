package kz.umyt.plan;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.umyt.policy.Fact;
import kz.umyt.policy.Standing;
import kz.umyt.settings.Action;
import kz.umyt.settings.Target;
import kz.umyt.source.ForeignKey;
import kz.umyt.source.TableName;
import kz.umyt.source.jdbc.Dialect;
import kz.umyt.source.jdbc.QueryRow;
import kz.umyt.source.jdbc.Session;
import org.jspecify.annotations.Nullable;

/** Counts where the rows of one table stand, in one pass over it. */
final class TableCounter {

  private final ZoneId zone;
  private final List<BoundTable> all;

  /**
   * A counter for the tables of one job.
   *
   * @param all tells which child tables some target takes care of
   */
  TableCounter(ZoneId zone, List<BoundTable> all) {
    this.zone = zone;
    this.all = all;
  }

  /**
   * Rows of which the same is true.
   *
   * @param isDone they were anonymized before
   * @param oldest of their clocks, for rows that are due by the first rule
   */
  private record Group(
      Set<Fact> facts,
      boolean isDone,
      boolean isOverdue,
      long rows,
      @Nullable LocalDate oldest,
      @Nullable LocalDate newest) {}

  /**
   * Counts.
   *
   * @param recordsAreHeld whether the register of holds names rows of the table
   */
  PlannedTarget count(BoundTable target, Session session, boolean recordsAreHeld) {
    List<FactColumn> facts = target.conditions().facts();
    List<Group> groups = session.list(sql(target, facts), row -> read(row, target, facts));
    Map<Standing, Long> standings = new EnumMap<>(Standing.class);
    long done = 0;
    long overdue = 0;
    List<LocalDate> days = new ArrayList<>();
    for (Group group : groups) {
      if (group.isDone) {
        done += group.rows;
        continue;
      }
      Standing standing = standing(group, target);
      standings.merge(standing, group.rows, Long::sum);
      if (standing == Standing.DUE) {
        overdue += group.isOverdue ? group.rows : 0;
        Stream.of(group.oldest, group.newest).filter(Objects::nonNull).forEach(days::add);
      }
    }
    List<String> unread = unread(target, session);
    return new PlannedTarget(
        target.database().name(),
        target.database().system(),
        target.database().product(),
        target.table().name().toString(),
        target.rule().id(),
        target.rule().clause(),
        target.rule().clockText(),
        target.rule().termText(),
        target.spec().action().word(),
        target.rule().due().cutoff(),
        new StandingCounts(standings, overdue, List.of(), unread),
        done,
        days.stream().min(Comparator.naturalOrder()),
        days.stream().max(Comparator.naturalOrder()),
        target.confirmed(),
        PlannedTarget.PlannedRule.of(target.rules()),
        entities(target.spec()),
        columns(target.spec()),
        remarks(target, unread, recordsAreHeld ? strayHolds(target, session) : 0),
        cascades(target, session));
  }

  private static List<Cascaded> cascades(BoundTable target, Session session) {
    List<Cascaded> cascades = new ArrayList<>();
    new TieSql(target)
        .counts()
        .forEach((counted, sql) -> cascades.add(counted.counted(session.number(sql))));
    return List.copyOf(cascades);
  }

  private static Standing standing(Group group, BoundTable target) {
    try {
      return target.conditions().standing(group.facts);
    } catch (IllegalStateException nowhere) {
      // Rows that stand nowhere, or in two places, would be rows decided wrongly.
      throw new RefusedException(
          target.spec().at()
              + ": "
              + group.rows
              + " row(s) of table "
              + target.table().name()
              + " stand nowhere or in two places; nothing was touched. Please report this: it is an"
              + " error in umyt");
    }
  }

  /** Holds of rows that are not there: a key that is misspelt holds nothing. */
  private static long strayHolds(BoundTable target, Session session) {
    return session.number(
        "SELECT COUNT(*) FROM "
            + target.registers().get(0).heldRecords()
            + " umyt_r WHERE NOT EXISTS (SELECT 1 FROM "
            + target.database().dialect().quote(target.table().name())
            + " WHERE "
            + target.registers().get(0).isHeldRecord()
            + ")");
  }

  private static String sql(BoundTable target, List<FactColumn> facts) {
    Conditions conditions = target.conditions();
    List<String> groups = new ArrayList<>(facts.stream().map(FactColumn::sql).toList());
    groups.add(oneIf(conditions.done()));
    groups.add(oneIf(conditions.overdue(target.rules().stream().map(BoundRule::missed).toList())));
    List<String> names = IntStream.range(0, groups.size()).mapToObj(i -> "umyt_f" + i).toList();
    List<String> named = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      named.add(groups.get(i) + " AS " + names.get(i));
    }
    Dialect dialect = target.database().dialect();
    String table = dialect.quote(target.table().name());
    if (dialect.groupsByName()) {
      return grouped(named, clock(conditions), table, names);
    }
    // Neither groups nor aggregates may ask other tables themselves.
    named.add(clock(conditions) + " AS umyt_clock");
    String rows = "(SELECT " + String.join(",\n  ", named) + "\nFROM " + table + ") umyt_w";
    return grouped(names, "umyt_clock", rows, names);
  }

  private static String grouped(
      List<String> groups, String clock, String from, List<String> names) {
    return "SELECT "
        + String.join(",\n  ", groups)
        + ",\n  COUNT(*),\n  MIN("
        + clock
        + "),\n  MAX("
        + clock
        + ")\nFROM "
        + from
        + "\nGROUP BY "
        + String.join(", ", names);
  }

  private static String oneIf(String condition) {
    return "CASE WHEN " + condition + " THEN 1 ELSE 0 END";
  }

  private static String clock(Conditions conditions) {
    return "CASE WHEN " + conditions.overByFirst() + " THEN " + conditions.clockValue() + " END";
  }

  static String sum(String condition) {
    return "SUM(" + oneIf(condition) + ")";
  }

  /** A query for how many rows of a target meet each of some conditions. */
  static String counts(BoundTable target, List<String> conditions) {
    Dialect dialect = target.database().dialect();
    String table = dialect.quote(target.table().name());
    if (dialect.groupsByName()) {
      return "SELECT "
          + String.join(", ", conditions.stream().map(TableCounter::sum).toList())
          + " FROM "
          + table;
    }
    List<String> sums = new ArrayList<>();
    List<String> named = new ArrayList<>();
    for (int i = 0; i < conditions.size(); i++) {
      sums.add("SUM(umyt_f" + i + ")");
      named.add(oneIf(conditions.get(i)) + " AS umyt_f" + i);
    }
    return "SELECT "
        + String.join(", ", sums)
        + " FROM (SELECT "
        + String.join(", ", named)
        + " FROM "
        + table
        + ") umyt_w";
  }

  private Group read(QueryRow row, BoundTable target, List<FactColumn> columns) {
    Set<Fact> facts = new HashSet<>();
    int column = 0;
    for (FactColumn one : columns) {
      int which = (int) row.number(++column);
      if (which > 0) {
        facts.add(one.facts().get(which - 1));
      }
    }
    return new Group(
        Set.copyOf(facts),
        row.number(++column) == 1,
        row.number(++column) == 1,
        row.number(++column),
        row.day(++column, target.clockKind(), zone),
        row.day(++column, target.clockKind(), zone));
  }

  static List<String> entities(Target spec) {
    List<String> entities = new ArrayList<>();
    spec.entities().forEach(entity -> entities.add(entity.value()));
    spec.columns().stream()
        .flatMap(rule -> rule.entity().stream())
        .map(entity -> entity.value())
        .filter(entity -> !entities.contains(entity))
        .forEach(entities::add);
    return List.copyOf(entities);
  }

  static List<PlannedTarget.PlannedColumn> columns(Target spec) {
    return spec.columns().stream()
        .map(
            rule ->
                new PlannedTarget.PlannedColumn(
                    rule.column().value(),
                    rule.entity().map(entity -> entity.value()),
                    rule.operator().word() + (rule.detected() ? " (detected)" : "")))
        .toList();
  }

  private static String whyInRows(BoundTable target) {
    if (target.readsOtherRows()) {
      return "rows of other tables decide when they are due";
    }
    return target.table().referencedBy().isEmpty()
        ? "clocks of other tables are read from them"
        : "foreign keys point to the table";
  }

  private List<String> remarks(BoundTable target, List<String> unread, long strayHolds) {
    List<String> remarks = new ArrayList<>(unconfirmed(target));
    unread.forEach(why -> remarks.add("not read: " + why));
    if (strayHolds > 0) {
      remarks.add(
          strayHolds
              + " line(s) of the register of holds name rows by keys that the table does not have;"
              + " look for a slip in them");
    }
    remarks.addAll(target.ties().remarks());
    if (target.mayDropPartitions() && !target.dropsPartitions()) {
      remarks.add(
          "partitions: drop: no partition is dropped, and rows go as in any table, because "
              + whyInRows(target));
    }
    if (target.spec().action() == Action.DESTROY) {
      target.table().referencedBy().stream()
          .filter(key -> !isCovered(key, all) && !target.ties().gives(key))
          .forEach(
              key ->
                  remarks.add(
                      String.format(
                          Locale.ROOT,
                          "table %s points here (foreign key %s) and no target destroys its rows:"
                              + " due rows that it still points to cannot be destroyed and will be"
                              + " counted as failed",
                          key.child(),
                          key.name())));
    }
    return List.copyOf(remarks);
  }

  /** Rows that are not shown, where one of them would change what is decided. */
  private static List<String> unread(BoundTable target, Session session) {
    return Stream.of(
            Stream.of(target.table().name()),
            target.reads().stream().map(BoundTable.Read::table),
            target.spec().action() == Action.DESTROY
                ? TieEffects.keys(target).stream().map(ForeignKey::child)
                : Stream.<TableName>of())
        .flatMap(tables -> tables)
        .distinct()
        .filter(session::hidesRows)
        .map(
            table ->
                "rows of table "
                    + table
                    + " that row level security hides from this database user; run it as one with"
                    + " BYPASSRLS")
        .toList();
  }

  /** What somebody must write before anything is done to a target. */
  static List<String> unconfirmed(BoundTarget target) {
    return target.rules().stream().flatMap(rule -> rule.unconfirmed().stream()).toList();
  }

  /** Whether some target destroys the rows of the table that a foreign key belongs to. */
  static boolean isCovered(ForeignKey key, List<BoundTable> targets) {
    return targets.stream()
        .anyMatch(
            target ->
                target.table().name().equals(key.child())
                    && target.spec().action() == Action.DESTROY);
  }
}
