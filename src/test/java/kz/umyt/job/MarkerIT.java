package kz.umyt.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import kz.umyt.anonymize.TextFinder;
import kz.umyt.engines.Engine;
import kz.umyt.engines.Shop;
import kz.umyt.engines.TestDatabase;
import kz.umyt.recognize.Finding;
import kz.umyt.settings.SettingsException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables that say in a column of their own which rows are anonymized. */
class MarkerIT {

  @TempDir Path folder;

  private TestDatabase database;
  private Night night;

  private void clients(Engine engine) {
    database = engine.fresh(folder);
    database.execute(
        "CREATE TABLE client (id INT PRIMARY KEY, name VARCHAR(60), mail VARCHAR(60), ended DATE,"
            + " anonymized_at TIMESTAMP NULL, touched DATE NOT NULL, other_mark DATE,"
            + " filled TIMESTAMP NULL DEFAULT CURRENT_TIMESTAMP)");
    for (int id = 1; id <= 6; id++) {
      String ended = id <= 4 ? "2020-01-01" : "2025-01-01";
      database.execute(
          "INSERT INTO client VALUES ("
              + id
              + ", 'Тестова Әсем', 'asem@example.kz', DATE '"
              + ended
              + "', NULL, DATE '2020-01-01', NULL, NULL)");
    }
    database.execute("UPDATE client SET anonymized_at = CURRENT_TIMESTAMP WHERE id = 4");
    night = new Night(Shop.in(folder.resolve("shop")).database("db", database));
    job("anonymized_at", "{name: hash, mail: redact}");
  }

  private void job(String marker, String columns) {
    night.shop().job("throttle: {pause: 0ms}\ntargets:\n" + target(marker, columns));
  }

  private static String target(String marker, String columns) {
    return target("p2y", marker, columns);
  }

  private static String target(String term, String marker, String columns) {
    return "  - {source: db, table: client, retention: contract-end-"
        + term
        + ", clock: ended, action: anonymize"
        + (marker.isEmpty() ? "" : ", marker: " + marker)
        + ", columns: "
        + columns
        + "}\n";
  }

  private List<String> named() {
    return database.rows("SELECT id FROM client WHERE name LIKE '% %' ORDER BY id");
  }

  @ParameterizedTest
  @EnumSource
  void rowsAreKnownByIt(Engine engine) {
    clients(engine);
    assertThat(night.plan().targets().get(0).due()).isEqualTo(3);

    RunResult result = night.run();

    assertThat(result.status()).isEqualTo(RunResult.Status.VERIFIED);
    assertThat(result.targets().get(0).anonymized()).isEqualTo(3);
    assertThat(named()).containsExactly("4", "5", "6");
    assertThat(database.rows("SELECT id FROM client WHERE anonymized_at IS NOT NULL ORDER BY id"))
        .containsExactly("1", "2", "3", "4");
    assertThat(database.number("SELECT COUNT(*) FROM umyt_done WHERE digest <> '-'")).isZero();
    assertThat(night.run().status()).isEqualTo(RunResult.Status.NOTHING_DUE);

    database.execute(
        "UPDATE client SET name = 'Тестова Дана', anonymized_at = NULL WHERE id = 2",
        "UPDATE client SET ended = DATE '2020-01-01' WHERE id = 5");
    assertThat(night.run().targets().get(0).anonymized()).isEqualTo(2);
    assertThat(named()).containsExactly("4", "6");
    night.assertLeftClean();
  }

  /** Rows that were entered before the job had a marker stay as they are. */
  @ParameterizedTest
  @EnumSource
  void mayComeLater(Engine engine) {
    clients(engine);
    database.execute("UPDATE client SET anonymized_at = NULL");
    job("", "{name: hash, mail: redact}");
    assertThat(night.run().targets().get(0).anonymized()).isEqualTo(4);

    job("anonymized_at", "{name: hash, mail: redact}");
    assertThat(night.run().status()).isEqualTo(RunResult.Status.NOTHING_DUE);
    database.execute(
        "UPDATE client SET mail = 'dana@example.kz' WHERE id = 1",
        "UPDATE client SET ended = DATE '2020-01-01' WHERE id = 6");
    assertThat(night.run().targets().get(0).anonymized()).isEqualTo(2);
    assertThat(database.rows("SELECT id FROM client WHERE anonymized_at IS NOT NULL ORDER BY id"))
        .containsExactly("1", "6");
    assertThat(night.run().status()).isEqualTo(RunResult.Status.NOTHING_DUE);
  }

  @ParameterizedTest
  @EnumSource
  void standsForTheColumnsItWasBegunWith(Engine engine) {
    clients(engine);
    night.run();

    job("anonymized_at", "{name: hash}");
    assertThatThrownBy(night::plan)
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("marks rows of which other columns were anonymized")
        .hasMessageContaining("job.yaml:");

    database.execute("UPDATE client SET anonymized_at = NULL");
    assertThat(night.run().targets().get(0).anonymized()).isEqualTo(4);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsLeftInMarkedRowsIsToldUntilItIsGone(Engine engine) {
    clients(engine);
    job("anonymized_at", "{mail: {operator: mask, chars_to_mask: 2}}");
    TextFinder atSigns =
        text ->
            text.contains("@")
                ? List.of(new Finding("EMAIL_ADDRESS", 0, text.length(), 1, true, "test"))
                : List.of();

    assertThat(night.run(atSigns).status()).isEqualTo(RunResult.Status.FAILED_VERIFICATION);
    assertThat(night.run(atSigns).status()).isEqualTo(RunResult.Status.FAILED_VERIFICATION);

    database.execute("UPDATE client SET mail = 'gone'");
    assertThat(night.run(atSigns).status()).isEqualTo(RunResult.Status.VERIFIED);
    assertThat(night.run(atSigns).status()).isEqualTo(RunResult.Status.NOTHING_DUE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "touched | {name: hash} | can never be",
        "name | {mail: redact} | must be a date or a time stamp",
        "anonymized_at | {name: hash, anonymized_at: \"null\"} | has another meaning",
        "ended | {name: hash} | has another meaning",
        "filled | {name: hash} | fills it by itself",
        "nowhere | {name: hash} | nowhere",
      })
  void mustBeAColumnThatCanSaySo(String marker, String columns, String why) {
    clients(Engine.H2);
    job(marker, columns);

    assertThatThrownBy(night::plan)
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("job.yaml:")
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "anonymized_at | {name: hash} | anonymized_at | {mail: redact} | false",
        "anonymized_at | {name: hash} | '' | {name: redact} | false",
        "anonymized_at | {name: hash} | other_mark | {mail: redact} | true",
        "anonymized_at | {name: hash} | anonymized_at | {name: hash} | true",
      })
  void belongsToOneSetOfColumns(
      String marker, String columns, String other, String otherColumns, boolean isFine) {
    clients(Engine.H2);
    night.shop().job("targets:\n" + target(marker, columns) + target("p1y6m", other, otherColumns));

    if (isFine) {
      assertThat(night.run().status()).isEqualTo(RunResult.Status.VERIFIED);
      assertThat(night.run().status()).isEqualTo(RunResult.Status.NOTHING_DUE);
    } else {
      assertThatThrownBy(night::plan)
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining("another target of the table");
    }
  }
}
