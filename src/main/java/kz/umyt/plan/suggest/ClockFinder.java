package kz.umyt.plan.suggest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.umyt.discover.Inventory.Kind;
import kz.umyt.discover.Inventory.TableInventory;
import kz.umyt.plan.suggest.ClockCandidate.Read;
import kz.umyt.settings.Clock;

/**
 * Finds what may be the clock of a table or file: date columns of its own, of tables that it points
 * to, and of tables that point to it. Never somebody's birth.
 */
final class ClockFinder {

  /** A foreign key on the way makes a clock this much less likely to be meant. */
  private static final double PER_KEY = 0.85;

  private static final double OVER_CHILDREN = 0.6;

  /** A date of a stranger's row whose name says nothing is no clock. */
  private static final double SAYS_SOMETHING = 0.4;

  /** Entities whose columns may be clocks; a date of any other kind is a person's own. */
  private static final Set<String> OF_EVENTS = Set.of("ACCESS_TIME", "CALL_RECORD", "ACTIVITY");

  private final Map<String, TableInventory> tables;
  private final KeyPaths paths;
  private final WrittenNames names;

  /**
   * A finder for one source.
   *
   * @param tables by name
   */
  ClockFinder(Map<String, TableInventory> tables, KeyPaths paths, WrittenNames names) {
    this.tables = Map.copyOf(tables);
    this.paths = paths;
    this.names = names;
  }

  /** Candidates in no particular order. */
  List<ClockCandidate> of(TableInventory table, Kind kind) {
    List<ClockCandidate> found = new ArrayList<>();
    for (ColumnFacts column : dated(table, kind)) {
      written(column, kind)
          .ifPresent(
              name ->
                  candidates(
                      found,
                      new SuggestedClock(name, false, column.dateFormat()),
                      column,
                      table,
                      new From(1, "", Optional.empty())));
    }
    if (kind == Kind.JDBC) {
      for (KeyPaths.Way way : paths.from(table)) {
        addParents(found, way);
      }
      paths.childrenOf(table).forEach(child -> addChildren(found, child));
    }
    return List.copyOf(found);
  }

  /** Columns of a database whose dates are texts, which no plan reads. */
  static List<String> datesAsText(TableInventory table, Kind kind) {
    return kind == Kind.CSV
        ? List.of()
        : ColumnFacts.of(table, kind).stream()
            .filter(column -> !column.isDate() && column.isMostlyDates())
            .filter(ClockFinder::mayBeClock)
            .map(ColumnFacts::name)
            .toList();
  }

  /** Where a candidate stands as seen from the target. */
  private record From(double likelihood, String how, Optional<Read> read) {}

  private void addParents(List<ClockCandidate> found, KeyPaths.Way way) {
    TableInventory parent = tables.get(way.end());
    if (parent == null) {
      return;
    }
    for (ColumnFacts column : dated(parent, Kind.JDBC)) {
      names
          .of(parent.name(), column.name())
          .ifPresent(
              name ->
                  candidates(
                      found,
                      new SuggestedClock(name, false, Optional.empty()),
                      column,
                      parent,
                      new From(
                          Math.pow(PER_KEY, way.length()),
                          " of the row that this one points to",
                          Optional.of(new Read(way.tables(), column.name())))));
    }
  }

  private void addChildren(List<ClockCandidate> found, TableInventory child) {
    for (ColumnFacts column : dated(child, Kind.JDBC)) {
      names
          .of(child.name(), column.name())
          .ifPresent(
              name ->
                  candidates(
                      found,
                      new SuggestedClock(name, true, Optional.empty()),
                      column,
                      child,
                      new From(
                          OVER_CHILDREN,
                          ", the latest of the rows that point here",
                          Optional.of(new Read(List.of(child.name()), column.name())))));
    }
  }

  private static List<ColumnFacts> dated(TableInventory table, Kind kind) {
    return ColumnFacts.of(table, kind).stream()
        .filter(kind == Kind.CSV ? ColumnFacts::isMostlyDates : ColumnFacts::isDate)
        .filter(ClockFinder::mayBeClock)
        .toList();
  }

  private static boolean mayBeClock(ColumnFacts column) {
    return column.entity().filter(entity -> !OF_EVENTS.contains(entity)).isEmpty();
  }

  private static Optional<String> written(ColumnFacts column, Kind kind) {
    return kind == Kind.CSV
        ? Optional.of(column.name()).filter(name -> column.hasName())
        : WrittenNames.own(column.name());
  }

  private static String ambiguous(ColumnFacts column, String other) {
    return "every date of "
        + column.name()
        + " can be read as "
        + column.dateFormat().orElse("")
        + " and as "
        + other
        + ", and they differ by months: ask who makes the file, and write the right format";
  }

  private static void candidates(
      List<ClockCandidate> found,
      SuggestedClock clock,
      ColumnFacts column,
      TableInventory table,
      From from) {
    for (Map.Entry<Clock, Double> event : ClockWords.events(column.name()).entrySet()) {
      if (from.read().isPresent() && event.getValue() < SAYS_SOMETHING) {
        continue;
      }
      Soundness soundness = Soundness.of(column, table, event.getKey());
      List<String> doubts = new ArrayList<>();
      if (event.getValue() < SAYS_SOMETHING) {
        doubts.add("the name of " + column.name() + " does not say what happened on that day");
      }
      doubts.addAll(soundness.doubts());
      found.add(
          new ClockCandidate(
              clock,
              event.getKey(),
              event.getValue() * from.likelihood() * soundness.share(),
              event.getKey().word() + " by its name" + from.how(),
              List.copyOf(doubts),
              column.otherDateFormat().map(other -> ambiguous(column, other)).stream().toList(),
              from.read()));
    }
  }
}
