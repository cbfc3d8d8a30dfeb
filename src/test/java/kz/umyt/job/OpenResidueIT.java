package kz.umyt.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import kz.umyt.anonymize.TextFinder;
import kz.umyt.engines.Engine;
import kz.umyt.engines.Shop;
import kz.umyt.engines.TestDatabase;
import kz.umyt.recognize.Finding;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Personal data that an operator left is told every night until it is gone. */
class OpenResidueIT {

  private static final TextFinder AT_SIGNS =
      text ->
          text.contains("@")
              ? List.of(new Finding("EMAIL_ADDRESS", 0, text.length(), 1, true, "test"))
              : List.of();

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void isToldUntilItIsGone(Engine engine) {
    TestDatabase database = engine.fresh(folder);
    database.execute(
        "CREATE TABLE client (id INT PRIMARY KEY, mail VARCHAR(60), ended DATE)",
        "INSERT INTO client VALUES (1, 'asem@example.kz', DATE '2020-01-01')",
        "INSERT INTO client VALUES (2, 'none', DATE '2020-01-01')",
        "INSERT INTO client VALUES (3, 'dana@example.kz', DATE '2025-01-01')");
    Shop shop = Shop.in(folder.resolve("shop")).database("db", database);
    shop.job(
        """
        targets:
          - source: db
            table: client
            retention: contract-end-p2y
            clock: ended
            action: anonymize
            columns: {mail: {operator: mask, chars_to_mask: 2}}
        """);
    Night night = new Night(shop);
    String table = RetentionRunIT.name(engine, "client");

    RunResult first = night.run(AT_SIGNS);

    assertThat(first.status()).isEqualTo(RunResult.Status.FAILED_VERIFICATION);
    assertThat(Night.target(first, table).residue()).isEqualTo(1);
    for (int more = 0; more < 2; more++) {
      RunResult next = night.run(AT_SIGNS);
      assertThat(next.status()).isEqualTo(RunResult.Status.FAILED_VERIFICATION);
      assertThat(Night.target(next, table).residue()).isEqualTo(1);
      assertThat(Night.target(next, table).anonymized()).isZero();
      assertThat(next.act()).as("nothing was changed").isEmpty();
    }

    database.execute("UPDATE client SET ended = DATE '2019-01-01' WHERE id = 3");
    RunResult worse = night.run(AT_SIGNS);
    assertThat(Night.target(worse, table).anonymized()).isEqualTo(1);
    assertThat(Night.target(worse, table).residue()).isEqualTo(2);

    database.execute("UPDATE client SET mail = 'gone' WHERE mail LIKE '%@%'");
    RunResult mended = night.run(AT_SIGNS);
    assertThat(mended.status()).isEqualTo(RunResult.Status.VERIFIED);
    assertThat(Night.target(mended, table).anonymized()).isEqualTo(2);
    assertThat(night.run(AT_SIGNS).status()).isEqualTo(RunResult.Status.NOTHING_DUE);
    night.assertLeftClean();
  }
}
