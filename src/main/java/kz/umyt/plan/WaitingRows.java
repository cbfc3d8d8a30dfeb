package kz.umyt.plan;

import java.util.List;
import java.util.Optional;
import kz.umyt.source.jdbc.Session;

/** Counts due rows of a table that are left when a run has done all it could, and only wait. */
public final class WaitingRows {
  private WaitingRows() {}

  /** By why they wait. */
  public static List<Waiting> of(BoundTable table, ActiveRegisters registers) {
    Optional<WaitingSql.Query> query = new WaitingSql(table).query();
    if (query.isEmpty()) {
      return List.of();
    }
    try (Session session = table.database().session()) {
      RegisterTables.load(session, table, registers);
      table.ties().covered().forEach(other -> RegisterTables.load(session, other, registers));
      List<String> reasons = query.get().reasons();
      return session.list(
          query.get().sql(), row -> new Waiting(reasons.get((int) row.number(1)), row.number(2)));
    }
  }
}
