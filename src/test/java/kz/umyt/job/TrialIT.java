package kz.umyt.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import kz.umyt.engines.Engine;
import kz.umyt.engines.Shop;
import kz.umyt.engines.TestDatabase;
import kz.umyt.report.Act;
import kz.umyt.settings.SettingsException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What no row of a table would take is refused before the first row changes. */
class TrialIT {

  @TempDir Path folder;

  private TestDatabase create(Engine engine) {
    TestDatabase database = engine.fresh(folder);
    database.execute(
        "CREATE TABLE client (id INT PRIMARY KEY, status VARCHAR(20), phone VARCHAR(40), limit_kzt"
            + " DECIMAL(5, 2), age SMALLINT, ended DATE,"
            + " CONSTRAINT status_known CHECK (status IN ('new', 'gone')),"
            + " CONSTRAINT phone_form CHECK (phone LIKE '+7%'),"
            + " CONSTRAINT adult CHECK (age >= 18 OR status = 'new'),"
            + " CONSTRAINT round_sum CHECK (limit_kzt <> 30 OR id < 1))",
        "INSERT INTO client VALUES (1, 'new', '+77011234567', 12.5, 40, DATE '2020-01-01'),"
            + " (2, 'gone', '+77011234568', 37, 41, DATE '2020-01-01'),"
            + " (3, 'new', NULL, 990, 42, DATE '2020-01-01')");
    return database;
  }

  private Night night(TestDatabase database, String column) {
    Shop shop = Shop.in(folder.resolve("shop")).database("db", database);
    shop.job(
        """
        throttle: {pause: 0ms}
        targets:
          - source: db
            table: client
            retention: contract-end-p2y
            clock: ended
            action: anonymize
            columns:
              %s
        """
            .formatted(column));
    return new Night(shop);
  }

  @ParameterizedTest
  @EnumSource
  void refusesWhatNoRowWouldTake(Engine engine) {
    TestDatabase database = create(engine);
    List<String> before = database.rows("SELECT * FROM client ORDER BY id");
    for (String[] wrong :
        new String[][] {
          {"status: {operator: replace, new_value: none}", "constraint status_known of table"},
          {"status: redact", "constraint status_known of table"},
          {"phone: hash", "constraint phone_form of table"},
          {"limit_kzt: {operator: replace, new_value: '1000'}", "column limit_kzt"},
          {"limit_kzt: {operator: replace, new_value: '0.125'}", "column limit_kzt"},
          {"age: {operator: replace, new_value: '40000'}", "column age"}
        }) {
      assertThatThrownBy(night(database, wrong[0])::run)
          .as(wrong[0])
          .isInstanceOf(SettingsException.class)
          .satisfies(
              refused ->
                  assertThat(String.valueOf(refused.getMessage()).toLowerCase(Locale.ROOT))
                      .contains(".yaml:")
                      .contains(wrong[1])
                      .contains("take another operator"));
      assertThat(database.rows("SELECT * FROM client ORDER BY id")).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @EnumSource
  void takesWhatSuitsAndWhatIsKnownOnlyByRow(Engine engine) {
    TestDatabase database = create(engine);
    // Each row of its own: an age below 18 is forbidden where the status is not 'new'.
    RunResult result = night(database, "age: {operator: replace, new_value: '7'}").run();

    assertFailed(engine, result, "adult");
    assertThat(database.rows("SELECT id FROM client WHERE age = 7 ORDER BY id"))
        .containsExactly("1", "3");
  }

  @ParameterizedTest
  @EnumSource
  void namesTheConstraintThatRefusesAComputedValue(Engine engine) {
    TestDatabase database = create(engine);

    RunResult result = night(database, "limit_kzt: {operator: generalize, to: {range: 10}}").run();

    assertFailed(engine, result, "round_sum");
    assertThat(database.rows("SELECT id FROM client WHERE limit_kzt = 37")).containsExactly("2");
  }

  private static void assertFailed(Engine engine, RunResult result, String constraint) {
    Act.ActTarget client = Night.target(result, RetentionRunIT.name(engine, "client"));
    assertThat(result.status()).isEqualTo(RunResult.Status.FAILED_VERIFICATION);
    assertThat(client.anonymized()).isEqualTo(2);
    assertThat(client.failures()).hasSize(1);
    assertThat(client.failures().get(0).reason().toLowerCase(Locale.ROOT))
        .startsWith("a constraint forbids the new value: " + constraint + " (sqlstate");
  }
}
