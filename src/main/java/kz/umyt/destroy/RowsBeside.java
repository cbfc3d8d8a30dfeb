package kz.umyt.destroy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.umyt.plan.BoundTable;
import kz.umyt.settings.Action;
import kz.umyt.source.ForeignKey;
import kz.umyt.source.SourceException;
import kz.umyt.source.Table;
import kz.umyt.source.TableName;
import kz.umyt.source.jdbc.Database;
import kz.umyt.source.jdbc.Session;

/**
 * Counts the rows that a foreign key would take or change together with a destroyed one, so that
 * one that went unasked is noticed.
 */
public final class RowsBeside {
  private RowsBeside() {}

  /**
   * What is counted.
   *
   * @param column of a foreign key that empties itself: then only rows in which it holds something
   *     are counted; absent where all rows are
   */
  public record Place(String source, TableName table, Optional<String> column) {}

  /** What stands beside a target, as far as foreign keys reach that act on their own. */
  public static Set<Place> of(BoundTable target) {
    Set<Place> places = new LinkedHashSet<>();
    if (target.spec().action() != Action.DESTROY) {
      return places;
    }
    Database database = target.database();
    Set<TableName> seen = new HashSet<>(Set.of(target.table().name()));
    Deque<Table> open = new ArrayDeque<>(List.of(target.table()));
    while (!open.isEmpty()) {
      for (ForeignKey key : open.remove().referencedBy()) {
        if (key.onDelete() == ForeignKey.OnDelete.RESTRICT
            || key.onDelete() == ForeignKey.OnDelete.NONE) {
          continue;
        }
        boolean isNew = seen.add(key.child());
        if (key.onDelete() != ForeignKey.OnDelete.CASCADE) {
          places.add(
              new Place(database.name(), key.child(), Optional.of(key.childColumns().get(0))));
        }
        if (isNew) {
          places.add(new Place(database.name(), key.child(), Optional.empty()));
          if (key.onDelete() == ForeignKey.OnDelete.CASCADE) {
            open.add(database.table(key.child()));
          }
        }
      }
    }
    return places;
  }

  /**
   * Counts, all as they are at one moment where the engine can show that.
   *
   * @return without those that could not be counted
   */
  public static Map<Place, Long> count(Database database, Set<Place> places) {
    Map<Place, Long> counts = new LinkedHashMap<>();
    if (places.isEmpty()) {
      return counts;
    }
    try (Session session = database.session()) {
      Connection connection = session.connection();
      connection.setTransactionIsolation(database.dialect().countingIsolation());
      connection.setAutoCommit(false);
      for (TableName table :
          places.stream().map(Place::table).collect(Collectors.toCollection(LinkedHashSet::new))) {
        List<Place> here = places.stream().filter(place -> place.table().equals(table)).toList();
        try {
          counts.putAll(count(session, database, table, here));
        } catch (SourceException refused) {
          // Such as a right that is missing: then the Act says that nobody knows.
          connection.rollback();
        }
      }
      connection.rollback();
      connection.setAutoCommit(true);
      return counts;
    } catch (SQLException failure) {
      throw database.failed("rows could not be counted", failure);
    }
  }

  private static Map<Place, Long> count(
      Session session, Database database, TableName table, List<Place> places) {
    String columns =
        places.stream()
            .map(place -> place.column().map(database.dialect()::quote).orElse("*"))
            .map(what -> "COUNT(" + what + ")")
            .collect(Collectors.joining(", "));
    return session.one(
        "SELECT " + columns + " FROM " + database.dialect().quote(table),
        row -> {
          Map<Place, Long> counts = new LinkedHashMap<>();
          for (int i = 0; i < places.size(); i++) {
            counts.put(places.get(i), row.number(i + 1));
          }
          return counts;
        });
  }
}
