package kz.umyt.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import kz.umyt.engines.Engine;
import kz.umyt.engines.Shop;
import kz.umyt.engines.TestDatabase;
import kz.umyt.plan.Cascaded;
import kz.umyt.plan.Plan;
import kz.umyt.report.Act;
import kz.umyt.settings.SettingsException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a job lets go along goes with its parent, and is counted; what it does not name stays. */
class CascadeLeaveIT {

  @TempDir Path folder;

  /**
   * Orders 1 to 9, all past their term but number 3. Each has two lines; a note hangs on a line of
   * number 1, a mark (which is nowhere named) on one of number 2, and the register holds one of
   * number 4; number 5 has a payment that is not due, number 6 one that is; number 7 points to a
   * line of its own, number 3 to one of number 8. A log entry stands beside every order.
   */
  private TestDatabase orders(Engine engine) {
    TestDatabase database = engine.fresh(folder);
    database.execute(
        "CREATE TABLE orders (id INT PRIMARY KEY, person VARCHAR(9), ended DATE, main_line INT)",
        "CREATE TABLE line (id INT PRIMARY KEY, order_id INT,"
            + " FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE CASCADE)",
        "ALTER TABLE orders ADD FOREIGN KEY (main_line) REFERENCES line (id)",
        "CREATE TABLE note (id INT PRIMARY KEY, line_id INT,"
            + " FOREIGN KEY (line_id) REFERENCES line (id) ON DELETE CASCADE)",
        "CREATE TABLE mark (id INT PRIMARY KEY, line_id INT,"
            + " FOREIGN KEY (line_id) REFERENCES line (id))",
        "CREATE TABLE log (id INT PRIMARY KEY, order_id INT,"
            + " FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE SET NULL)",
        "CREATE TABLE payment (id INT PRIMARY KEY, order_id INT, person VARCHAR(9), paid DATE,"
            + " FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE CASCADE)");
    for (int id = 1; id <= 9; id++) {
      String ended = id == 3 ? "2025-01-01" : "2020-01-01";
      database.execute(
          "INSERT INTO orders VALUES (" + id + ", 'p" + id + "', DATE '" + ended + "', NULL)",
          "INSERT INTO line VALUES (" + id + "1, " + id + ")",
          "INSERT INTO line VALUES (" + id + "2, " + id + ")",
          "INSERT INTO log VALUES (" + id + ", " + id + ")");
    }
    database.execute(
        "INSERT INTO note VALUES (1, 11)",
        "INSERT INTO mark VALUES (1, 22)",
        "INSERT INTO payment VALUES (5, 5, 'p5', DATE '2025-01-01')",
        "INSERT INTO payment VALUES (6, 6, 'p6', DATE '2020-01-01')",
        "UPDATE orders SET main_line = 72 WHERE id = 7",
        "UPDATE orders SET main_line = 81 WHERE id = 3");
    return database;
  }

  private Night night(TestDatabase database, String cascades) {
    Shop shop = Shop.in(folder.resolve("shop")).database("db", database);
    shop.write("holds.csv", "subject,table,key,authority,from\n,line,42,Court,2026-01-01\n");
    shop.job(
        "throttle: {pause: 0ms}\nregisters: {holds: holds.csv}\ntargets:\n"
            + "  - {source: db, table: orders, subject: person, retention: contract-end-p2y,"
            + " clock: ended, action: destroy, cascades: "
            + cascades
            + "}\n  - {source: db, table: payment, subject: person, retention: contract-end-p2y,"
            + " clock: paid, action: destroy}\n");
    return new Night(shop);
  }

  private static Map<String, Long> counted(List<Cascaded> cascaded) {
    return cascaded.stream()
        .collect(
            Collectors.toMap(
                one ->
                    one.table().toLowerCase(Locale.ROOT).replaceAll(".*\\.", "")
                        + " "
                        + one.action(),
                Cascaded::records));
  }

  @ParameterizedTest
  @EnumSource
  void goesWithItsParentAndIsCounted(Engine engine) {
    TestDatabase database = orders(engine);
    Night night = night(database, "[line, note, log, payment]");

    Plan plan = night.plan();
    // At most: a plan cannot know that the payment of number 5 stays.
    assertThat(counted(plan.targets().get(1).cascades()))
        .isEqualTo(Map.of("line destroy", 10L, "note destroy", 1L, "log empty", 5L));

    RunResult result = night.run();

    Act.ActTarget orders = Night.target(result, RetentionRunIT.name(engine, "orders"));
    assertThat(database.rows("SELECT id FROM orders ORDER BY id"))
        .containsExactly("2", "3", "4", "5", "8");
    assertThat(database.rows("SELECT id FROM line ORDER BY id"))
        .containsExactly("21", "22", "31", "32", "41", "42", "51", "52", "81", "82");
    assertThat(database.number("SELECT COUNT(*) FROM note")).isZero();
    assertThat(database.rows("SELECT id FROM log WHERE order_id IS NULL ORDER BY id"))
        .containsExactly("1", "6", "7", "9");
    assertThat(database.rows("SELECT id FROM payment")).containsExactly("5");
    assertThat(orders.planned().due()).isEqualTo(8);
    assertThat(orders.destroyed()).isEqualTo(4);
    assertThat(orders.remaining()).isEqualTo(4);
    assertThat(counted(orders.cascaded()))
        .isEqualTo(Map.of("line destroy", 8L, "note destroy", 1L, "log empty", 4L));
    assertThat(orders.failures())
        .extracting(failure -> failure.records() + " " + failure.reason().toLowerCase(Locale.ROOT))
        .hasSize(2)
        .allMatch(reason -> reason.startsWith("1 "))
        .anyMatch(reason -> reason.contains("mark point to") && reason.contains("does not name"))
        .anyMatch(reason -> reason.contains("other rows of") && reason.contains("orders"));
    assertThat(orders.proof().postponed())
        .extracting(waiting -> waiting.records() + " " + waiting.reason().toLowerCase(Locale.ROOT))
        .hasSize(2)
        .allMatch(reason -> reason.startsWith("1 "))
        .anyMatch(reason -> reason.contains("line that would go") && reason.contains("holds"))
        .anyMatch(reason -> reason.contains("payment still point to it"));
    assertThat(
            database.number("SELECT SUM(changed) FROM umyt_journal WHERE action = 'along:destroy'"))
        .isEqualTo(9);

    RunResult second = night.run();
    assertThat(second.act()).as("the second night changes nothing").isEmpty();
    assertThat(second.status()).isEqualTo(RunResult.Status.FAILED_VERIFICATION);
    assertThat(second.targets().get(1).failed()).isEqualTo(2);
    night.assertLeftClean();
  }

  @ParameterizedTest
  @EnumSource(names = "H2")
  void needsLeaveForEveryTable(Engine engine) {
    TestDatabase database = orders(engine);

    RunResult result = night(database, "[line, log]").run();

    assertThat(database.rows("SELECT id FROM orders ORDER BY id"))
        .containsExactly("1", "2", "3", "4", "5", "8");
    assertThat(database.number("SELECT COUNT(*) FROM note")).isEqualTo(1);
    assertThat(database.rows("SELECT id FROM line WHERE order_id = 1")).hasSize(2);
    assertThat(database.rows("SELECT order_id FROM log WHERE id = 1")).containsExactly("1");
    assertThat(Night.target(result, "ORDERS").failures())
        .extracting(Act.Failure::reason)
        .anyMatch(reason -> reason.contains("NOTE point to rows of"));
  }

  @ParameterizedTest
  @EnumSource(names = "H2")
  void refusesALeaveThatCannotBeUsed(Engine engine) {
    TestDatabase database = orders(engine);

    assertThatThrownBy(() -> night(database, "[line, mark]").plan())
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("no foreign key with ON DELETE CASCADE")
        .hasMessageContaining("mark");
    assertThatThrownBy(() -> night(database, "[orders]").plan())
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("this target's own");
  }

  /** Rows that point to what would go along go first, by a target of their own. */
  @ParameterizedTest
  @EnumSource
  void goesAfterRowsThatPointToWhatGoesAlong(Engine engine) {
    TestDatabase database = engine.fresh(folder);
    database.execute(
        "CREATE TABLE orders (id INT PRIMARY KEY, ended DATE)",
        "CREATE TABLE line (id INT PRIMARY KEY, order_id INT,"
            + " FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE CASCADE)",
        "CREATE TABLE claim (id INT PRIMARY KEY, line_id INT, ended DATE,"
            + " FOREIGN KEY (line_id) REFERENCES line (id))",
        "INSERT INTO orders VALUES (1, DATE '2020-01-01')",
        "INSERT INTO line VALUES (11, 1)",
        "INSERT INTO claim VALUES (111, 11, DATE '2020-01-01')");
    Shop shop = Shop.in(folder.resolve("shop")).database("db", database);
    shop.job(
        """
        targets:
          - {source: db, table: orders, retention: contract-end-p2y, clock: ended, action: destroy, cascades: [line]}
          - {source: db, table: claim, retention: contract-end-p2y, clock: ended, action: destroy}
        """);

    RunResult result = new Night(shop).run();

    assertThat(result.status()).isEqualTo(RunResult.Status.VERIFIED);
    assertThat(database.number("SELECT COUNT(*) FROM orders")).isZero();
    assertThat(database.number("SELECT COUNT(*) FROM line")).isZero();
  }
}
