package kz.umyt.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import kz.umyt.engines.Engine;
import kz.umyt.engines.Shop;
import kz.umyt.engines.TestDatabase;
import kz.umyt.plan.PlannedTarget;
import kz.umyt.report.Act;
import kz.umyt.settings.Action;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever begins to keep a record before its chunk keeps it; all others go, and are counted. */
class RaceIT {

  @TempDir Path folder;

  static Stream<Arguments> everyActionOnEveryEngine() {
    return Stream.of(Engine.values())
        .flatMap(engine -> Stream.of(Action.values()).map(action -> Arguments.of(engine, action)));
  }

  private Contracts contracts(Engine engine, int rows) {
    Contracts contracts = new Contracts(engine.fresh(folder), rows);
    contracts.create();
    return contracts;
  }

  private Night night(Contracts contracts, Action action, String pause) {
    Shop shop = Shop.in(folder.resolve("shop")).database("db", contracts.database());
    contracts.job(shop, action, pause);
    return new Night(shop);
  }

  @ParameterizedTest
  @MethodSource("everyActionOnEveryEngine")
  void leavesWhatIsRenewedOrOwedForWhileItIsAtWork(Engine engine, Action action) {
    Contracts contracts = contracts(engine, 8_000);
    Night night = night(contracts, action, "10ms");
    Map<Long, Contracts.Contract> before = contracts.all();
    List<Long> due = contracts.due();
    ContractOffice office = new ContractOffice(contracts);
    Meeting meeting = new Meeting(office);

    RunResult result = night.run(meeting);
    Map<Long, Contracts.Change> changes = office.close();

    assertThat(meeting.gone).as("gone before the first change").isPositive();
    assertThat(meeting.changed).as("changed while the run was at work").isGreaterThanOrEqualTo(50);
    assertThat(changes.values()).contains(Contracts.Change.values());
    Set<Long> going = new HashSet<>(due);
    going.removeAll(changes.keySet());
    assertThat(going).as("gone in all").hasSizeGreaterThan((int) meeting.gone);
    assertThat(contracts.wrong(action, before, going::contains, changes)).isEmpty();
    Act.ActTarget target = target(engine, result);
    assertThat(target.planned().due()).isEqualTo(due.size());
    assertGone(result, target, going.size());
    night.assertLeftClean();
  }

  /** Opens the office after the first chunk, and lets no chunk begin before it has done a bit. */
  private static final class Meeting implements Progress {

    private final ContractOffice office;
    private int chunks;
    private long gone;
    private int changed;

    Meeting(ContractOffice office) {
      this.office = office;
    }

    @Override
    public void started(String what, long records) {}

    @Override
    public void reached(long records) {
      if (chunks++ == 0) {
        gone = records;
        office.open();
      }
      office.awaitChanges(3 * chunks);
    }

    @Override
    public void finished() {
      changed = office.changed();
    }
  }

  @ParameterizedTest
  @MethodSource("everyActionOnEveryEngine")
  void leavesWhatIsKeptBetweenPlanAndRun(Engine engine, Action action) {
    Contracts contracts = contracts(engine, 3_000);
    Night night = night(contracts, action, "0ms");
    Map<Long, Contracts.Contract> before = contracts.all();
    List<Long> due = contracts.due();
    PlannedTarget planned = night.plan().targets().get(0);
    assertThat(planned.due()).isEqualTo(due.size());

    List<Long> renewed = due.subList(0, 11);
    List<Long> owing = due.subList(500, 512);
    List<Long> held = due.subList(1000, 1013);
    List<Long> blocked = due.subList(due.size() - 14, due.size());
    Map<Long, Contracts.Change> changes = new TreeMap<>();
    renewed.forEach(id -> changes.put(id, Contracts.Change.RENEWED));
    owing.forEach(id -> changes.put(id, Contracts.Change.OWING));
    contracts.change(changes);
    contracts.register(night.shop(), "holds", held);
    contracts.register(night.shop(), "blocks", blocked);
    RunResult result = night.run();

    Set<Long> going = new HashSet<>(due);
    List.of(renewed, owing, held, blocked).forEach(going::removeAll);
    assertThat(contracts.wrong(action, before, going::contains, changes)).isEmpty();
    Act.ActTarget target = target(engine, result);
    PlannedTarget counted = target.planned();
    assertThat(counted.inScope()).isEqualTo(planned.inScope()).isEqualTo(3_000);
    assertThat(counted.kept() - planned.kept()).isEqualTo(renewed.size());
    assertThat(counted.obliged() - planned.obliged()).isEqualTo(owing.size());
    assertThat(counted.heldByRegister() - planned.heldByRegister()).isEqualTo(held.size());
    assertThat(counted.blocked() - planned.blocked()).isEqualTo(blocked.size());
    assertThat(planned.due() - counted.due()).isEqualTo(11 + 12 + 13 + 14);
    assertGone(result, target, going.size());
    night.assertLeftClean();
  }

  @ParameterizedTest
  @MethodSource("everyActionOnEveryEngine")
  void leavesWhomARegisterNamesWhileItIsAtWork(Engine engine, Action action) {
    Contracts contracts = contracts(engine, 8_000);
    Night night = night(contracts, action, "0ms");
    Map<Long, Contracts.Contract> before = contracts.all();
    List<Long> due = contracts.due();
    List<Long> blocked = due.subList(due.size() - 11, due.size());
    List<Long> held = due.subList(due.size() - 23, due.size() - 11);
    AtomicInteger chunks = new AtomicInteger();

    RunResult result =
        night.run(
            Night.atChunks(
                () -> {},
                () -> {
                  if (chunks.incrementAndGet() == 1) {
                    contracts.register(night.shop(), "blocks", blocked);
                    contracts.register(night.shop(), "holds", held);
                  }
                }));

    assertThat(chunks).as("chunks to come after the registers' change").hasValueGreaterThan(10);
    Set<Long> going = new HashSet<>(due);
    List.of(held, blocked).forEach(going::removeAll);
    assertThat(contracts.wrong(action, before, going::contains, Map.of())).isEmpty();
    Act.ActTarget target = target(engine, result);
    assertThat(target.planned().due()).isEqualTo(due.size());
    assertGone(result, target, going.size());
    night.assertLeftClean();
  }

  /** The row is locked by the very transaction that renews what its clock is read from. */
  @ParameterizedTest
  @MethodSource("everyActionOnEveryEngine")
  void leavesARowWhoseParentIsRenewedWhileItsChunkWaitsForIt(Engine engine, Action action)
      throws SQLException {
    TestDatabase database = engine.fresh(folder);
    new Clients(database, 10).create();
    Night night = new Night(Shop.in(folder.resolve("shop")).database("db", database));
    night.shop().job(orders(action));
    try (Connection office = database.connect();
        Statement statement = office.createStatement()) {
      office.setAutoCommit(false);
      statement.execute("UPDATE client SET ended = DATE '2026-04-01' WHERE id = 6");
      statement.execute("UPDATE orders SET note = 'renewed' WHERE client_id = 6");

      night.run(Night.atChunks(() -> RefusedRowsIT.commitSoon(office), () -> {}));
    }

    assertThat(database.rows("SELECT note FROM orders WHERE client_id = 6"))
        .containsExactly("renewed", "renewed");
  }

  private static String orders(Action action) {
    return """
        targets:
          - source: db
            table: orders
            retention: contract-end-p2y
            clock: client.ended
            action: %s
        """
            .formatted(action.word())
        + (action == Action.ANONYMIZE
            ? "    columns: {note: {operator: replace, entity: PERSON}}\n"
            : "");
  }

  private static void assertGone(RunResult result, Act.ActTarget target, long records) {
    boolean destroys = target.planned().action().equals(Action.DESTROY.word());
    assertThat(target.destroyed()).isEqualTo(destroys ? records : 0);
    assertThat(target.anonymized()).isEqualTo(destroys ? 0 : records);
    assertThat(target.failed()).isZero();
    assertThat(target.remaining()).isZero();
    assertThat(target.residue()).isZero();
    assertThat(result.status()).isEqualTo(RunResult.Status.VERIFIED);
  }

  private static Act.ActTarget target(Engine engine, RunResult result) {
    return Night.target(result, RetentionRunIT.name(engine, "contract"));
  }
}
