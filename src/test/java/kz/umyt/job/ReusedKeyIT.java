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

  private static String tableOf(Engine engine) {
    return engine == Engine.H2 ? "CLIENT" : "client";
  }
}
