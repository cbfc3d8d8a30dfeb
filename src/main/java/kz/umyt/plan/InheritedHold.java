package kz.umyt.plan;

import java.util.ArrayList;
import java.util.List;
import kz.umyt.settings.ClockSpec;
import kz.umyt.settings.Target;
import kz.umyt.source.ForeignKey;
import kz.umyt.source.TableName;
import kz.umyt.source.jdbc.Database;
import kz.umyt.source.jdbc.Dialect;

/**
 * A record that is held keeps the rows its clock is read from: without them nobody could ever tell
 * again when its term began.
 *
 * @param key from the rows to the record
 * @param hold the record's hold condition
 */
record InheritedHold(ForeignKey key, String hold) {

  /** The holds of every target whose clock is the latest over rows of another table. */
  static List<InheritedHold> of(List<Target.Table> targets, Database database) {
    List<InheritedHold> holds = new ArrayList<>();
    for (Target.Table target : targets) {
      if (target.hold().isEmpty()) {
        continue;
      }
      for (ClockSpec clock : target.clocks()) {
        if (clock instanceof ClockSpec.Latest latest) {
          ForeignKey key =
              new Paths(database, database.table(target.table())).downward(latest.name()).key();
          holds.add(new InheritedHold(key, target.hold().get().value()));
        }
      }
    }
    return List.copyOf(holds);
  }

  boolean concerns(TableName rows) {
    return key.child().equals(rows);
  }

  /** True for a row whose record is held, or may be. */
  String sql(Dialect dialect) {
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
    return "EXISTS (SELECT 1 FROM "
        + dialect.quote(key.parent())
        + " WHERE "
        + String.join(" AND ", joins)
        + " AND ((\n"
        + hold
        + "\n) IS NOT FALSE))";
  }
}
