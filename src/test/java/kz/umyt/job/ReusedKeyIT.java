package kz.umyt.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import kz.umyt.engines.Engine;
import kz.umyt.engines.Shop;
import kz.umyt.engines.TestDatabase;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An anonymized row is known by what it holds, too: its key may become another person's. */
class ReusedKeyIT {

  @TempDir Path folder;

  private TestDatabase database;

  private Night night(Engine engine) {
    database = engine.fresh(folder);
    database.execute(
        "CREATE TABLE client (region VARCHAR(9), id INT, name VARCHAR(60), note VARCHAR(60),"
            + " born DATE, ended DATE, PRIMARY KEY (region, id))");
    for (int id = 1; id <= 6; id++) {
      put(id);
    }
    Shop shop = Shop.in(folder.resolve("shop")).database("db", database);
    shop.job(
        """
        targets:
          - source: db
            table: client
            retention: contract-end-p2y
            clock: ended
            action: anonymize
            columns:
              name: hash
              note: "null"
              born: {operator: generalize, to: year}
              region: keep
        """);
    return new Night(shop);
  }

  private void put(int id) {
    database.insert(
        "INSERT INTO client VALUES ('a|b', ?, ?, ?, DATE '1985-02-03', DATE '2020-01-01')",
        List.of(List.of(id, "Тестова Әсем " + id, "x")));
  }

  @ParameterizedTest
  @EnumSource
  void theNextRecordOfAKeyIsAnonymizedToo(Engine engine) {
    Night night = night(engine);
    assertThat(Night.target(night.run(), tableOf(engine)).anonymized()).isEqualTo(6);
    assertThat(night.run().status()).isEqualTo(RunResult.Status.NOTHING_DUE);

    // Another person under the key, one filled in again, one of whom somebody writes a note.
    database.execute(
        "DELETE FROM client WHERE id = 2",
        "UPDATE client SET name = 'Новый Человек' WHERE id = 3",
        "UPDATE client SET note = 'просит перезвонить' WHERE id = 4",
        "UPDATE client SET ended = DATE '2019-01-01' WHERE id = 5");
    put(2);

    var planned = night.plan().targets().get(0);
    assertThat(planned.due()).isEqualTo(3);
    assertThat(planned.alreadyDone()).isEqualTo(3);
    var target = Night.target(night.run(), tableOf(engine));
    assertThat(target.anonymized()).isEqualTo(3);
    assertThat(target.remaining()).isZero();
    assertThat(database.rows("SELECT id FROM client WHERE note IS NOT NULL OR name LIKE '% %'"))
        .isEmpty();
    assertThat(database.rows("SELECT COUNT(*) FROM umyt_done")).isEqualTo(List.of("6"));
    assertThat(night.run().status()).isEqualTo(RunResult.Status.NOTHING_DUE);
    night.assertLeftClean();
  }

  @ParameterizedTest
  @EnumSource
  void twoTargetsOfATableKnowEachOthersRows(Engine engine) {
    Night night = night(engine);
    night
        .shop()
        .job(
            """
            targets:
              - source: db
                table: client
                retention: contract-end-p2y
                clock: ended
                action: anonymize
                columns: {name: hash, note: redact}
              - source: db
                table: client
                retention: contract-end-p1y6m
                clock: ended
                action: anonymize
                columns: {name: hash}
            """);

    RunResult result = night.run();

    assertThat(result.status()).isEqualTo(RunResult.Status.VERIFIED);
    assertThat(night.run().status()).isEqualTo(RunResult.Status.NOTHING_DUE);
    assertThat(database.rows("SELECT COUNT(*) FROM umyt_done")).isEqualTo(List.of("6"));
  }

  private static String target(String term, String columns) {
    return "  - {source: db, table: client, retention: contract-end-"
        + term
        + ", clock: ended, action: anonymize, columns: "
        + columns
        + "}\n";
  }

  private long anonymizedBy(Night night) {
    return night.run().act().stream()
        .flatMap(act -> act.targets().stream())
        .mapToLong(target -> target.anonymized())
        .sum();
  }

  @ParameterizedTest
  @EnumSource
  void aLaterTermChangesItsOwnColumns(Engine engine) {
    Night night = night(engine);
    database.execute("UPDATE client SET ended = DATE '2024-06-01' WHERE id > 3");
    night
        .shop()
        .job(
            "targets:\n"
                + target("p1y6m", "{name: hash, note: redact}")
                + target("p2y", "{note: \"null\", born: {operator: generalize, to: year}}"));

    assertThat(anonymizedBy(night)).as("six by the first term, three by both").isEqualTo(9);
    assertThat(database.rows("SELECT id FROM client WHERE name NOT LIKE '% %' ORDER BY id"))
        .hasSize(6);
    assertThat(database.rows("SELECT id FROM client WHERE note IS NULL ORDER BY id"))
        .isEqualTo(List.of("1", "2", "3"));
    List<String> names = database.rows("SELECT name FROM client ORDER BY id");
    assertThat(night.run().status()).isEqualTo(RunResult.Status.NOTHING_DUE);

    database.execute("UPDATE client SET ended = DATE '2020-06-01' WHERE id = 5");
    assertThat(anonymizedBy(night)).isEqualTo(1);
    assertThat(night.run().status()).isEqualTo(RunResult.Status.NOTHING_DUE);
    assertThat(database.rows("SELECT name FROM client ORDER BY id")).isEqualTo(names);
  }

  @ParameterizedTest
  @EnumSource
  void twoJobsOverOtherColumnsLeaveEachOthersRows(Engine engine) {
    Night night = night(engine);
    String first = "targets:\n" + target("p2y", "{name: hash, note: redact}");
    String second =
        "targets:\n" + target("p2y", "{note: \"null\", born: {operator: generalize, to: year}}");
    night.shop().job(first);
    assertThat(anonymizedBy(night)).isEqualTo(6);
    List<String> names = database.rows("SELECT name FROM client ORDER BY id");
    night.shop().job(second);
    assertThat(anonymizedBy(night)).isEqualTo(6);

    for (String job : List.of(first, second, first)) {
      night.shop().job(job);
      assertThat(night.run().status()).isEqualTo(RunResult.Status.NOTHING_DUE);
    }
    assertThat(database.rows("SELECT name FROM client ORDER BY id")).isEqualTo(names);

    // A new person under the key is nobody's yet.
    database.execute("DELETE FROM client WHERE id = 2");
    put(2);
    for (String job : List.of(second, first)) {
      night.shop().job(job);
      assertThat(anonymizedBy(night)).isEqualTo(1);
      assertThat(night.run().status()).isEqualTo(RunResult.Status.NOTHING_DUE);
    }
    night.shop().job(second);
    assertThat(night.run().status()).isEqualTo(RunResult.Status.NOTHING_DUE);
    night.assertLeftClean();
  }

  private static String tableOf(Engine engine) {
    return engine == Engine.H2 ? "CLIENT" : "client";
  }
}
