package kz.umyt.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import kz.umyt.engines.Engine;
import kz.umyt.engines.Shop;
import kz.umyt.engines.TestDatabase;
import kz.umyt.plan.RefusedException;
import kz.umyt.report.Act;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole runs over real engines: exactly what is due goes, and the Act says exactly that. */
class RetentionRunIT {

  private static final String QUICK = "chunk-time: 1s, pause: 0ms";

  @TempDir Path folder;

  private Night night(TestDatabase database) {
    return new Night(Shop.in(folder.resolve("shop")).database("db", database));
  }

  @ParameterizedTest
  @EnumSource
  void destroysChildrenBeforeParentsAndTouchesNothingElse(Engine engine) {
    TestDatabase database = engine.fresh(folder);
    Clients clients = new Clients(database, 60);
    clients.create();
    Night night = night(database);
    night.shop().job(Clients.destroying(QUICK));
    String dueOrder = "client_id IN (SELECT id FROM client WHERE " + Clients.DUE + ")";
    List<String> keptClients =
        clients.clients("NOT (" + Clients.DUE + " AND debt = 0) OR ended IS NULL");
    List<String> keptOrders =
        clients.orders("client_id NOT IN (SELECT id FROM client WHERE " + Clients.DUE + ")");
    int dueOrders = clients.orders(dueOrder).size();
    assertThat(dueOrders).isEqualTo(240);

    RunResult result = night.run();

    assertThat(clients.clients("1 = 1")).isEqualTo(keptClients);
    assertThat(clients.orders("1 = 1")).isEqualTo(keptOrders);
    Act.ActTarget client = Night.target(result, name(engine, "client"));
    assertThat(client.planned().inScope()).isEqualTo(300);
    assertThat(client.planned().due()).isEqualTo(60);
    assertThat(client.planned().held()).isEqualTo(60);
    assertThat(client.planned().kept()).isEqualTo(120);
    assertThat(client.planned().undecidable()).isEqualTo(60);
    assertThat(client.destroyed()).isEqualTo(60);
    assertThat(client.failed()).isZero();
    assertThat(client.remaining()).isZero();
    Act.ActTarget orders = Night.target(result, name(engine, "orders"));
    assertThat(orders.destroyed()).isEqualTo(240);
    assertThat(orders.remaining()).isZero();
    assertThat(result.status()).isEqualTo(RunResult.Status.NEEDS_PERSON);
    night.assertLeftClean();
  }

  @ParameterizedTest
  @EnumSource
  void anonymizesOnceAndASecondRunChangesNothing(Engine engine) {
    TestDatabase database = engine.fresh(folder);
    Clients clients = new Clients(database, 60);
    clients.create();
    Night night = night(database);
    night.shop().job(Clients.anonymizing(QUICK));
    String due = Clients.DUE + " AND debt = 0";
    List<String> kept = clients.clients("NOT (" + due + ") OR ended IS NULL");
    List<String> orders = clients.orders("1 = 1");

    RunResult first = night.run();

    assertThat(clients.clients("NOT (" + due + ") OR ended IS NULL")).isEqualTo(kept);
    assertThat(clients.orders("1 = 1")).isEqualTo(orders);
    assertThat(database.rows("SELECT full_name, COUNT(*) FROM client WHERE " + due + " GROUP BY 1"))
        .containsExactly("<PERSON>|60");
    assertThat(
            database.number(
                "SELECT COUNT(*) FROM client WHERE "
                    + due
                    + " AND EXTRACT(MONTH FROM birth) = 1 AND EXTRACT(DAY FROM birth) = 1"))
        .isEqualTo(60);
    assertThat(database.number("SELECT COUNT(DISTINCT iin) FROM client")).isEqualTo(300);
    assertThat(database.number("SELECT COUNT(*) FROM client WHERE " + due + " AND iin LIKE '85%'"))
        .isLessThan(5);
    assertThat(Night.target(first, name(engine, "client")).anonymized()).isEqualTo(60);
    night.assertLeftClean();

    List<String> after = clients.clients("1 = 1");
    List<String> acts = night.files("out");
    RunResult second = night.run();

    assertThat(clients.clients("1 = 1")).isEqualTo(after);
    assertThat(second.status()).isEqualTo(RunResult.Status.NEEDS_PERSON);
    assertThat(second.act()).isEmpty();
    assertThat(second.plan().targets().get(0).alreadyDone()).isEqualTo(60);
    assertThat(night.files("out")).isEqualTo(acts);
    night.assertLeftClean();
  }

  @ParameterizedTest
  @EnumSource
  void takesRowsByKeysOfEveryKind(Engine engine) {
    TestDatabase database = engine.fresh(folder);
    Keys keys = new Keys(database);
    keys.create();
    Night night = night(database);
    night.shop().job(keys.job());

    RunResult result = night.run();

    assertThat(result.status()).isEqualTo(RunResult.Status.VERIFIED);
    for (String table : keys.tables()) {
      assertThat(Night.target(result, table))
          .as(table)
          .returns(Keys.DUE, target -> target.destroyed() + target.anonymized())
          .returns(0L, Act.ActTarget::failed)
          .returns(0L, Act.ActTarget::remaining);
      assertThat(keys.wrong(table)).as(table).isEmpty();
    }
    night.assertLeftClean();
    assertThat(night.run().status()).isEqualTo(RunResult.Status.NOTHING_DUE);
  }

  @ParameterizedTest
  @EnumSource
  void touchesNothingBeyondALimit(Engine engine) {
    TestDatabase database = engine.fresh(folder);
    Clients clients = new Clients(database, 20);
    clients.create();
    List<String> before = clients.clients("1 = 1");
    Night night = night(database);

    for (String limit : List.of("max-rows: 99", "max-share: 19%")) {
      night.shop().job("limits: {" + limit + "}\n" + Clients.destroying(QUICK));
      assertThatThrownBy(night::run).isInstanceOf(RefusedException.class);
    }

    assertThat(clients.clients("1 = 1")).isEqualTo(before);
    assertThat(night.files("out")).isEmpty();
    night.assertLeftClean();

    night.shop().job("limits: {max-rows: 100, max-share: 40%}\n" + Clients.destroying(QUICK));
    assertThat(Night.target(night.run(), name(engine, "client")).destroyed()).isEqualTo(20);
  }

  @ParameterizedTest
  @EnumSource
  void leavesATargetWhoseTermNobodyConfirmed(Engine engine) {
    TestDatabase database = engine.fresh(folder);
    Clients clients = new Clients(database, 20);
    clients.create();
    database.execute("UPDATE client SET ended = NULL WHERE ended = DATE '1900-01-01'");
    List<String> before = clients.clients("1 = 1");
    Night night = night(database);
    String job =
        Clients.destroying(QUICK).replaceFirst("retention: contract-end-p2y", "retention: unsure");
    night.shop().job(job);

    RunResult result = night.run();

    assertThat(clients.clients("1 = 1")).isEqualTo(before);
    assertThat(result.status()).isEqualTo(RunResult.Status.NEEDS_PERSON);
    assertThat(Night.target(result, name(engine, "client")).destroyed()).isZero();
    assertThat(Night.target(result, name(engine, "orders")).destroyed()).isEqualTo(80);

    night.shop().job("confirm: {unsure: \"P2Y, decided by the lawyer\"}\n" + job);
    assertThat(Night.target(night.run(), name(engine, "client")).destroyed()).isEqualTo(20);
  }

  static String name(Engine engine, String name) {
    return engine == Engine.H2 ? name.toUpperCase(java.util.Locale.ROOT) : name;
  }
}
