package kz.umyt.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.umyt.engines.Engine;
import kz.umyt.engines.Shop;
import kz.umyt.engines.TestDatabase;
import kz.umyt.report.Act;
import kz.umyt.settings.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How well a person is hidden among the anonymized records. */
class IdentityRiskIT {

  private static final LocalDate OVER = LocalDate.of(2020, 1, 1);
  private static final LocalDate RUNS = LocalDate.of(2025, 1, 1);

  @TempDir Path folder;

  private Shop shop(TestDatabase database, String more) {
    Shop shop = Shop.in(folder.resolve("shop")).database("db", database);
    shop.job(
        """
        throttle: {pause: 0ms}
        targets:
          - source: db
            table: person
            retention: contract-end-p2y
            clock: ended
            action: anonymize
            columns:
              name: replace
              born: {operator: generalize, to: year, entity: DATE_OF_BIRTH}
              sex: {operator: keep, entity: SEX}
              phone: {operator: hash, entity: PHONE_NUMBER}
        """
            + more.indent(4));
    return shop;
  }

  /** Six men and three women born in 1985, in two towns; a woman of 1960; one is still a client. */
  private TestDatabase people(Engine engine) {
    TestDatabase database = engine.fresh(folder);
    database.execute(
        "CREATE TABLE person (id INT PRIMARY KEY, name VARCHAR(60), born DATE, sex CHAR(1),"
            + " town VARCHAR(20), phone VARCHAR(200), ended DATE)");
    List<List<?>> rows = new ArrayList<>();
    for (int id = 1; id <= 9; id++) {
      String town = id % 3 == 0 ? "Almaty" : "ALMATY";
      rows.add(row(id, "1985-0" + id + "-11", id <= 6 ? "m" : "f", town, OVER));
    }
    rows.add(row(10, "1960-02-03", "f", "Almaty", OVER));
    rows.add(row(11, "1960-02-03", "f", "Almaty", RUNS));
    database.insert("INSERT INTO person VALUES (?, ?, ?, ?, ?, ?, ?)", rows);
    return database;
  }

  private static List<?> row(int id, String born, String sex, String town, LocalDate ended) {
    return List.of(id, "Name " + id, LocalDate.parse(born), sex, town, "+7 701 00" + id, ended);
  }

  private static Act.IdentityRisk risk(RunResult result) {
    return result.act().orElseThrow().targets().get(0).proof().identity().orElseThrow();
  }

  @ParameterizedTest
  @EnumSource
  void countsGroupsOfAnonymizedRowsOverAllNights(Engine engine) throws IOException {
    TestDatabase database = people(engine);
    Night night = new Night(shop(database, "require-k: 3"));

    RunResult result = night.run();

    Act.IdentityRisk risk = risk(result);
    assertThat(risk.columns()).hasSize(2).allMatch(name -> name.matches("(?i)born|sex"));
    assertThat(risk.rows()).isEqualTo(10);
    assertThat(risk.groups()).isEqualTo(3);
    assertThat(risk.k()).isEqualTo(1);
    assertThat(risk.unique()).isEqualTo(1);
    assertThat(risk.below()).isEqualTo(1);
    assertThat(risk.isMet()).isFalse();
    assertThat(result.status()).isEqualTo(RunResult.Status.NEEDS_PERSON);
    assertThat(Files.readString(result.actJson().orElseThrow()))
        .contains("\"k\": 1,", "\"requireK\": 3,", "\"met\": false");
    assertThat(Files.readString(night.shop().home().resolve("ledger.jsonl")))
        .contains("identity-measured");

    RunResult between = night.run();
    assertThat(between.status())
        .as("nothing is due, and she stands out as before")
        .isEqualTo(RunResult.Status.NEEDS_PERSON);
    assertThat(between.targets().get(0).proof().identity().orElseThrow().isMet()).isFalse();

    database.execute(
        "UPDATE person SET ended = DATE '2020-01-01' WHERE id = 11",
        "INSERT INTO person VALUES (12, 'x', DATE '1960-09-09', 'f', 'Aktau', '1', DATE"
            + " '2020-01-01')");
    RunResult second = night.run();

    assertThat(risk(second).rows()).as("those of the night before too").isEqualTo(12);
    assertThat(risk(second).k()).isEqualTo(3);
    assertThat(risk(second).isMet()).isTrue();
    assertThat(second.status()).isEqualTo(RunResult.Status.VERIFIED);
    assertThat(night.run().status()).isEqualTo(RunResult.Status.NOTHING_DUE);
  }

  @ParameterizedTest
  @EnumSource
  void takesTheColumnsThatTheJobNamesAndTellsSpellingsApart(Engine engine) {
    Night night = new Night(shop(people(engine), "quasi-identifiers: [town]"));

    RunResult result = night.run();

    assertThat(risk(result).groups()).isEqualTo(2);
    assertThat(risk(result).k()).isEqualTo(4);
    assertThat(risk(result).unique()).isZero();
    assertThat(risk(result).requireK()).isEmpty();
    assertThat(result.status()).isEqualTo(RunResult.Status.VERIFIED);
  }

  @Test
  void refusesToPromiseWhatItCannotLookAt() {
    TestDatabase database = people(Engine.H2);
    Shop shop = shop(database, "require-k: 3");
    shop.job(
        """
        targets:
          - {source: db, table: person, retention: contract-end-p2y, clock: ended,
             action: anonymize, columns: {name: replace}, require-k: 3}
        """);

    assertThatThrownBy(() -> new Night(shop).run())
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("job.yaml:6:")
        .hasMessageContaining("quasi-identifiers");
    assertThat(database.number("SELECT COUNT(*) FROM person WHERE name LIKE 'Name%'"))
        .isEqualTo(11);
  }

  @Test
  void looksIntoFilesToo() throws IOException {
    Path files = Files.createDirectories(folder.resolve("files"));
    StringBuilder text = new StringBuilder("id,name,city,ended\n");
    for (int id = 1; id <= 7; id++) {
      text.append(id).append(",N ").append(id).append(id < 7 ? ",Oral" : ",Semey");
      text.append(",2020-01-01\n");
    }
    text.append("8,N 8,Semey,2025-01-01\n");
    Files.writeString(files.resolve("people.csv"), text);
    Shop shop = Shop.in(folder.resolve("shop")).folder("files", files);
    shop.job(
        """
        targets:
          - source: files
            file: people.csv
            retention: contract-end-p2y
            clock: {column: ended, format: yyyy-MM-dd}
            action: anonymize
            columns: {name: replace}
            quasi-identifiers: [city]
            require-k: 2
        """);

    RunResult result = new Night(shop).run();

    Act.IdentityRisk risk = risk(result);
    assertThat(risk.columns()).containsExactly("city");
    assertThat(List.of(risk.rows(), risk.groups(), risk.k(), risk.unique(), risk.below()))
        .containsExactly(7L, 2L, 1L, 1L, 1L);
    assertThat(risk.requireK()).isEqualTo(Optional.of(2));
    assertThat(result.status()).isEqualTo(RunResult.Status.NEEDS_PERSON);
  }
}
