package kz.umyt.destroy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kz.umyt.plan.Cascaded;

/**
 * How many rows of other tables went along with those of one target, or lost a reference: lines of
 * the same journal under names of their own, so that the counts are whole over all restarts.
 */
final class CascadeJournal {

  private static final String ALONG = " > ";

  private final Journal journal;
  private final String target;
  private Map<Cascaded, Journal.Progress> reached;
  private Map<Cascaded, Journal.Progress> written = Map.of();

  private CascadeJournal(Journal journal, String target, Map<Cascaded, Journal.Progress> reached) {
    this.journal = journal;
    this.target = target;
    this.reached = reached;
  }

  /** Where nothing goes along. */
  static CascadeJournal empty(Journal journal, String target) {
    return new CascadeJournal(journal, target, Map.of());
  }

  /** Takes up what the run has written so far. */
  static CascadeJournal open(Journal journal, Connection connection, String target)
      throws SQLException {
    Map<Cascaded, Journal.Progress> reached = new LinkedHashMap<>();
    String before = target + ALONG;
    for (String name : journal.targets(connection)) {
      int action = name.lastIndexOf(' ');
      if (name.startsWith(before) && action > before.length()) {
        reached.put(
            new Cascaded(name.substring(before.length(), action), name.substring(action + 1), 0),
            journal.state(connection, name).lane(0));
      }
    }
    return new CascadeJournal(journal, target, reached);
  }

  /** Writes what went along in one chunk, in the transaction that is open on the connection. */
  void append(Connection connection, List<Cascaded> taken) throws SQLException {
    Map<Cascaded, Journal.Progress> next = new LinkedHashMap<>(reached);
    for (Cascaded one : taken) {
      if (one.records() > 0) {
        Cascaded what = one.counted(0);
        String name = target + ALONG + one.table() + " " + one.action();
        Journal.Progress before =
            Optional.ofNullable(reached.get(what)).orElse(Journal.Progress.none(0));
        next.put(
            what,
            journal.append(
                connection,
                before,
                new Journal.Chunk(
                    name,
                    "along:" + one.action(),
                    one.records(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty())));
      }
    }
    written = next;
  }

  /** The transaction of the last {@link #append} is committed. */
  void committed() {
    reached = written;
  }

  /** Everything so far, by table. */
  List<Cascaded> totals() {
    Map<String, Cascaded> totals = new TreeMap<>();
    reached.forEach(
        (what, progress) ->
            totals.put(what.table() + " " + what.action(), what.counted(progress.changed())));
    return new ArrayList<>(totals.values());
  }
}
