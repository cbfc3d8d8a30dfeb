package kz.umyt.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kz.umyt.engines.Engine;
import kz.umyt.engines.Shop;
import kz.umyt.engines.TestDatabase;
import kz.umyt.report.Act;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Values are exchanged among due rows of tables, once for each row, whatever stops the run. */
class ShuffleIT {

  private static final int ROWS = 30_000;
  private static final LocalDate OVER = LocalDate.parse("2020-01-01");
  private static final LocalDate NOT_OVER = LocalDate.parse("2025-01-01");

  @TempDir Path folder;

  private TestDatabase database;

  private Night night(Engine engine, int due) {
    database = engine.fresh(folder);
    database.execute(
        "CREATE TABLE staff (id INT PRIMARY KEY, salary DECIMAL(9, 2), city VARCHAR(40) NOT NULL,"
            + " hired DATE, name VARCHAR(40), ended DATE)");
    List<List<?>> rows = new ArrayList<>();
    for (int id = 1; id <= ROWS; id++) {
      rows.add(
          Arrays.asList(
              id,
              id % 10 == 0 ? null : new java.math.BigDecimal(100_000 + id * 7 % 997),
              "город " + id % 40,
              LocalDate.of(2010, 1, 1).plusDays(id % 3000),
              "Тестова Әсем",
              id % 6 == 1 || due * 6 < id ? NOT_OVER : OVER));
    }
    database.insert("INSERT INTO staff VALUES (?, ?, ?, ?, ?, ?)", rows);
    Shop shop = Shop.in(folder.resolve("shop")).database("db", database);
    shop.job(
        """
        throttle: {chunk-time: 1s, pause: 0ms, connections: 1}
        targets:
          - source: db
            table: staff
            retention: contract-end-p2y
            clock: ended
            action: anonymize
            columns:
              salary: shuffle
              city: {operator: shuffle, entity: CITY}
              hired: shuffle
              name: replace
        """);
    return new Night(shop);
  }

  @ParameterizedTest
  @EnumSource
  void leavesNobodyTheOwnValueOverStops(Engine engine) {
    Night night = night(engine, ROWS);
    database.execute("CREATE TABLE was AS SELECT * FROM staff");

    StopSignal stop = new StopSignal();
    RunResult stopped =
        night.run(Night.atChunks(() -> {}, () -> stop.request("the test says so")), stop);
    long halfway = database.number("SELECT COUNT(*) FROM staff WHERE name <> 'Тестова Әсем'");
    RunResult result = night.run();

    assertThat(stopped.status()).isEqualTo(RunResult.Status.STOPPED);
    assertThat(halfway).isBetween(1L, ROWS * 5L / 6 - 1);
    Act.ActTarget staff = Night.target(result, RetentionRunIT.name(engine, "staff"));
    assertThat(staff.anonymized()).isEqualTo(ROWS * 5 / 6);
    assertThat(staff.failed()).isZero();
    assertThat(staff.remaining()).isZero();
    String both = "SELECT COUNT(*) FROM staff s JOIN was w ON w.id = s.id WHERE ";
    for (String column : List.of("salary", "city", "hired")) {
      assertThat(database.number(both + "s.name = '<removed>' AND s." + column + " = w." + column))
          .as(column + " kept")
          .isZero();
      String counts = "SELECT %s, COUNT(*) FROM %s GROUP BY %1$s ORDER BY %1$s";
      assertThat(database.rows(counts.formatted(column, "staff")))
          .isEqualTo(database.rows(counts.formatted(column, "was")));
    }
    assertThat(
            database.number(
                both
                    + "(s.salary IS NULL AND w.salary IS NOT NULL) OR (s.name = w.name"
                    + " AND (s.city <> w.city OR s.hired <> w.hired))"))
        .as("emptied, or touched before the term was over")
        .isZero();
    assertThat(night.run().status()).isEqualTo(RunResult.Status.NOTHING_DUE);
  }

  @ParameterizedTest
  @EnumSource
  void removesValuesAmongTooFew(Engine engine) {
    Night night = night(engine, 1);

    RunResult result = night.run();

    Act.ActTarget staff = Night.target(result, RetentionRunIT.name(engine, "staff"));
    assertThat(staff.anonymized()).isEqualTo(5);
    assertThat(database.rows("SELECT salary, city, hired FROM staff WHERE id BETWEEN 1 AND 3"))
        .startsWith("100007.00|город 1|2010-01-02", "null||null", "null||null");
  }
}
