package kz.umyt.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import kz.umyt.engines.Engine;
import kz.umyt.engines.Shop;
import kz.umyt.engines.TestDatabase;
import kz.umyt.report.Act;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rows that point to each other in a circle go if all of them are due, and no other row changes.
 */
class CircleIT {

  @TempDir Path folder;

  private static final String DUE = "DATE '2020-01-01'";
  private static final String LATER = "DATE '2025-01-01'";

  private Night night(TestDatabase database, String... tables) {
    Shop shop = Shop.in(folder.resolve("shop")).database("db", database);
    StringBuilder job = new StringBuilder("throttle: {pause: 0ms}\ntargets:\n");
    for (String table : tables) {
      job.append("  - {source: db, table: ")
          .append(table)
          .append(", retention: contract-end-p2y, clock: ended, action: destroy}\n");
    }
    shop.job(job.toString());
    return new Night(shop);
  }

  static Stream<Arguments> everyReactionOfEveryEngine() {
    return Stream.of(Engine.values())
        .flatMap(
            engine ->
                Stream.of("NO ACTION", "CASCADE").map(reaction -> Arguments.of(engine, reaction)));
  }

  @ParameterizedTest
  @MethodSource("everyReactionOfEveryEngine")
  void goesWithinOneTable(Engine engine, String reaction) {
    TestDatabase database = engine.fresh(folder);
    database.execute(
        "CREATE TABLE employee (id INT PRIMARY KEY, boss INT, ended DATE)",
        "INSERT INTO employee VALUES (1, 2, " + DUE + ")",
        "INSERT INTO employee VALUES (2, 3, " + DUE + ")",
        "INSERT INTO employee VALUES (3, 1, " + DUE + ")",
        "INSERT INTO employee VALUES (4, 5, " + DUE + ")",
        "INSERT INTO employee VALUES (5, 4, " + LATER + ")",
        "INSERT INTO employee VALUES (6, 6, " + DUE + ")",
        "INSERT INTO employee VALUES (7, NULL, " + DUE + ")",
        "INSERT INTO employee VALUES (8, 7, " + DUE + ")",
        "INSERT INTO employee VALUES (9, 8, " + LATER + ")",
        "ALTER TABLE employee ADD FOREIGN KEY (boss) REFERENCES employee (id) ON DELETE "
            + reaction);

    RunResult result = night(database, "employee").run();

    assertThat(database.rows("SELECT id, boss FROM employee ORDER BY id"))
        .containsExactly("4|5", "5|4", "7|null", "8|7", "9|8");
    Act.ActTarget target = result.targets().get(0);
    assertThat(target.destroyed()).isEqualTo(4);
    assertThat(target.failed()).isZero();
    assertThat(target.remaining()).isEqualTo(3);
    assertThat(target.postponed()).isEqualTo(3);
    assertThat(result.status()).isEqualTo(RunResult.Status.VERIFIED);
  }

  /**
   * Customers have a favourite invoice, invoices a customer. The rows of numbers 1, 4 and 5 are all
   * due; of number 2 the invoice is not, of number 3 the customer is not.
   */
  @ParameterizedTest
  @MethodSource("everyReactionOfEveryEngine")
  void goesOverTwoTables(Engine engine, String reaction) {
    TestDatabase database = engine.fresh(folder);
    database.execute(
        "CREATE TABLE customer (id INT PRIMARY KEY, favourite INT, ended DATE)",
        "CREATE TABLE invoice (id BIGINT PRIMARY KEY, customer INT NOT NULL, ended DATE)",
        "INSERT INTO customer VALUES (1, 1, " + DUE + ")",
        "INSERT INTO customer VALUES (2, 2, " + DUE + ")",
        "INSERT INTO customer VALUES (3, 3, " + LATER + ")",
        "INSERT INTO customer VALUES (4, 4, " + DUE + ")",
        "INSERT INTO customer VALUES (5, 1, " + DUE + ")",
        "INSERT INTO invoice VALUES (1, 1, " + DUE + ")",
        "INSERT INTO invoice VALUES (2, 2, " + LATER + ")",
        "INSERT INTO invoice VALUES (3, 3, " + DUE + ")",
        "INSERT INTO invoice VALUES (4, 4, " + DUE + ")",
        "INSERT INTO invoice VALUES (41, 4, " + DUE + ")",
        "ALTER TABLE invoice ADD FOREIGN KEY (customer) REFERENCES customer (id) ON DELETE "
            + reaction);
    if (engine == Engine.MARIADB) {
      database.execute("ALTER TABLE customer MODIFY favourite BIGINT");
    }
    database.execute(
        "ALTER TABLE customer ADD FOREIGN KEY (favourite) REFERENCES invoice (id) ON DELETE "
            + reaction);
    Night night = night(database, "customer", "invoice");

    RunResult result = night.run();

    assertThat(database.rows("SELECT id, favourite FROM customer ORDER BY id"))
        .containsExactly("2|2", "3|3");
    assertThat(database.rows("SELECT id, customer FROM invoice ORDER BY id"))
        .containsExactly("2|2", "3|3");
    Act.ActTarget customer = Night.target(result, RetentionRunIT.name(engine, "customer"));
    Act.ActTarget invoice = Night.target(result, RetentionRunIT.name(engine, "invoice"));
    assertThat(customer.destroyed()).isEqualTo(3);
    assertThat(customer.postponed()).isEqualTo(1);
    assertThat(invoice.destroyed()).isEqualTo(3);
    assertThat(invoice.postponed()).isEqualTo(1);
    assertThat(result.status()).isEqualTo(RunResult.Status.VERIFIED);
    night.assertLeftClean();
  }

  /** Neither reference can be emptied: the plan says so, and the rows are counted. */
  @ParameterizedTest
  @EnumSource(names = "POSTGRESQL")
  void isNamedWhereNobodyCanLetGo(Engine engine) {
    TestDatabase database = engine.fresh(folder);
    database.execute(
        "CREATE TABLE pair_a (id INT PRIMARY KEY, b INT NOT NULL, ended DATE)",
        "CREATE TABLE pair_b (id INT PRIMARY KEY, a INT NOT NULL, ended DATE)",
        "INSERT INTO pair_a VALUES (1, 1, " + DUE + ")",
        "INSERT INTO pair_b VALUES (1, 1, " + DUE + ")",
        "ALTER TABLE pair_a ADD FOREIGN KEY (b) REFERENCES pair_b (id)",
        "ALTER TABLE pair_b ADD FOREIGN KEY (a) REFERENCES pair_a (id)");
    Night night = night(database, "pair_a", "pair_b");

    assertThat(night.plan().targets())
        .allSatisfy(
            target ->
                assertThat(target.remarks())
                    .anyMatch(remark -> remark.contains("point to each other in a circle")));
    RunResult result = night.run();

    assertThat(result.status()).isEqualTo(RunResult.Status.FAILED_VERIFICATION);
    assertThat(result.act()).as("nothing was changed").isEmpty();
    assertThat(result.targets())
        .allSatisfy(
            target -> {
              assertThat(target.failed()).isEqualTo(1);
              assertThat(target.postponed()).isZero();
              assertThat(target.remaining()).isEqualTo(1);
            });
    assertThat(database.number("SELECT COUNT(*) FROM pair_a")).isEqualTo(1);
  }

  /** Tables in a circle of references that none of their rows form. */
  @ParameterizedTest
  @EnumSource
  void goesThoughItLeadsThroughBothTablesManyTimes(Engine engine) {
    TestDatabase database = engine.fresh(folder);
    database.execute(
        "CREATE TABLE branch (id INT PRIMARY KEY, audit INT NOT NULL, ended DATE)",
        "CREATE TABLE audit (id INT PRIMARY KEY, branch INT NOT NULL, ended DATE)");
    // Number 0 is a circle of two rows that are not due; all others lead to it in one line.
    for (int i = 0; i < 8; i++) {
      database.execute(
          "INSERT INTO branch VALUES (" + i + ", " + i + ", " + (i == 0 ? LATER : DUE) + ")",
          "INSERT INTO audit VALUES ("
              + i
              + ", "
              + Math.max(0, i - 1)
              + ", "
              + (i == 0 ? LATER : DUE)
              + ")");
    }
    // Of this line the last row stays, so that all others wait for it.
    database.execute(
        "INSERT INTO branch VALUES (20, 20, " + DUE + ")",
        "INSERT INTO audit VALUES (20, 0, " + DUE + ")",
        "INSERT INTO audit VALUES (21, 20, " + LATER + ")",
        "ALTER TABLE branch ADD FOREIGN KEY (audit) REFERENCES audit (id)",
        "ALTER TABLE audit ADD FOREIGN KEY (branch) REFERENCES branch (id)");

    Night night = night(database, "audit", "branch");
    RunResult result = night.run();

    assertThat(database.rows("SELECT id FROM branch ORDER BY id")).containsExactly("0", "20");
    assertThat(database.rows("SELECT id FROM audit ORDER BY id")).containsExactly("0", "20", "21");
    assertThat(result.targets())
        .allSatisfy(
            target -> {
              assertThat(target.destroyed()).isEqualTo(7);
              assertThat(target.failed()).isZero();
              assertThat(target.postponed()).isEqualTo(1);
            });
    assertThat(result.status()).isEqualTo(RunResult.Status.VERIFIED);
    night.assertLeftClean();
  }

  /** Who keeps only himself or each other never goes: that is no waiting. */
  @ParameterizedTest
  @EnumSource
  void doesNotWaitForItself(Engine engine) {
    TestDatabase database = engine.fresh(folder);
    database.execute(
        "CREATE TABLE employee (id INT PRIMARY KEY, boss INT, mentor INT NOT NULL, ended DATE)",
        "INSERT INTO employee VALUES (1, NULL, 1, " + DUE + ")",
        "INSERT INTO employee VALUES (2, NULL, 3, " + DUE + ")",
        "INSERT INTO employee VALUES (3, NULL, 2, " + DUE + ")",
        "INSERT INTO employee VALUES (4, NULL, 5, " + DUE + ")",
        "INSERT INTO employee VALUES (5, 4, 5, " + LATER + ")",
        "ALTER TABLE employee ADD FOREIGN KEY (boss) REFERENCES employee (id)",
        "ALTER TABLE employee ADD FOREIGN KEY (mentor) REFERENCES employee (id)");

    RunResult result = night(database, "employee").run();

    Act.ActTarget target = result.targets().get(0);
    assertThat(target.postponed()).as("number 4, whose subordinate stays").isEqualTo(1);
    assertThat(target.destroyed() + target.missed()).isEqualTo(3);
    assertThat(result.status())
        .isEqualTo(
            target.missed() == 0
                ? RunResult.Status.VERIFIED
                : RunResult.Status.FAILED_VERIFICATION);
    assertThat(database.number("SELECT COUNT(*) FROM employee WHERE id > 3")).isEqualTo(2);
  }
}
