package kz.umyt.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kz.umyt.engines.Engine;
import kz.umyt.engines.Shop;
import kz.umyt.engines.TestDatabase;
import kz.umyt.report.Act;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pseudonyms, networks, cities and ranges in tables: unique, alike over tables, and final. */
class PseudonymIT {

  private static final int PEOPLE = 500;

  @TempDir Path folder;

  private TestDatabase database;

  private Night night(Engine engine) {
    database = engine.fresh(folder);
    database.execute(
        "CREATE TABLE person (id INT PRIMARY KEY, iin CHAR(12) NOT NULL UNIQUE, name VARCHAR(60),"
            + " phone VARCHAR(20), email VARCHAR(60) UNIQUE, ip VARCHAR(15), address VARCHAR(80),"
            + " salary INT, ended DATE)",
        "CREATE TABLE account (id INT PRIMARY KEY, owner BIGINT NOT NULL, ended DATE)");
    List<List<?>> people = new ArrayList<>();
    List<List<?>> accounts = new ArrayList<>();
    for (int id = 1; id <= PEOPLE; id++) {
      String iin = iin(id);
      String ended = id % 5 == 0 ? "2025-01-01" : "2020-01-01";
      people.add(
          List.of(
              id,
              iin,
              "Тестова Әсем",
              "+7 701 %03d 45 67".formatted(id),
              "a" + id + "@mail.example",
              "10.20.30." + id % 250,
              "г. Алматы, ул. Абая 150, кв. " + id,
              400_000 + id,
              java.time.LocalDate.parse(ended)));
      accounts.add(List.of(id, Long.valueOf(iin), java.time.LocalDate.parse(ended)));
    }
    database.insert("INSERT INTO person VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", people);
    database.insert("INSERT INTO account VALUES (?, ?, ?)", accounts);
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
              iin: {operator: pseudonym, entity: KZ_IIN}
              name: {operator: pseudonym, entity: PERSON}
              phone: {operator: pseudonym, entity: PHONE_NUMBER}
              email: {operator: pseudonym, entity: EMAIL_ADDRESS}
              ip: {operator: generalize, to: network}
              address: {operator: generalize, to: city}
              salary: {operator: generalize, to: {range: 100000}}
          - source: db
            table: account
            retention: contract-end-p2y
            clock: ended
            action: anonymize
            columns:
              owner: {operator: pseudonym, entity: KZ_IIN}
        """);
    return new Night(shop);
  }

  /** An invented person's, born in 1985, with the check digit that it must have. */
  private static String iin(int number) {
    for (int serial = number * 18; ; serial++) {
      String eleven = "850203" + "3" + "%04d".formatted(serial);
      int sum = 0;
      for (int i = 0; i < 11; i++) {
        sum += (eleven.charAt(i) - '0') * (i + 1);
      }
      if (sum % 11 < 10) {
        return eleven + sum % 11;
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void staysUniqueAndAlikeOverTables(Engine engine) {
    Night night = night(engine);

    RunResult result = night.run();

    for (Act.ActTarget target : result.act().orElseThrow().targets()) {
      assertThat(target.anonymized()).isEqualTo(PEOPLE * 4 / 5);
      assertThat(target.failed()).isZero();
      assertThat(target.remaining()).isZero();
    }
    String changed = " FROM person p WHERE MOD(p.id, 5) <> 0";
    assertThat(database.number("SELECT COUNT(DISTINCT iin)" + changed)).isEqualTo(400);
    assertThat(database.number("SELECT COUNT(DISTINCT phone)" + changed)).isEqualTo(400);
    assertThat(
            database.number(
                "SELECT COUNT(*)"
                    + changed
                    + " AND (p.phone LIKE '+7 701%' OR p.email LIKE '%mail.example')"))
        .isZero();
    assertThat(
            database.number(
                "SELECT COUNT(*) FROM person p JOIN account a ON a.id = p.id"
                    + " AND a.owner = CAST(p.iin AS DECIMAL(12))"))
        .as("the same person in both tables")
        .isEqualTo(PEOPLE);
    assertThat(database.rows("SELECT DISTINCT ip" + changed)).containsExactly("10.20.30.0");
    assertThat(database.rows("SELECT DISTINCT salary" + changed)).containsExactly("400000");
    assertThat(database.rows("SELECT DISTINCT address" + changed))
        .singleElement()
        .satisfies(address -> assertThat(address).contains("Алматы").doesNotContain("Абая"));
    assertThat(database.rows("SELECT iin FROM person WHERE id = 5")).containsExactly(iin(5));
    assertThat(night.run().status()).isEqualTo(RunResult.Status.NOTHING_DUE);
    night.assertLeftClean();
  }
}
