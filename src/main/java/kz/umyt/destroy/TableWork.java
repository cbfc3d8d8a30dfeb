package kz.umyt.destroy;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import kz.umyt.plan.ActiveRegisters;
import kz.umyt.plan.BoundTable;
import kz.umyt.plan.LiveRegisters;
import kz.umyt.plan.Waiting;
import kz.umyt.plan.WaitingRows;
import kz.umyt.source.TableName;

/**
 * Drops the partitions that may go as a whole, one at a time; then walks a table along its primary
 * key, in rounds: each lane takes the next range, and the round ends when all have committed
 * theirs. After a crash the walk goes on where the journal in the same database says; rows behind
 * that point are found again by the last sweep if they are still due.
 */
public final class TableWork implements TargetWork {

  /** After this many walks, rows that are still due are counted as remaining. */
  private static final int MOST_SWEEPS = 3;

  /** The same where rows of a table point to each other: each walk may free the next ones. */
  private static final int MOST_SWEEPS_UP = 50;

  private static final Duration LONGEST_LOCK_WAIT = Duration.ofSeconds(5);

  private final BoundTable target;
  private final LiveRegisters registers;
  private final KeyRanges ranges;
  private final List<Lane> lanes;
  private final ExecutorService threads;
  private final ChunkSize size;
  private final LongSupplier nanos;
  private final List<Journal.Progress> others;
  private final Deque<TableName> partitions;
  private ActiveRegisters inForce;
  private Optional<Key> reached;
  private int sweep = 1;
  private long changedBefore;

  private TableWork(
      BoundTable target,
      LiveRegisters registers,
      ActiveRegisters inForce,
      Journal.State before,
      List<Lane> lanes,
      ChunkSize size,
      LongSupplier nanos) {
    this.target = target;
    this.registers = registers;
    this.inForce = inForce;
    this.ranges = new KeyRanges(target);
    this.lanes = List.copyOf(lanes);
    this.threads = Executors.newFixedThreadPool(lanes.size());
    this.size = size;
    this.nanos = nanos;
    this.others = before.lanes().stream().filter(lane -> lane.lane() >= lanes.size()).toList();
    this.partitions = new ArrayDeque<>(lanes.get(0).partitions());
    this.changedBefore = before.changed();
    this.reached = before.walked().map(number -> new Key(List.of(number)));
  }

  /**
   * Opens a target for work.
   *
   * @param changers makes one for each connection
   * @param connections that work at the same time
   * @param nanos a running counter of nanoseconds, to learn how long chunks take
   */
  static TableWork open(
      BoundTable target,
      LiveRegisters registers,
      Journal journal,
      Supplier<RowChanger> changers,
      Duration chunkTime,
      int connections,
      LongSupplier nanos) {
    ActiveRegisters inForce = registers.current();
    List<Lane> lanes = new ArrayList<>();
    try {
      int first = 0;
      int largest = 0;
      for (int number = 0; number < connections; number++) {
        RowChanger changer = changers.get();
        first = changer.firstChunk();
        largest = changer.largestChunk();
        lanes.add(
            new Lane(target, number, journal, changer, inForce, chunkTime, lockWait(chunkTime)));
      }
      lanes.get(0).begin();
      Journal.State before = lanes.get(0).ask(connection -> journal.state(connection, target.id()));
      return new TableWork(
          target,
          registers,
          inForce,
          before,
          lanes,
          new ChunkSize(chunkTime, first, largest),
          nanos);
    } catch (RuntimeException failure) {
      lanes.forEach(Lane::close);
      throw failure;
    }
  }

  /** Others wait for a chunk no longer than twice its time: while it works, and while it waits. */
  private static Duration lockWait(Duration chunkTime) {
    return chunkTime.compareTo(LONGEST_LOCK_WAIT) < 0 ? chunkTime : LONGEST_LOCK_WAIT;
  }

  @Override
  public boolean advance() {
    loadChangedRegisters();
    if (!partitions.isEmpty()) {
      lanes.get(0).drop(partitions.remove());
      return true;
    }
    int keys = size.keys();
    KeyRange rest = KeyRange.from(reached);
    List<KeyRange> round =
        lanes.get(0).ask(connection -> ranges.first(connection, rest, keys, lanes.size()));
    long started = nanos.getAsLong();
    if (carryOut(round, keys)) {
      size.took(nanos.getAsLong() - started);
    } else {
      size.shrink();
    }
    reached = round.get(round.size() - 1).upTo();
    return reached.isPresent() || sweepAgain();
  }

  private void loadChangedRegisters() {
    ActiveRegisters now = registers.current();
    if (!now.equals(inForce)) {
      lanes.forEach(lane -> lane.load(now));
      inForce = now;
    }
  }

  /** Whether each range went in one transaction. */
  private boolean carryOut(List<KeyRange> round, int keys) {
    if (round.size() == 1) {
      return lanes.get(0).carryOut(round.get(0), keys, reached);
    }
    List<CompletableFuture<Boolean>> running = new ArrayList<>();
    for (int i = 0; i < round.size(); i++) {
      Lane lane = lanes.get(i);
      KeyRange range = round.get(i);
      running.add(
          CompletableFuture.supplyAsync(() -> lane.carryOut(range, keys, reached), threads));
    }
    // All of them, also where one fails: nothing may be at work when this returns.
    try {
      CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw failed;
    }
    return running.stream().allMatch(CompletableFuture::join);
  }

  /** Rows that became due behind the walk, or that a crash left behind, need another walk. */
  private boolean sweepAgain() {
    long remaining = remaining();
    boolean frees = target.pointsToItself() && changed() > changedBefore;
    if (remaining == 0
        || (!frees && remaining <= failures().total() + waiting())
        || sweep == (target.pointsToItself() ? MOST_SWEEPS_UP : MOST_SWEEPS)) {
      return false;
    }
    sweep++;
    changedBefore = changed();
    lanes.forEach(lane -> lane.failures().clear());
    return true;
  }

  /** Due rows left, by a fresh query. */
  private long remaining() {
    String sql =
        "SELECT COUNT(*) FROM "
            + target.database().dialect().quote(target.table().name())
            + " WHERE "
            + target.conditions().due();
    return lanes
        .get(0)
        .ask(
            connection -> {
              try (PreparedStatement statement = connection.prepareStatement(sql);
                  ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
              }
            });
  }

  /** Due rows that another walk would not find free either. */
  private long waiting() {
    return WaitingRows.of(target, inForce).stream().mapToLong(Waiting::records).sum();
  }

  private Journal.State state() {
    List<Journal.Progress> all = new ArrayList<>();
    lanes.stream().map(Lane::progress).filter(lane -> lane.chunks() > 0).forEach(all::add);
    all.addAll(others);
    return new Journal.State(all, Optional.empty());
  }

  private long changed() {
    return state().changed();
  }

  private Failures failures() {
    Failures all = new Failures();
    lanes.forEach(lane -> all.add(lane.failures()));
    return all;
  }

  @Override
  public Outcome outcome() {
    Journal.State state = state();
    return new Outcome(
        state.changed(),
        failures().byReason(),
        state.chunks(),
        state.digest(),
        lanes.get(0).cascaded(),
        lanes.get(0).dropped());
  }

  @Override
  public void close() {
    threads.shutdown();
    lanes.forEach(Lane::close);
  }
}
