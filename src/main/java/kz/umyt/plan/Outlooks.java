package kz.umyt.plan;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import kz.umyt.policy.Standing;
import kz.umyt.settings.Action;
import kz.umyt.source.ForeignKey;
import kz.umyt.source.SideEffects;
import kz.umyt.source.SourceException;
import kz.umyt.source.TableName;
import kz.umyt.source.csv.CsvReader;
import kz.umyt.source.csv.CsvRow;
import kz.umyt.source.jdbc.Dialect;
import kz.umyt.source.jdbc.PartitionDrop;
import kz.umyt.source.jdbc.Session;

/** Looks at what lies around the targets of a plan, and ahead of it. Changes nothing. */
final class Outlooks {

  private static final int SOON = 30;
  private static final int LATER = 90;

  private final List<BoundTable> tables;
  private final LiveRegisters registers;
  private final DoneRows doneRows;
  private final LocalDate asOf;
  private final Function<PlannedTarget, Optional<Duration>> estimates;

  /**
   * A view over the targets of one job.
   *
   * @param estimates how long the work on a target would take, where somebody knows
   */
  Outlooks(
      List<BoundTable> tables,
      LiveRegisters registers,
      DoneRows doneRows,
      LocalDate asOf,
      Function<PlannedTarget, Optional<Duration>> estimates) {
    this.tables = tables;
    this.registers = registers;
    this.doneRows = doneRows;
    this.asOf = asOf;
    this.estimates = estimates;
  }

  private record Ahead(long soon, long later) {}

  Outlook of(BoundTarget target, PlannedTarget planned) {
    Optional<Duration> estimate = planned.free() == 0 ? Optional.empty() : estimates.apply(planned);
    if (target instanceof BoundFiles files) {
      Ahead ahead = ahead(files);
      return new Outlook(
          Optional.empty(),
          more(ahead.soon, planned),
          more(ahead.later, planned),
          estimate,
          List.of(),
          List.of(),
          List.of());
    }
    BoundTable table = (BoundTable) target;
    Ahead ahead = ahead(table);
    SideEffects effects = TieEffects.of(table);
    return new Outlook(
        Optional.of(table.conditions().due()),
        more(ahead.soon, planned),
        more(ahead.later, planned),
        estimate,
        dependents(table, effects),
        triggers(table, effects),
        effects.materializedViews().stream().map(TableName::toString).toList(),
        partitions(table));
  }

  private List<String> partitions(BoundTable target) {
    if (!target.dropsPartitions() || !target.confirmed()) {
      return List.of();
    }
    PartitionDrop partitions = target.database().dialect().partitionDrop().orElseThrow();
    PartitionSql sql = new PartitionSql(target, partitions);
    try (Session session = target.database().session()) {
      RegisterTables.load(session, target, registers.current());
      return session.droppable(partitions, target.table().name()).stream()
          .filter(partition -> session.number(sql.anyThatStays(partition)) == 0)
          .filter(
              partition ->
                  session.one(
                      sql.rowsAndDue(partition),
                      row -> row.number(1) > 0 && row.number(1) == row.number(2)))
          .map(TableName::toString)
          .toList();
    }
  }

  private static long more(long due, PlannedTarget planned) {
    return Math.max(0, due - planned.due());
  }

  private Ahead ahead(BoundTable target) {
    try (Session session = target.database().session()) {
      RegisterTables.load(session, target, registers.current());
      return session.one(
          TableCounter.counts(target, List.of(due(target, SOON), due(target, LATER))),
          row -> new Ahead(row.number(1), row.number(2)));
    }
  }

  private String due(BoundTable target, int days) {
    return target.conditions().on(asOf.plusDays(days)).due();
  }

  private Ahead ahead(BoundFiles target) {
    long soon = 0;
    long later = 0;
    for (BoundFiles.BoundFile file : target.files()) {
      DoneRows.InFile done = doneRows.in(target, file);
      try (RowDecision inSoon = decision(target, file, SOON);
          RowDecision inLater = decision(target, file, LATER);
          CsvReader reader = CsvReader.open(file.file(), file.format())) {
        for (CsvRow row : reader) {
          if (!done.contains(row)) {
            soon += inSoon.decide(row) == Standing.DUE ? 1 : 0;
            later += inLater.decide(row) == Standing.DUE ? 1 : 0;
          }
        }
      } catch (SourceException unread) {
        // The count of the target tells of it.
      }
    }
    return new Ahead(soon, later);
  }

  private RowDecision decision(BoundFiles target, BoundFiles.BoundFile file, int days) {
    return new RowDecision(target.on(asOf.plusDays(days)), file, registers.current());
  }

  private List<Outlook.Dependent> dependents(BoundTable target, SideEffects effects) {
    if (target.spec().action() != Action.DESTROY) {
      return List.of();
    }
    List<Outlook.Dependent> dependents = new ArrayList<>();
    for (ForeignKey key : TieEffects.keys(target)) {
      boolean leave = target.ties().gives(key);
      dependents.add(
          new Outlook.Dependent(
              key.child().toString(),
              key.name(),
              key.onDelete().name().toLowerCase(Locale.ROOT).replace('_', ' '),
              leave || TableCounter.isCovered(key, tables),
              effects.unindexed().contains(key)
                  ? Optional.of(index(key, target.database().dialect()))
                  : Optional.empty(),
              leave));
    }
    return dependents;
  }

  private static String index(ForeignKey key, Dialect dialect) {
    return "CREATE INDEX "
        + dialect.quote(indexName(key))
        + " ON "
        + dialect.quote(key.child())
        + " ("
        + String.join(", ", key.childColumns().stream().map(dialect::quote).toList())
        + ")";
  }

  /** Short enough for every engine. */
  private static String indexName(ForeignKey key) {
    String name = key.child().name() + "_" + String.join("_", key.childColumns());
    String shorter = name.length() > 50 ? name.substring(0, 50) : name;
    return shorter + "_idx";
  }

  private static List<Outlook.Trigger> triggers(BoundTable target, SideEffects effects) {
    String event = target.spec().action() == Action.DESTROY ? "DELETE" : "UPDATE";
    return effects.triggersOn(event).stream()
        .map(trigger -> new Outlook.Trigger(trigger, event))
        .toList();
  }
}
