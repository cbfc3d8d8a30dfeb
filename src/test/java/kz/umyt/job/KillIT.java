package kz.umyt.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongPredicate;
import kz.umyt.engines.Engine;
import kz.umyt.engines.Shop;
import kz.umyt.engines.TestDatabase;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Killed at any moment, again and again, a run handles each due row exactly once. */
class KillIT {

  private static final long VISITS = 20_000;
  private static final long PEOPLE = 10_000;
  private static final int KILLS = 9;

  private static final LongPredicate IS_DUE = number -> number % 4 != 0;

  @TempDir Path folder;

  private final Random random = new Random(20260501);
  private int kills;

  @ParameterizedTest
  @EnumSource(names = {"H2", "POSTGRESQL"})
  void handlesEachDueRowOnceThroughManyKills(Engine engine) throws Exception {
    TestDatabase database = engine.fresh(folder);
    create(database);
    Path exports = Files.createDirectory(folder.resolve("exports"));
    Path file = Files.writeString(exports.resolve("people.csv"), csv(false));
    Night night =
        new Night(
            Shop.in(folder.resolve("shop")).database("db", database).folder("exports", exports));
    night.shop().job(job());

    kill(night.shop().base());
    String end = finish(night.shop().base());

    assertThat(kills).isGreaterThanOrEqualTo(KILLS - 1);
    // The last kill may have come when everything was done but the goodbye.
    assertThat(end).isIn("done VERIFIED", "done NOTHING_DUE");
    assertThat(database.number("SELECT COUNT(*) FROM visits")).isEqualTo(VISITS / 4);
    assertThat(database.number("SELECT COUNT(*) FROM visits WHERE ended < DATE '2024-05-01'"))
        .isZero();
    assertThat(database.rows("SELECT what, id FROM audit GROUP BY what, id HAVING COUNT(*) <> 1"))
        .as("handled more than once")
        .isEmpty();
    assertThat(database.rows("SELECT what, COUNT(*) FROM audit GROUP BY what ORDER BY what"))
        .containsExactly("DELETE|" + VISITS * 3 / 4, "UPDATE|" + PEOPLE * 3 / 4);
    assertThat(
            database.rows(
                "SELECT full_name, COUNT(*) FROM people GROUP BY full_name ORDER BY COUNT(*)"))
        .containsExactly("Тестов|" + PEOPLE / 4, "<PERSON>|" + PEOPLE * 3 / 4);
    assertThat(Files.readString(file)).isEqualTo(csv(true));
    assertThat(Files.list(exports)).containsExactly(file);
    assertAct(night);
    night.assertLeftClean();
    assertThat(night.run().status()).isEqualTo(RunResult.Status.NOTHING_DUE);
  }

  /** Few chunks an attempt, so that the run is still unfinished when the last kill comes. */
  private void kill(Path company) throws Exception {
    for (int round = 0; round < 2 * KILLS && kills < KILLS; round++) {
      RunProcess process = RunProcess.start(company);
      if (kills == KILLS - 1) {
        // Where a target ends and the next begins, or the Act is written.
        process.await("ends", 1 + random.nextInt(3));
        pause(60);
      } else if (kills % 3 == 0) {
        // While it starts, opens its stores and plans.
        process.await("started", 1);
        pause(400);
      } else {
        process.await("chunk", 1 + random.nextInt(6));
        pause(20);
      }
      if (process.kill()) {
        kills++;
      }
    }
  }

  private void pause(int atMostMillis) throws InterruptedException {
    Thread.sleep(random.nextInt(atMostMillis));
  }

  private static String finish(Path company) throws Exception {
    for (int tries = 0; tries < 10; tries++) {
      String end = RunProcess.start(company).finish();
      if (!end.equals("locked")) {
        return end;
      }
    }
    throw new AssertionError("the lock of a killed run stays");
  }

  private static void assertAct(Night night) throws Exception {
    List<String> acts =
        night.files("out").stream().filter(name -> name.endsWith("act.json")).toList();
    assertThat(acts).hasSize(1);
    JsonNode act =
        JsonMapper.builder().build().readTree(night.shop().base().resolve(acts.get(0)).toFile());
    assertThat(act.get("totals").get("destroyed").asLong()).isEqualTo(VISITS * 3 / 4);
    assertThat(act.get("totals").get("anonymized").asLong()).isEqualTo(PEOPLE * 3 / 4 + 1500);
    assertThat(act.get("totals").get("failed").asLong()).isZero();
    assertThat(act.get("totals").get("remaining").asLong()).isZero();
    for (JsonNode target : act.get("targets")) {
      assertThat(target.get("due").asLong())
          .as("due in %s", target.get("target"))
          .isEqualTo(target.get("destroyed").asLong() + target.get("anonymized").asLong());
    }
  }

  private static String job() {
    return """
        throttle: {chunk-time: 1ms, pause: 5ms}
        targets:
          - {source: db, table: visits, retention: contract-end-p2y, clock: ended, action: destroy}
          - source: db
            table: people
            retention: contract-end-p2y
            clock: ended
            action: anonymize
            columns:
              full_name: {operator: replace, entity: PERSON}
              iin: hash
          - source: exports
            file: "*.csv"
            retention: contract-end-p2y
            clock: ended
            action: anonymize
            columns:
              name: {operator: replace, entity: PERSON}
        """;
  }

  private static String csv(boolean after) {
    StringBuilder text = new StringBuilder("name;ended;note\r\n");
    for (int i = 0; i < 2000; i++) {
      boolean due = IS_DUE.test(i);
      text.append(after && due ? "<PERSON>" : "Тестов " + i)
          .append(due ? ";2020-01-31;" : ";2025-01-31;")
          .append(i)
          .append("\r\n");
    }
    return text.toString();
  }

  private static void create(TestDatabase database) {
    database.execute(
        "CREATE TABLE visits (id BIGINT PRIMARY KEY, ended DATE)",
        "CREATE TABLE people (id BIGINT PRIMARY KEY, full_name VARCHAR(40), iin CHAR(12),"
            + " ended DATE)",
        "CREATE TABLE audit (what VARCHAR(10), id BIGINT)");
    List<List<?>> visits = new ArrayList<>();
    List<List<?>> people = new ArrayList<>();
    for (long id = 0; id < VISITS; id++) {
      LocalDate ended = LocalDate.of(IS_DUE.test(id) ? 2020 : 2025, 1, 1).plusDays(id % 300);
      visits.add(List.of(id, ended));
      if (id < PEOPLE) {
        people.add(List.of(id, "Тестов", String.format("%012d", id), ended));
      }
    }
    database.insert("INSERT INTO visits VALUES (?, ?)", visits);
    database.insert("INSERT INTO people VALUES (?, ?, ?, ?)", people);
    if (database.engine() == Engine.H2) {
      for (String trigger : List.of("DELETE ON visits", "UPDATE ON people")) {
        database.execute(
            "CREATE TRIGGER t_"
                + trigger.substring(0, 6)
                + " AFTER "
                + trigger
                + " FOR EACH ROW CALL '"
                + AuditTrigger.class.getName()
                + "'");
      }
      return;
    }
    database.execute(
        "CREATE FUNCTION audit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO audit"
            + " VALUES (TG_OP, OLD.id); RETURN NULL; END $$",
        "CREATE TRIGGER t1 AFTER DELETE ON visits FOR EACH ROW EXECUTE FUNCTION audit()",
        "CREATE TRIGGER t2 AFTER UPDATE ON people FOR EACH ROW EXECUTE FUNCTION audit()");
  }
}
