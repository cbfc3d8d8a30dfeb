package kz.umyt.plan;

import java.util.List;
import java.util.Optional;
import kz.umyt.settings.Action;
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
    return fill(table, registers, session)
        .map(
            filled ->
                session.list(
                    filled.counts(),
                    row -> new Waiting(filled.reasons().get((int) row.number(1)), row.number(2))))
        .orElse(List.of());
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
    return fill(table, registers, session)
        .flatMap(
            filled ->
                session.find(
                    filled.rows(which), key, row -> filled.reasons().get((int) row.number(1))));
  }

  /**
   * A query that gives a line for each row under a condition that waits, in a session over which
   * {@link RegisterTables#loadForChanges} went.
   */
  public static String among(BoundTable table, String which) {
    return "SELECT 1" + WaitingTables.waiting(table, which);
  }

  /** Rows that are anonymized stay where they are, and wait for nobody. */
  static Optional<WaitingTables.Filled> fill(
      BoundTable table, ActiveRegisters registers, Session session) {
    if (table.spec().action() != Action.DESTROY) {
      return Optional.empty();
    }
    table.ties().covered().forEach(other -> RegisterTables.load(session, other, registers));
    return WaitingTables.fill(table, session);
  }
}
