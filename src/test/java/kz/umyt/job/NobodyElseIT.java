package kz.umyt.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kz.umyt.engines.Engine;
import kz.umyt.engines.Shop;
import kz.umyt.engines.TestDatabase;
import kz.umyt.report.Act;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an engine or a file takes for the same, or for a date, is not taken for it by a run. */
class NobodyElseIT {

  @TempDir Path folder;

  /** The usual collations of MariaDB tell neither case nor accents apart. */
  @ParameterizedTest
  @EnumSource
  void aWithdrawalIsOfThePersonWhoIsNamed(Engine engine) {
    TestDatabase database = engine.fresh(folder);
    database.execute("CREATE TABLE person (id INT PRIMARY KEY, name VARCHAR(40))");
    List<List<?>> people = new ArrayList<>();
    for (String name :
        List.of("Иванов", "иванов", "Ёлкин", "Елкин", "lee", "léé", "LEE", "Андрей", "Андреи")) {
      people.add(List.of(people.size(), name));
    }
    database.insert("INSERT INTO person VALUES (?, ?)", people);
    Shop shop = Shop.in(folder.resolve("shop")).database("db", database);
    shop.write(
        "gone.csv",
        "subject,date\nИванов,2024-01-01\nЕлкин,2024-01-01\nlee,2024-01-01\nАндрей,2024-01-01\n");
    shop.job(
        """
        registers: {withdrawals: gone.csv}
        targets:
          - source: db
            table: person
            subject: name
            retention: consent-withdrawn-p0d
            clock: {register: withdrawals}
            action: destroy
        """);

    RunResult result = new Night(shop).run();

    assertThat(result.act().orElseThrow().targets().get(0).destroyed()).isEqualTo(4);
    assertThat(database.rows("SELECT name FROM person ORDER BY id"))
        .containsExactly("иванов", "Ёлкин", "léé", "LEE", "Андреи");
  }

  @Test
  void aDayThatNoCalendarHasIsUndecidable() {
    TestDatabase database = Engine.MARIADB.fresh(folder);
    database.execute(
        "CREATE TABLE client (id INT PRIMARY KEY, ended DATE, at DATETIME)",
        "SET sql_mode = 'ALLOW_INVALID_DATES'",
        "INSERT INTO client VALUES"
            + " (1, '2020-12-31', '2020-12-31 10:00'), (2, '2020-02-29', '2020-02-29 10:00'),"
            + " (3, '2021-02-29', '2021-02-29 10:00'), (4, '2020-04-31', '2020-04-31 10:00'),"
            + " (5, '2020-00-00', '2020-00-00 10:00'), (6, '2020-05-00', '2020-05-00 10:00'),"
            + " (7, '0000-00-00', '0000-00-00 00:00'), (8, NULL, NULL),"
            + " (9, '2019-02-31', '2019-02-31 10:00'), (10, '2030-01-01', '2030-01-01 00:00')");
    Shop shop = Shop.in(folder.resolve("shop")).database("db", database);
    for (String clock : List.of("ended", "at", "{latest: visit.day}", "{expression: \"ended\"}")) {
      database.execute(
          "DROP TABLE IF EXISTS visit",
          "CREATE TABLE visit (id INT PRIMARY KEY, client INT, day DATE,"
              + " FOREIGN KEY (client) REFERENCES client (id))",
          "SET sql_mode = 'ALLOW_INVALID_DATES'",
          "INSERT INTO visit SELECT id, id, ended FROM client");
      shop.job(
          """
          targets:
            - source: db
              table: client
              retention: contract-end-p2y
              clock: %s
              action: destroy
          """
              .formatted(clock));

      var planned = new Night(shop).plan().targets().get(0);

      assertThat(planned.due()).as(clock).isEqualTo(2);
      assertThat(planned.undecidable()).as(clock).isEqualTo(6);
      assertThat(planned.kept()).as(clock).isEqualTo(2);
      assertThat(planned.oldest()).as(clock).hasToString("Optional[2020-02-29]");
    }
    database.execute("DROP TABLE visit");
    shop.job(
        """
        targets:
          - {source: db, table: client, retention: contract-end-p2y, clock: at, action: destroy}
        """);

    new Night(shop).run();

    assertThat(database.rows("SELECT id FROM client ORDER BY id"))
        .containsExactly("3", "4", "5", "6", "7", "8", "9", "10");
  }

  @Test
  void aRecordOfAFileWithoutAnythingToChangeIsDoneToo() throws Exception {
    Path files = Files.createDirectories(folder.resolve("files"));
    String rows = "iin;ended\n;01.01.2020\n850101300114;01.01.2020\n";
    Files.writeString(files.resolve("a.csv"), rows);
    Files.writeString(files.resolve("b.csv"), "iin;ended\n;02.01.2020\n");
    Shop shop = Shop.in(folder.resolve("shop")).folder("files", files);
    shop.job(
        """
        targets:
          - source: files
            file: "*.csv"
            retention: contract-end-p2y
            clock: {column: ended, format: dd.MM.yyyy}
            action: anonymize
            columns: {iin: redact}
        """);
    Night night = new Night(shop);

    Act.ActTarget done = night.run().act().orElseThrow().targets().get(0);

    assertThat(done.planned().due()).isEqualTo(3);
    assertThat(done.anonymized()).isEqualTo(3);
    assertThat(done.remaining()).isZero();
    assertThat(files.resolve("a.csv")).hasContent("iin;ended\n;01.01.2020\n;01.01.2020\n");
    assertThat(night.run().status()).isEqualTo(RunResult.Status.NOTHING_DUE);
    night.assertLeftClean();
  }
}
