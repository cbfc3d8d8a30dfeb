package kz.umyt.plan;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kz.umyt.policy.Standing;
import kz.umyt.settings.Action;
import kz.umyt.settings.Target;
import kz.umyt.source.ForeignKey;
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

  private record Counts(
      long inScope,
      StandingCounts standings,
      long done,
      @Nullable LocalDate oldest,
      @Nullable LocalDate newest) {}

  /**
   * Counts.
   *
   * @param recordsAreHeld whether the register of holds names rows of the table
   */
  PlannedTarget count(BoundTable target, Session session, boolean recordsAreHeld) {
    Counts counts = session.one(sql(target), row -> read(row, target));
    long sum = counts.standings.inScope();
    if (sum != counts.inScope) {
      // Rows that stand nowhere, or in two places, would be rows decided wrongly.
      throw new RefusedException(
          target.spec().at()
              + ": the rows of table "
              + target.table().name()
              + " do not add up ("
              + counts.inScope
              + " in scope, "
              + sum
              + " decided); nothing was touched. Please report this: it is an error in umyt");
    }
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
        counts.standings,
        counts.done,
        Optional.ofNullable(counts.oldest),
        Optional.ofNullable(counts.newest),
        target.confirmed(),
        PlannedTarget.PlannedRule.of(target.rules()),
        entities(target.spec()),
        columns(target.spec()),
        remarks(target, recordsAreHeld ? strayHolds(target, session) : 0));
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

  private static String sql(BoundTable target) {
    Conditions conditions = target.conditions();
    List<String> columns = new ArrayList<>();
    columns.add(sum(conditions.inScope()));
    columns.add(sum(conditions.done()));
    columns.add(ofDue("MIN", conditions));
    columns.add(ofDue("MAX", conditions));
    columns.add(sum(conditions.overdue(target.rules().stream().map(BoundRule::missed).toList())));
    for (Standing standing : Standing.values()) {
      columns.add(sum(conditions.in(standing)));
    }
    return "SELECT "
        + String.join(",\n  ", columns)
        + "\nFROM "
        + target.database().dialect().quote(target.table().name());
  }

  static String sum(String condition) {
    return "SUM(CASE WHEN " + condition + " THEN 1 ELSE 0 END)";
  }

  private static String ofDue(String aggregate, Conditions conditions) {
    return aggregate
        + "(CASE WHEN "
        + conditions.dueByFirst()
        + " THEN "
        + conditions.clockValue()
        + " END)";
  }

  private Counts read(QueryRow row, BoundTable target) {
    Map<Standing, Long> standings = new EnumMap<>(Standing.class);
    int column = 5;
    for (Standing standing : Standing.values()) {
      standings.put(standing, row.number(++column));
    }
    return new Counts(
        row.number(1),
        new StandingCounts(standings, row.number(5)),
        row.number(2),
        row.day(3, target.clockKind(), zone),
        row.day(4, target.clockKind(), zone));
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

  private List<String> remarks(BoundTable target, long strayHolds) {
    List<String> remarks = new ArrayList<>(unconfirmed(target));
    if (strayHolds > 0) {
      remarks.add(
          strayHolds
              + " line(s) of the register of holds name rows by keys that the table does not have;"
              + " look for a slip in them");
    }
    if (target.spec().action() == Action.DESTROY) {
      target.table().referencedBy().stream()
          .filter(key -> !isCovered(key, all))
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
