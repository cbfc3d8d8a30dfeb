package kz.umyt.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.umyt.settings.ClockSpec;
import kz.umyt.settings.Job;
import kz.umyt.settings.Target;
import kz.umyt.source.ForeignKey;
import kz.umyt.source.Table;
import kz.umyt.source.TableName;
import kz.umyt.source.jdbc.Database;
import kz.umyt.source.jdbc.Dialect;
import kz.umyt.source.jdbc.Expressions.Truth;

/**
 * A record that is held or blocked keeps the rows its clock is read from: without them nobody could
 * ever tell again when its term began.
 *
 * @param key from the rows to the record
 * @param hold the record's hold condition
 * @param subject of the record
 */
record InheritedHold(
    ForeignKey key, Table record, Optional<String> hold, Optional<ClockPath> subject) {

  /** Those of every target whose clock is the latest over rows of another table. */
  static List<InheritedHold> of(List<Target.Table> targets, Database database) {
    List<InheritedHold> holds = new ArrayList<>();
    for (Target.Table target : targets) {
      for (ClockSpec clock : target.clocks()) {
        if (clock instanceof ClockSpec.Latest latest) {
          Table record = database.table(target.table());
          Paths paths = new Paths(database, record);
          holds.add(
              new InheritedHold(
                  paths.downward(latest.name()).key(),
                  record,
                  target.hold().map(hold -> hold.value()),
                  target.subject().map(paths::upward)));
        }
      }
    }
    return List.copyOf(holds);
  }

  boolean concerns(TableName rows) {
    return key.child().equals(rows);
  }

  /** Where registers name the record. */
  RegisterConditions registers(Dialect dialect, String suffix) {
    return new RegisterConditions(new RowPaths(dialect, record), subject, suffix);
  }

  /** True for a row whose record is held or blocked, or may be; absent where none can be. */
  Optional<String> sql(Dialect dialect, RegisterConditions named, Job.Registers registers) {
    List<String> reasons = new ArrayList<>();
    hold.ifPresent(condition -> reasons.add("NOT " + dialect.is(condition, Truth.FALSE)));
    if (registers.holds().isPresent()) {
      reasons.addAll(named.held());
    }
    if (registers.blocks().isPresent()) {
      named.blocked().ifPresent(reasons::add);
    }
    if (reasons.isEmpty()) {
      return Optional.empty();
    }
    List<String> joins = new ArrayList<>();
    for (int i = 0; i < key.childColumns().size(); i++) {
      joins.add(
          dialect.quote(key.parent().name())
              + "."
              + dialect.quote(key.parentColumns().get(i))
              + " = "
              + dialect.quote(key.child().name())
              + "."
              + dialect.quote(key.childColumns().get(i)));
    }
    return Optional.of(
        "EXISTS (SELECT 1 FROM "
            + dialect.quote(key.parent())
            + " WHERE "
            + String.join(" AND ", joins)
            + " AND ("
            + String.join(" OR ", reasons)
            + "))");
  }
}
