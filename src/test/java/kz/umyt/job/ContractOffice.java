package kz.umyt.job;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import kz.umyt.engines.TestDatabase;

/**
 * People at work while a run is: in short transactions of their own they renew contracts that are
 * due, or enter a debt. Half of them are where the run is, so that the two meet on locks.
 */
final class ContractOffice {

  /** As many keys as a run's smallest chunks walk over, and as many again. */
  private static final int NEAR = 400;

  /** Refused changes are tried again elsewhere; so many in a row are no bad luck. */
  private static final int MOST_REFUSALS = 200;

  private final Contracts contracts;
  private final int restMillis;
  private final Random random = new Random(7);
  private final Map<Long, Contracts.Change> changes = new ConcurrentHashMap<>();
  private CompletableFuture<Void> work = CompletableFuture.completedFuture(null);
  private volatile boolean closing;

  ContractOffice(Contracts contracts) {
    this(contracts, 0);
  }

  /**
   * People who take their time.
   *
   * @param restMillis between two changes
   */
  ContractOffice(Contracts contracts, int restMillis) {
    this.contracts = contracts;
    this.restMillis = restMillis;
  }

  void open() {
    work = CompletableFuture.runAsync(this::work);
  }

  /** Contracts that were changed and committed by now. */
  int changed() {
    return changes.size();
  }

  /** Waits for so many changes; less if there is nothing left to change. */
  void awaitChanges(int wanted) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (changed() < wanted && !work.isDone() && System.nanoTime() < deadline) {
      pause(1);
    }
  }

  /** Ends the work; all contracts that were changed, each by a commit, and how. */
  Map<Long, Contracts.Change> close() {
    closing = true;
    work.join();
    return Map.copyOf(changes);
  }

  private void work() {
    TestDatabase database = contracts.database();
    try (Connection connection = database.connect();
        PreparedStatement renew = connection.prepareStatement(Contracts.Change.RENEWED.sql());
        PreparedStatement owe = connection.prepareStatement(Contracts.Change.OWING.sql())) {
      connection.setAutoCommit(false);
      int refusals = 0;
      while (!closing) {
        List<Long> chosen = chosen(connection);
        if (chosen.isEmpty()) {
          return;
        }
        Contracts.Change change =
            random.nextBoolean() ? Contracts.Change.RENEWED : Contracts.Change.OWING;
        try {
          List<Long> met = change(change == Contracts.Change.RENEWED ? renew : owe, chosen);
          pause(random.nextInt(4));
          connection.commit();
          met.forEach(id -> changes.put(id, change));
          refusals = 0;
          pause(restMillis);
        } catch (SQLException refused) {
          // A deadlock or a wait that was too long: the engine undid it all, nothing is claimed.
          connection.rollback();
          if (++refusals == MOST_REFUSALS) {
            throw refused;
          }
        }
      }
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }

  /** One contract, and sometimes one before it too: against the order in which a run walks. */
  private List<Long> chosen(Connection connection) throws SQLException {
    long lowest = firstDue(connection, 0);
    boolean near = random.nextBoolean();
    long any = near ? lowest + random.nextInt(NEAR) : 1 + random.nextInt(contracts.rows());
    long one = Math.max(firstDue(connection, any), lowest);
    long before = firstDue(connection, one - random.nextInt(50));
    connection.commit();
    if (one == 0) {
      return List.of();
    }
    boolean two = near && before < one && random.nextInt(4) == 0;
    return two ? List.of(one, before) : List.of(one);
  }

  /** The lowest key of a contract that is still due, from a key on; 0 if there is none. */
  private static long firstDue(Connection connection, long from) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT MIN(id) FROM contract WHERE id >= " + from + " AND " + Contracts.DUE)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static List<Long> change(PreparedStatement update, List<Long> chosen)
      throws SQLException {
    List<Long> met = new ArrayList<>();
    for (long id : chosen) {
      update.setLong(1, id);
      if (update.executeUpdate() == 1) {
        met.add(id);
      }
    }
    return met;
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
