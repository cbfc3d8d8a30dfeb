package kz.umyt.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kz.umyt.engines.Engine;
import kz.umyt.engines.Shop;
import kz.umyt.engines.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A row that another session keeps locked is tried again, then counted; all others go. */
class LockedRowIT {

  private static final int FIVES = 100;

  @TempDir Path folder;

  /** The engines wait at the same time: an embedded database here, the servers' in processes. */
  @Test
  void countsARowThatAnotherSessionKeepsLocked() throws Exception {
    Map<Engine, TestDatabase> databases = new EnumMap<>(Engine.class);
    Map<Engine, Night> nights = new EnumMap<>(Engine.class);
    Map<Engine, RunProcess> processes = new EnumMap<>(Engine.class);
    List<Connection> locks = new ArrayList<>();
    for (Engine engine : Engine.values()) {
      TestDatabase database = engine.fresh(folder);
      new Clients(database, FIVES).create();
      database.execute("DELETE FROM orders");
      databases.put(engine, database);
      Night night = new Night(Shop.in(folder.resolve("shop-" + engine)).database("db", database));
      night.shop().job(Clients.destroyingClients("chunk-time: 1s, pause: 0ms"));
      nights.put(engine, night);
      locks.add(lockRowSix(database));
      if (engine != Engine.H2) {
        processes.put(engine, RunProcess.start(night.shop().base()));
      }
    }

    RunResult embedded = nights.get(Engine.H2).run();

    assertThat(embedded.status()).isEqualTo(RunResult.Status.FAILED_VERIFICATION);
    for (RunProcess process : processes.values()) {
      assertThat(process.finish()).isEqualTo("done FAILED_VERIFICATION");
    }
    for (Connection lock : locks) {
      lock.rollback();
      lock.close();
    }
    for (Engine engine : Engine.values()) {
      assertActSaysOneFailed(engine, nights.get(engine));
      assertThat(
              databases.get(engine).rows("SELECT id FROM client WHERE debt = 0 AND " + Clients.DUE))
          .as(engine.name())
          .containsExactly("6");
      String client = RetentionRunIT.name(engine, "client");
      assertThat(Night.target(nights.get(engine).run(), client).destroyed()).isEqualTo(1);
    }
  }

  private static Connection lockRowSix(TestDatabase database) throws Exception {
    Connection other = database.connect();
    other.setAutoCommit(false);
    try (Statement statement = other.createStatement()) {
      statement.execute("UPDATE client SET phone = '' WHERE id = 6");
    }
    return other;
  }

  private static void assertActSaysOneFailed(Engine engine, Night night) {
    String file =
        night.files("out").stream()
            .filter(name -> name.endsWith("act.json"))
            .findFirst()
            .orElseThrow();
    JsonNode target =
        JsonMapper.builder()
            .build()
            .readTree(night.shop().base().resolve(file).toFile())
            .get("targets")
            .get(0);
    assertThat(target.get("destroyed").asInt()).as(engine.name()).isEqualTo(FIVES - 1);
    assertThat(target.get("failed").asInt()).as(engine.name()).isEqualTo(1);
    assertThat(target.get("remaining").asInt()).as(engine.name()).isEqualTo(1);
    assertThat(target.get("failures").get(0).get("reason").asString())
        .startsWith("another session holds a lock");
  }
}
