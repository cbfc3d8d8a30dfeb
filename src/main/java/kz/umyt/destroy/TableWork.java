package kz.umyt.destroy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import kz.umyt.plan.ActiveRegisters;
import kz.umyt.plan.BoundTable;
import kz.umyt.plan.LiveRegisters;
import kz.umyt.plan.RegisterTables;
import kz.umyt.source.Column;
import kz.umyt.source.ColumnKind;
import kz.umyt.source.SourceException;
import kz.umyt.source.jdbc.Database;
import kz.umyt.source.jdbc.Session;

/**
 * Walks a table along its primary key. Each chunk is one transaction: the statement that changes
 * the due rows of a key range, and its evidence. After a crash the walk goes on where the journal
 * in the same database says; rows behind that point are found again by the last sweep if they are
 * still due.
 */
public final class TableWork implements TargetWork {

  /** After this many walks, rows that are still due are counted as remaining. */
  private static final int MOST_SWEEPS = 3;

  /** The same where rows of a table point to each other: each walk may free the next ones. */
  private static final int MOST_SWEEPS_UP = 50;

  private static final int MOST_TRIES = 6;

  private final BoundTable target;
  private final Database database;
  private final Session session;
  private final LiveRegisters registers;
  private final Journal journal;
  private final RowChanger changer;
  private final ChunkSize size;
  private final LongSupplier nanos;
  private final Failures failures = new Failures();
  private ActiveRegisters inForce;
  private Journal.Progress progress;
  private Optional<Key> reached;
  private int sweep = 1;
  private long changedBefore;

  private TableWork(
      BoundTable target,
      Session session,
      LiveRegisters registers,
      ActiveRegisters inForce,
      Journal journal,
      Journal.Progress progress,
      RowChanger changer,
      ChunkSize size,
      LongSupplier nanos) {
    this.target = target;
    this.database = target.database();
    this.session = session;
    this.registers = registers;
    this.inForce = inForce;
    this.journal = journal;
    this.progress = progress;
    this.changedBefore = progress.changed();
    this.reached = progress.reached().map(number -> new Key(List.of(number)));
    this.changer = changer;
    this.size = size;
    this.nanos = nanos;
  }

  /**
   * Opens a target for work.
   *
   * @param nanos a running counter of nanoseconds, to learn how long chunks take
   */
  static TableWork open(
      BoundTable target,
      LiveRegisters registers,
      Journal journal,
      RowChanger changer,
      Duration chunkTime,
      LongSupplier nanos) {
    Session session = target.database().session();
    try {
      target.database().dialect().prepareForChanges(session.connection());
      ActiveRegisters inForce = registers.current();
      RegisterTables.load(session, target, inForce);
      Journal.Progress progress = journal.progress(session.connection(), target.id());
      session.connection().setAutoCommit(false);
      return new TableWork(
          target,
          session,
          registers,
          inForce,
          journal,
          progress,
          changer,
          new ChunkSize(chunkTime, changer.largestChunk()),
          nanos);
    } catch (SQLException failure) {
      session.close();
      throw target.database().failed("cannot be prepared for changes", failure);
    } catch (RuntimeException failure) {
      session.close();
      throw failure;
    }
  }

  @Override
  public boolean advance() {
    loadChangedRegisters();
    boolean oneByOne = false;
    for (int tries = 1; ; tries++) {
      try {
        return chunk(oneByOne);
      } catch (SQLException failure) {
        rollback();
        boolean mayPass = database.dialect().isTransient(failure);
        if (!mayPass && (oneByOne || !database.dialect().isCausedByRow(failure))) {
          throw database.failed("table " + target.table().name() + " cannot be changed", failure);
        }
        if (tries > MOST_TRIES && oneByOne) {
          throw database.failed("table " + target.table().name() + " stays locked", failure);
        }
        // The values of some row, or a lock on it: close in on that row until it stands alone.
        oneByOne = size.isSmallest() && (!mayPass || tries >= MOST_TRIES);
        size.shrink();
        if (mayPass) {
          pause(50L << tries);
        }
      }
    }
  }

  /** Between two transactions: whoever was put on a register meanwhile is not reached any more. */
  private void loadChangedRegisters() {
    ActiveRegisters now = registers.current();
    if (!now.equals(inForce)) {
      RegisterTables.load(session, target, now);
      commit();
      inForce = now;
    }
  }

  private void commit() {
    try {
      session.connection().commit();
    } catch (SQLException failure) {
      throw database.failed("registers could not be loaded", failure);
    }
  }

  private boolean chunk(boolean oneByOne) throws SQLException {
    Connection connection = session.connection();
    long started = nanos.getAsLong();
    database.dialect().beginTransaction(connection);
    KeyRange range = new KeyRange(reached, upperEnd(connection));
    Failures inChunk = new Failures();
    long changed =
        oneByOne
            ? changer.changeOneByOne(connection, range, inChunk)
            : changer.change(connection, range, inChunk);
    Journal.Progress next = progress;
    if (changed > 0) {
      next =
          journal.append(
              connection,
              target.id(),
              target.spec().action().word(),
              progress,
              changed,
              written(range.after()),
              written(range.upTo()));
    }
    connection.commit();
    // Only now: a chunk that is rolled back and tried again meets the same rows again.
    failures.add(inChunk);
    progress = next;
    reached = range.upTo();
    size.took(nanos.getAsLong() - started);
    return reached.isPresent() || sweepAgain();
  }

  private Optional<Key> upperEnd(Connection connection) throws SQLException {
    KeySql keys = new KeySql(target);
    String sql =
        "SELECT "
            + keys.list()
            + " FROM "
            + database.dialect().quote(target.table().name())
            + (reached.isPresent() ? " WHERE " + keys.after() : "")
            + " ORDER BY "
            + keys.list()
            + " LIMIT 1 OFFSET "
            + (size.keys() - 1);
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Parameters.set(statement, reached.map(Key::values).orElse(List.of()));
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? Optional.of(Parameters.key(rows, keys.size())) : Optional.empty();
      }
    }
  }

  /**
   * A key may stand in the journal only where it says nothing about a person: a plain number that
   * is neither the subject nor among the columns to anonymize.
   */
  private Optional<Long> written(Optional<Key> key) {
    if (key.isEmpty() || key.get().values().size() != 1) {
      return Optional.empty();
    }
    Column column = target.table().columnNamed(target.table().primaryKey().get(0));
    boolean isSubject =
        target
            .spec()
            .subject()
            .map(subject -> subject.value().equalsIgnoreCase(column.name()))
            .orElse(false);
    return column.kind() == ColumnKind.INTEGER
            && !isSubject
            && key.get().values().get(0) instanceof Number number
        ? Optional.of(number.longValue())
        : Optional.empty();
  }

  /** Rows that became due behind the walk, or that a crash left behind, need another walk. */
  private boolean sweepAgain() throws SQLException {
    long remaining = remaining();
    boolean frees = target.pointsToItself() && progress.changed() > changedBefore;
    if (remaining == 0
        || (remaining <= failures.total() && !frees)
        || sweep == (target.pointsToItself() ? MOST_SWEEPS_UP : MOST_SWEEPS)) {
      return false;
    }
    sweep++;
    changedBefore = progress.changed();
    failures.clear();
    return true;
  }

  /** Due rows left, by a fresh query. */
  long remaining() throws SQLException {
    long count =
        session.number(
            "SELECT COUNT(*) FROM "
                + database.dialect().quote(target.table().name())
                + " WHERE "
                + target.conditions().due());
    session.connection().commit();
    return count;
  }

  @Override
  public Outcome outcome() {
    return new Outcome(
        progress.changed(), failures.byReason(), progress.chunks(), progress.digest());
  }

  @Override
  public void close() {
    rollback();
    try {
      session.connection().setAutoCommit(true);
    } catch (SQLException gone) {
      // The connection is not used again; the pool throws a broken one away.
    }
    session.close();
  }

  private void rollback() {
    try {
      session.connection().rollback();
    } catch (SQLException gone) {
      // A lost connection has rolled back by itself.
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new SourceException("interrupted while waiting for a lock");
    }
  }
}
