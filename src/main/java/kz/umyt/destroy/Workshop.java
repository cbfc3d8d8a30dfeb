package kz.umyt.destroy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import kz.umyt.anonymize.ColumnShape;
import kz.umyt.anonymize.Operators;
import kz.umyt.anonymize.ValueOperator;
import kz.umyt.plan.BoundFiles;
import kz.umyt.plan.BoundTable;
import kz.umyt.plan.BoundTarget;
import kz.umyt.plan.LiveRegisters;
import kz.umyt.settings.Action;
import kz.umyt.settings.Job;
import kz.umyt.settings.Target;
import kz.umyt.source.Column;

/** Sets up the work on each target of one run. */
public final class Workshop {

  private static final int MANY = 5_000;

  private final String run;
  private final LiveRegisters registers;
  private final Operators operators;
  private final FileJournal files;
  private final AnonymizedRows anonymizedRows;
  private final Job.Throttle throttle;
  private final Clock clock;
  private final LongSupplier nanos;
  private final BooleanSupplier isStopped;

  /**
   * Brings together what every target needs.
   *
   * @param isStopped whether the run shall stop; asked within large files
   * @param nanos a running counter of nanoseconds, to learn how long chunks take
   */
  public Workshop(
      String run,
      LiveRegisters registers,
      Operators operators,
      FileJournal files,
      AnonymizedRows anonymizedRows,
      Job.Throttle throttle,
      Clock clock,
      LongSupplier nanos,
      BooleanSupplier isStopped) {
    this.run = run;
    this.registers = registers;
    this.operators = operators;
    this.files = files;
    this.anonymizedRows = anonymizedRows;
    this.throttle = throttle;
    this.clock = clock;
    this.nanos = nanos;
    this.isStopped = isStopped;
  }

  /**
   * Makes sure that every operator suits its column, before anything is touched.
   *
   * @throws kz.umyt.settings.SettingsException at the first that does not
   */
  public static void check(List<BoundTarget> targets, Operators operators) {
    for (BoundTarget target : targets) {
      if (target instanceof BoundTable table) {
        changes(table, operators);
        Trial.of(table, operators);
      } else if (target instanceof BoundFiles bound) {
        cellOperators(bound, operators);
      }
    }
  }

  /**
   * Opens the work on one target.
   *
   * @param due records, as planned
   */
  public TargetWork open(BoundTarget target, long due) {
    if (target instanceof BoundFiles bound) {
      FileTask.Tools tools =
          new FileTask.Tools(
              registers, cellOperators(bound, operators), files, anonymizedRows, isStopped);
      return new FileWork(bound, tools, run, throttle.connections());
    }
    BoundTable table = (BoundTable) target;
    return TableWork.open(
        table,
        registers,
        new Journal(table.database(), run, clock),
        () -> changer(table),
        throttle.chunkTime(),
        connections(table, due),
        nanos);
  }

  private RowChanger changer(BoundTable table) {
    if (table.spec().action() != Action.DESTROY) {
      return new RowAnonymizer(table, changes(table, operators), run);
    }
    RowChanger rows =
        table.ties().areNone() ? new RowDestroyer(table) : new CascadingDestroyer(table);
    if (table.clocksHaveDays()) {
      rows = new DayForgetter(table, rows);
    }
    return table.readers().isEmpty() ? rows : new DayKeeper(table, rows, run);
  }

  /** One is enough for few rows, and for rows that must go in their order or with others. */
  private int connections(BoundTable table, long due) {
    return due < MANY || table.pointsToItself() || !table.ties().areNone()
        ? 1
        : Math.min(throttle.connections(), table.database().dialect().mostWriters());
  }

  private static List<RowAnonymizer.ColumnChange> changes(BoundTable table, Operators operators) {
    List<RowAnonymizer.ColumnChange> changes = new ArrayList<>();
    for (Target.ColumnRule rule : table.spec().columns()) {
      Column column = table.table().column(rule.column());
      changes.add(new RowAnonymizer.ColumnChange(column, operators.create(rule, shape(column))));
    }
    return changes;
  }

  static ColumnShape shape(Column column) {
    ColumnShape.Kind kind =
        switch (column.kind()) {
          case TEXT -> ColumnShape.Kind.TEXT;
          case INTEGER -> ColumnShape.Kind.INTEGER;
          case DECIMAL -> ColumnShape.Kind.DECIMAL;
          case DATE -> ColumnShape.Kind.DATE;
          case TIMESTAMP -> ColumnShape.Kind.TIMESTAMP;
          case INSTANT -> ColumnShape.Kind.TIMESTAMP_WITH_ZONE;
          case OTHER ->
              column
                  .document()
                  .map(
                      document ->
                          document == Column.Document.JSON
                              ? ColumnShape.Kind.JSON
                              : ColumnShape.Kind.XML)
                  .orElse(ColumnShape.Kind.OTHER);
        };
    return new ColumnShape(kind, column.length(), column.nullable(), column.unique());
  }

  private static List<ValueOperator> cellOperators(BoundFiles bound, Operators operators) {
    ColumnShape cell = new ColumnShape(ColumnShape.Kind.TEXT, 0, false, false);
    return bound.spec().columns().stream().map(rule -> operators.create(rule, cell)).toList();
  }
}
