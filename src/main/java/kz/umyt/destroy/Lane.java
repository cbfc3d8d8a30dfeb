package kz.umyt.destroy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import kz.umyt.plan.ActiveRegisters;
import kz.umyt.plan.BoundTable;
import kz.umyt.plan.Cascaded;
import kz.umyt.plan.DroppedPartition;
import kz.umyt.plan.RegisterTables;
import kz.umyt.source.Column;
import kz.umyt.source.ColumnKind;
import kz.umyt.source.LostConnectionException;
import kz.umyt.source.SourceException;
import kz.umyt.source.TableName;
import kz.umyt.source.jdbc.Database;
import kz.umyt.source.jdbc.Session;
import kz.umyt.source.jdbc.SqlFailure;

/**
 * One connection at work on a target. Each range is one transaction: the statement that changes its
 * due rows, and the evidence.
 */
final class Lane implements AutoCloseable {

  private static final int MOST_TRIES = 6;
  private static final int MOST_CONNECTS = 3;

  private final BoundTable target;
  private final Database database;
  private final int number;
  private final Journal journal;
  private final RowChanger changer;
  private final KeyRanges ranges;
  private final Duration lockWait;
  private final Optional<PartitionDropper> dropper;
  private final PartitionJournal dropped;
  private final Failures failures = new Failures();
  private ActiveRegisters inForce;
  private Session session;
  private Journal.Progress progress;
  private CascadeJournal cascades;

  /** Changes the due rows of a range; see {@link RowChanger}. */
  @FunctionalInterface
  private interface Change {
    long of(Connection connection, KeyRange range, Failures failures) throws SQLException;
  }

  /** Something to ask in a transaction of its own. */
  @FunctionalInterface
  interface Question<T> {
    T of(Connection connection) throws SQLException;
  }

  /**
   * Connects.
   *
   * @param number of the lane, from 0; in each attempt of a run, a lane goes on with its evidence
   * @param chunkTime how long a transaction may last
   * @param lockWait how long to wait for a lock of others
   */
  Lane(
      BoundTable target,
      int number,
      Journal journal,
      RowChanger changer,
      ActiveRegisters inForce,
      Duration chunkTime,
      Duration lockWait) {
    this.target = target;
    this.database = target.database();
    this.number = number;
    this.journal = journal;
    this.changer = changer;
    this.ranges = new KeyRanges(target);
    this.inForce = inForce;
    this.lockWait = lockWait;
    this.dropper =
        target.dropsPartitions()
            ? Optional.of(new PartitionDropper(target, chunkTime))
            : Optional.empty();
    this.dropped = new PartitionJournal(journal, target.id());
    this.session = database.session();
    this.progress = Journal.Progress.none(number);
    this.cascades = CascadeJournal.empty(journal, target.id());
    try {
      prepare();
    } catch (SQLException failure) {
      session.close();
      throw database.failed("cannot be prepared for changes", failure);
    } catch (RuntimeException failure) {
      session.close();
      throw failure;
    }
  }

  private void prepare() throws SQLException {
    Connection connection = session.connection();
    database.dialect().prepareForChanges(connection);
    database.dialect().limitLockWait(connection, lockWait);
    RegisterTables.loadForChanges(session, target, inForce);
    // From the database: a commit may have come through although its answer was lost.
    progress = journal.state(connection, target.id()).lane(number);
    dropped.open(connection);
    if (!target.ties().areNone()) {
      cascades = CascadeJournal.open(journal, connection, target.id());
    }
    connection.setAutoCommit(false);
  }

  /** Between two transactions: whoever was put on a register meanwhile is not reached any more. */
  void load(ActiveRegisters now) {
    inForce = now;
    try {
      RegisterTables.loadForChanges(session, target, now);
    } catch (LostConnectionException lost) {
      // Whoever connects again loads them, too.
      connectAgain(lost, 1);
    }
    ask(connection -> true);
  }

  /** Before the first change to the target. */
  void begin() {
    ask(changer::begin);
  }

  /** Asks in a transaction of its own; connects again where the connection is lost. */
  <T> T ask(Question<T> question) {
    for (int tries = 1; ; tries++) {
      try {
        T answer = question.of(session.connection());
        session.connection().commit();
        return answer;
      } catch (SQLException failure) {
        rollback();
        if (!SqlFailure.isLostConnection(failure)) {
          throw database.failed("table " + target.table().name() + " cannot be read", failure);
        }
        connectAgain(lost(failure), tries);
      }
    }
  }

  /**
   * Changes the due rows of a range.
   *
   * @param keys how many rows were asked for when the range was cut
   * @param walked all rows up to this key have been walked over
   * @return false if that took more than one transaction, since something stood in the way
   */
  boolean carryOut(KeyRange range, int keys, Optional<Key> walked) {
    for (int tries = 1; ; tries++) {
      try {
        commit(range, walked, changer::change);
        return tries == 1;
      } catch (SQLException failure) {
        rollback();
        boolean mayPass = mayPass(failure, tries);
        if (!mayPass && !database.dialect().isCausedByRow(failure)) {
          throw database.failed("table " + target.table().name() + " cannot be changed", failure);
        }
        // The values of some row, or a lock on it: close in on that row until it stands alone.
        if (keys > ChunkSize.SMALLEST) {
          carryOutInParts(range, Math.max(ChunkSize.SMALLEST, keys / 4), walked);
          return false;
        }
        if (!mayPass || tries >= MOST_TRIES) {
          carryOutOneByOne(range, walked);
          return false;
        }
      }
    }
  }

  /** Partitions that could be dropped, if all of their rows are due. */
  List<TableName> partitions() {
    return dropper.map(one -> ask(one::candidates)).orElse(List.of());
  }

  /**
   * Drops a partition with the evidence of it, if all of its rows are due. Whatever stands in the
   * way of that, such as a missing right or a lock, its rows then go as any others.
   */
  void drop(TableName partition) {
    for (int tries = 1; ; tries++) {
      try {
        commit(partition);
        return;
      } catch (SQLException failure) {
        rollback();
        if (tries > MOST_CONNECTS || !mayPass(failure, tries)) {
          return;
        }
      }
    }
  }

  private void commit(TableName partition) throws SQLException {
    Connection connection = session.connection();
    database.dialect().beginTransaction(connection);
    OptionalLong rows = dropper.orElseThrow().drop(connection, partition);
    if (rows.isEmpty()) {
      connection.rollback();
      return;
    }
    Journal.Progress next =
        journal.append(
            connection,
            progress,
            new Journal.Chunk(
                target.id(),
                PartitionJournal.DROP,
                rows.getAsLong(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    dropped.append(connection, partition, rows.getAsLong());
    connection.commit();
    progress = next;
    dropped.committed();
  }

  /** Partitions that were dropped, over all attempts. */
  List<DroppedPartition> dropped() {
    return dropped.all();
  }

  private void carryOutInParts(KeyRange range, int keys, Optional<Key> walked) {
    Optional<KeyRange> rest = Optional.of(range);
    while (rest.isPresent()) {
      KeyRange whole = rest.get();
      KeyRange part = ask(connection -> ranges.first(connection, whole, keys));
      carryOut(part, keys, walked);
      rest = whole.behind(part);
    }
  }

  private void carryOutOneByOne(KeyRange range, Optional<Key> walked) {
    for (int tries = 1; ; tries++) {
      try {
        commit(range, walked, changer::changeOneByOne);
        return;
      } catch (SQLException failure) {
        rollback();
        if (!mayPass(failure, tries)) {
          throw database.failed("table " + target.table().name() + " cannot be changed", failure);
        }
        if (tries > MOST_TRIES) {
          throw database.failed("table " + target.table().name() + " stays locked", failure);
        }
      }
    }
  }

  /** Waits, and connects again where that is needed, if the same may succeed then. */
  private boolean mayPass(SQLException failure, int tries) {
    if (SqlFailure.isLostConnection(failure)) {
      connectAgain(lost(failure), tries);
      return true;
    }
    // The second is how we say so ourselves, in whatever engine.
    if (database.dialect().isTransient(failure)
        || failure instanceof SQLTransactionRollbackException) {
      pause(50L << Math.min(tries, MOST_TRIES));
      return true;
    }
    return false;
  }

  private void commit(KeyRange range, Optional<Key> walked, Change change) throws SQLException {
    Connection connection = session.connection();
    database.dialect().beginTransaction(connection);
    Failures inChunk = new Failures();
    long changed = change.of(connection, range, inChunk);
    Journal.Progress next = progress;
    if (changed > 0) {
      next =
          journal.append(
              connection,
              progress,
              new Journal.Chunk(
                  target.id(),
                  target.spec().action().word(),
                  changed,
                  written(range.after()),
                  written(range.upTo()),
                  written(walked)));
    }
    cascades.append(connection, changer.taken());
    connection.commit();
    cascades.committed();
    // Only now: a chunk that is rolled back and tried again meets the same rows again.
    failures.add(inChunk);
    progress = next;
  }

  /**
   * A key may stand in the journal only where it says nothing about a person: a plain number that
   * is neither the subject nor among the columns to anonymize.
   */
  private Optional<Long> written(Optional<Key> key) {
    if (key.isEmpty() || target.table().primaryKey().size() != 1) {
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
            && key.get().values().get(0) instanceof Number value
        ? Optional.of(value.longValue())
        : Optional.empty();
  }

  /** A connection that is lost again while it is opened was a try, too. */
  private void connectAgain(SourceException lost, int tries) {
    SourceException last = lost;
    for (int connects = tries; connects <= MOST_CONNECTS; connects++) {
      closeSession();
      pause(50L << connects);
      try {
        session = database.session();
        prepare();
        return;
      } catch (LostConnectionException again) {
        last = again;
      } catch (SQLException failure) {
        last = database.failed("cannot be prepared for changes", failure);
        if (!SqlFailure.isLostConnection(failure)) {
          break;
        }
      }
    }
    closeSession();
    throw last;
  }

  private SourceException lost(SQLException failure) {
    return database.failed("the connection is lost", failure);
  }

  private void closeSession() {
    try {
      session.close();
    } catch (SourceException gone) {
      // A broken connection is as good as closed.
    }
  }

  Journal.Progress progress() {
    return progress;
  }

  /** Rows of other tables that went along, over all attempts. */
  List<Cascaded> cascaded() {
    return cascades.totals();
  }

  Failures failures() {
    return failures;
  }

  private void rollback() {
    try {
      session.connection().rollback();
    } catch (SQLException gone) {
      // A lost connection has rolled back by itself.
    }
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

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new SourceException("interrupted while waiting for a lock");
    }
  }
}
