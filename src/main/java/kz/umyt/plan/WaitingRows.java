package kz.umyt.plan;

import java.util.List;
import java.util.Optional;
import kz.umyt.source.jdbc.Session;

/**
 * Due rows of a table that stay for now: before a run those that will only wait, and once it has
 * done all it could those that do.
 */
public final class WaitingRows {
  private WaitingRows() {}

  /** How many, by why they wait. */
  public static List<Waiting> of(BoundTable table, ActiveRegisters registers) {
    try (Session session = table.database().session()) {
      RegisterTables.load(session, table, registers);
      return of(table, registers, session);
    }
  }

  /**
   * The same in a session that holds the registers of the table itself: those of others are loaded.
   */
  static List<Waiting> of(BoundTable table, ActiveRegisters registers, Session session) {
    Optional<WaitingSql.Query> query = new WaitingSql(table).counts();
    if (query.isEmpty()) {
      return List.of();
    }
    loadOthers(table, registers, session);
    List<String> reasons = query.get().reasons();
    return session.list(
        query.get().sql(), row -> new Waiting(reasons.get((int) row.number(1)), row.number(2)));
  }

  /**
   * Why one row waits; absent where it does not.
   *
   * @param which a condition over the table, with the values of a key
   */
  static Optional<String> why(
      BoundTable table,
      String which,
      List<Object> key,
      ActiveRegisters registers,
      Session session) {
    Optional<WaitingSql.Query> query = new WaitingSql(table).rows(which);
    if (query.isEmpty()) {
      return Optional.empty();
    }
    loadOthers(table, registers, session);
    List<String> reasons = query.get().reasons();
    return session.find(query.get().sql(), key, row -> reasons.get((int) row.number(1)));
  }

  /**
   * A query that gives a line for each row under a condition that waits; absent where none ever
   * does. It asks what {@link RegisterTables#loadForChanges} loads.
   */
  public static Optional<String> among(BoundTable table, String which) {
    return new WaitingSql(table).rows(which).map(WaitingSql.Query::sql);
  }

  /** Loads the registers of the tables whose rows may be waited for. */
  static void loadOthers(BoundTable table, ActiveRegisters registers, Session session) {
    table.ties().covered().forEach(other -> RegisterTables.load(session, other, registers));
  }
}
