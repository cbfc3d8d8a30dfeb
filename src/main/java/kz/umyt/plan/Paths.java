package kz.umyt.plan;

import java.util.ArrayList;
import java.util.List;
import kz.umyt.settings.Located;
import kz.umyt.settings.SettingsException;
import kz.umyt.source.ForeignKey;
import kz.umyt.source.Table;
import kz.umyt.source.TableName;
import kz.umyt.source.jdbc.Database;

/** Finds the way from a target to a column named in a job, over the real foreign keys. */
final class Paths {

  /** A longer chain of foreign keys is a slip rather than a wish. */
  private static final int LONGEST = 5;

  private final Database database;
  private final Table target;

  Paths(Database database, Table target) {
    this.database = database;
    this.target = target;
  }

  /** A column of the target ({@code name}) or of a table that it points to ({@code table.name}). */
  ClockPath upward(Located<String> written) {
    int dot = written.value().lastIndexOf('.');
    if (dot < 0) {
      return new ClockPath.Own(target.column(written));
    }
    Table table = database.table(part(written, 0, dot));
    Located<String> column = part(written, dot + 1, written.value().length());
    if (table.name().equals(target.name())) {
      return new ClockPath.Own(target.column(column));
    }
    return new ClockPath.Parent(shortest(written, table.name()), table.column(column));
  }

  /** A column of a table whose rows point to the target ({@code table.name}). */
  ClockPath.Children downward(Located<String> written) {
    int dot = written.value().lastIndexOf('.');
    if (dot < 0) {
      throw new SettingsException(
          written.at(), "'latest' needs table.column, for example contracts.ended_on");
    }
    Table table = database.table(part(written, 0, dot));
    List<ForeignKey> keys =
        target.referencedBy().stream()
            .filter(key -> key.child().equals(table.name()) && key.part().isEmpty())
            .toList();
    if (keys.isEmpty()) {
      throw new SettingsException(
          written.at(),
          "no foreign key leads from table " + table.name() + " to table " + target.name());
    }
    if (keys.size() > 1) {
      throw ambiguous(written, table.name());
    }
    return new ClockPath.Children(
        keys.get(0), table.column(part(written, dot + 1, written.value().length())));
  }

  /** All chains grow by one key at a time, so the first that arrive are the shortest. */
  private List<ForeignKey> shortest(Located<String> written, TableName to) {
    List<List<ForeignKey>> chains = new ArrayList<>();
    chains.add(List.of());
    for (int length = 1; length <= LONGEST; length++) {
      List<List<ForeignKey>> longer = new ArrayList<>();
      for (List<ForeignKey> chain : chains) {
        Table end = chain.isEmpty() ? target : database.table(chain.get(chain.size() - 1).parent());
        for (ForeignKey key : end.references()) {
          // One of parts only leads from some rows, or to one of several.
          if (key.part().isEmpty()) {
            List<ForeignKey> grown = new ArrayList<>(chain);
            grown.add(key);
            longer.add(List.copyOf(grown));
          }
        }
      }
      List<List<ForeignKey>> arrived =
          longer.stream().filter(chain -> chain.get(chain.size() - 1).parent().equals(to)).toList();
      if (arrived.size() == 1) {
        return arrived.get(0);
      }
      if (arrived.size() > 1) {
        throw ambiguous(written, to);
      }
      chains = longer;
    }
    throw new SettingsException(
        written.at(), "no foreign key leads from table " + target.name() + " to table " + to);
  }

  private SettingsException ambiguous(Located<String> written, TableName table) {
    return new SettingsException(
        written.at(),
        "more than one foreign key leads between table "
            + target.name()
            + " and table "
            + table
            + "; this version cannot choose");
  }

  private static Located<String> part(Located<String> written, int from, int to) {
    return new Located<>(written.value().substring(from, to), written.at());
  }
}
