package kz.umyt.plan;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.umyt.settings.Partitions;
import kz.umyt.settings.Target;
import kz.umyt.source.ColumnKind;
import kz.umyt.source.Table;
import kz.umyt.source.TableName;
import kz.umyt.source.jdbc.Database;

/**
 * A table target with everything that its job file names found in the real database.
 *
 * @param clocks where the clock of each rule is read
 * @param clockKind of the first of them
 * @param registers where registers name its rows, then records whose clock is read from them
 * @param reads tables and columns that the decision is read from, apart from the target's own rows
 * @param ties what has to be done with rows that point to those which go
 * @param readers clocks of other targets that are the latest over rows of this one
 */
public record BoundTable(
    Target.Table spec,
    List<BoundRule> rules,
    Database database,
    Table table,
    Conditions conditions,
    List<ClockPath> clocks,
    ColumnKind clockKind,
    Optional<ClockPath> subject,
    List<RegisterConditions> registers,
    List<Read> reads,
    Ties ties,
    List<KeptDays> readers)
    implements BoundTarget {

  /** A column of another table that this target's decision depends on. */
  record Read(TableName table, String column) {}

  /** The same target with its ties. */
  BoundTable with(Ties ties) {
    return with(ties, readers);
  }

  /** The same target with the clocks that are read from its rows. */
  BoundTable with(List<KeptDays> readers) {
    return with(ties, readers);
  }

  private BoundTable with(Ties ties, List<KeptDays> readers) {
    return new BoundTable(
        spec,
        rules,
        database,
        table,
        conditions,
        clocks,
        clockKind,
        subject,
        registers,
        reads,
        ties,
        readers);
  }

  /** The zone in which days begin and end. */
  public ZoneId zone() {
    return conditions.zone();
  }

  /** Source, table and rule. */
  @Override
  public String id() {
    return PlannedTarget.id(database.name(), table.name().toString(), rule().id());
  }

  /** Whether the days of another target's rows are kept for this one's clocks when they go. */
  boolean keepsDaysOf(BoundTable other) {
    return days().anyMatch(days -> days.areOf(other.table().name()));
  }

  private Stream<KeptDays> days() {
    return conditions.clocks().stream().flatMap(clock -> clock.kept().stream());
  }

  /**
   * The days of its clocks that are kept by those targets which destroy what they are read from.
   */
  List<KeptDays> daysKeptBy(BoundTable other) {
    return days().filter(days -> days.areOf(other.table().name())).distinct().toList();
  }

  /**
   * Statements that keep days of rows that go for the clocks that are read from them.
   *
   * @param run a run's name
   * @param which rows, due or not
   */
  public List<String> keepDays(String run, String which) {
    String going = which + " AND " + conditions.due();
    // Several rules may have one clock: its days are kept once.
    return readers.stream().map(days -> days.keep(run, going)).distinct().toList();
  }

  /** Whether days can be kept for its own clocks. */
  public boolean clocksHaveDays() {
    return days().findAny().isPresent();
  }

  /**
   * By a query for the keys of its rows that have days kept for their clocks, the statement that
   * forgets one's.
   */
  public Map<String, String> keptDays(String which) {
    return days()
        .collect(Collectors.toMap(days -> days.keys(which), KeptDays::forget, (one, same) -> one));
  }

  /** Whether the job gives leave to drop partitions whose rows are all due. */
  boolean mayDropPartitions() {
    return spec.partitions().filter(word -> word.value() == Partitions.DROP).isPresent();
  }

  /**
   * Whether partitions are dropped whose rows are all due. Not where other rows decide that: while
   * a partition is closed to writers, nobody keeps those from changing; nor where days of its rows
   * must be kept.
   */
  public boolean dropsPartitions() {
    return mayDropPartitions()
        && table.referencedBy().isEmpty()
        && !readsOtherRows()
        && readers.isEmpty();
  }

  /** Whether rows of the table point to other rows of it. */
  public boolean pointsToItself() {
    return table.referencedBy().stream().anyMatch(key -> key.child().equals(table.name()));
  }

  /** Whether it depends on other rows than the target's own whether one is due. */
  public boolean readsOtherRows() {
    return !reads.isEmpty()
        || conditions.readsOtherRows()
        || clocks.stream().anyMatch(BoundTable::asks);
  }

  private static boolean asks(ClockPath clock) {
    return clock instanceof ClockPath.Expression expression && SqlWords.asks(expression.sql());
  }

  /** Whether a person who wrote this name meant the table, or one whose rows may go along. */
  boolean concerns(String written) {
    return isNamed(written)
        || ties.taken().stream()
            .anyMatch(taken -> !TableName.meant(written, List.of(taken)).isEmpty());
  }

  /** Whether a person who wrote this name meant the table. */
  public boolean isNamed(String written) {
    return registers.get(0).isNamed(written);
  }

  /**
   * What its rows are known by in {@code umyt_done}: columns are anonymized once, whatever the
   * rule.
   */
  public String doneId() {
    return conditions.form().id();
  }
}
