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

/** A record whose term is counted from rows that go before it is as old as it was with them. */
class KeptDaysIT {

  @TempDir Path folder;

  private TestDatabase database;

  private Night night(Engine engine, String invoiceTerm, String clientTerm, String clientAction) {
    database = engine.fresh(folder);
    database.execute(
        "CREATE TABLE client (region VARCHAR(9), id INT, name VARCHAR(60),"
            + " PRIMARY KEY (region, id))",
        "CREATE TABLE invoice (id INT PRIMARY KEY, region VARCHAR(9), client INT, issued DATE,"
            + " paid "
            + database.momentType()
            + ", FOREIGN KEY (region, client) REFERENCES client (region, id))",
        "INSERT INTO client VALUES ('kz', 1, 'Иванов'), ('kz', 2, 'Иванов'), ('kz', 3, 'Иванов'),"
            + " ('kz', 4, 'Иванов'), ('kz', 5, 'Иванов')");
    // All past two years; past none; one open; one without sense; and who never had any.
    invoice(1, 1, "2020-01-01", "'2020-02-01 12:00:00'");
    invoice(2, 1, "2021-01-01", "'2021-02-01 12:00:00'");
    invoice(3, 2, "2020-01-01", "'2020-02-01 12:00:00'");
    invoice(4, 2, "2021-01-01", "'2025-02-01 12:00:00'");
    invoice(5, 3, "2020-01-01", "'2020-02-01 12:00:00'");
    invoice(6, 3, "2021-01-01", "NULL");
    invoice(7, 4, "2020-01-01", "'1970-01-01 12:00:00'");
    Shop shop = Shop.in(folder.resolve("shop")).database("db", database);
    shop.job(job(invoiceTerm, clientTerm, clientAction));
    return new Night(shop);
  }

  private void invoice(int id, int client, String issued, String paid) {
    database.execute(
        "INSERT INTO invoice VALUES ("
            + id
            + ", 'kz', "
            + client
            + ", DATE '"
            + issued
            + "', "
            + (paid.equals("NULL") ? paid : "TIMESTAMP " + paid)
            + ")");
  }

  /** Invoices go by their own day, clients by the last payment. */
  private static String job(String invoiceTerm, String clientTerm, String clientAction) {
    return "throttle: {pause: 0ms}\ntargets:\n"
        + target("client", clientTerm, "{latest: invoice.paid}", clientAction)
        + target("invoice", invoiceTerm, "issued", "action: destroy");
  }

  private static String target(String table, String term, String clock, String action) {
    return "  - {source: db, table: "
        + table
        + ", retention: contract-end-"
        + term
        + ", clock: "
        + clock
        + ", "
        + action
        + "}\n";
  }

  private List<String> clients() {
    return database.rows("SELECT id FROM client ORDER BY id");
  }

  @ParameterizedTest
  @EnumSource
  void aRecordGoesAfterTheRowsThatItsClockWasReadFrom(Engine engine) {
    Night night = night(engine, "p2y", "p2y", "action: destroy");
    var planned = night.plan();
    assertThat(planned.targets().stream().mapToLong(target -> target.due()).sum()).isEqualTo(8);

    RunResult result = night.run();

    assertThat(Night.target(result, RetentionRunIT.name(engine, "invoice")).destroyed())
        .isEqualTo(7);
    assertThat(Night.target(result, RetentionRunIT.name(engine, "client")).destroyed())
        .isEqualTo(1);
    assertThat(Night.target(result, RetentionRunIT.name(engine, "client")).remaining()).isZero();
    assertThat(clients())
        .as("paid lately, never, in 1970, none")
        .isEqualTo(List.of("2", "3", "4", "5"));
    assertThat(database.rows("SELECT DISTINCT row_key FROM umyt_due ORDER BY 1"))
        .as("of those that are gone nothing is kept")
        .hasSize(3);
    var again = night.plan().targets();
    assertThat(again.stream().mapToLong(target -> target.due()).sum()).isZero();
    assertThat(again.stream().mapToLong(target -> target.undecidable()).sum())
        .as("whose only invoice was paid in 1970")
        .isEqualTo(1);
    assertThat(night.run().status()).isNotEqualTo(RunResult.Status.VERIFIED);
    night.assertLeftClean();
  }

  @ParameterizedTest
  @EnumSource
  void daysAreKeptOnceWhereTwoRulesHaveOneClock(Engine engine) {
    Night night =
        night(
            engine,
            "p2y",
            "p2y",
            "also: [{retention: contract-end-p1y6m, clock: {latest: invoice.paid}}],"
                + " action: destroy");

    night.run();

    assertThat(clients()).isEqualTo(List.of("2", "3", "4", "5"));
    assertThat(
            database.rows(
                "SELECT target, row_key, run, local_time, moment FROM umyt_due"
                    + " GROUP BY target, row_key, run, local_time, moment HAVING COUNT(*) > 1"))
        .isEmpty();
    assertThat(database.rows("SELECT DISTINCT row_key FROM umyt_due ORDER BY 1")).hasSize(3);
    night.assertLeftClean();
  }

  @ParameterizedTest
  @EnumSource
  void aLongerTermIsStillCountedFromThem(Engine engine) {
    Night night = night(engine, "p1y6m", "p2y", "action: anonymize, columns: {name: redact}");
    database.execute(
        "UPDATE invoice SET paid = TIMESTAMP '2024-06-01 12:00:00' WHERE id IN (1, 2)");
    night.run();
    assertThat(database.rows("SELECT COUNT(*) FROM invoice")).isEqualTo(List.of("0"));
    assertThat(night.plan().targets().stream().mapToLong(target -> target.due()).sum()).isZero();

    night.shop().job(job("p1y6m", "p1y6m", "action: anonymize, columns: {name: redact}"));

    assertThat(Night.target(night.run(), RetentionRunIT.name(engine, "client")).anonymized())
        .as("due by a shorter term, counted from invoices that are gone")
        .isEqualTo(1);
    assertThat(database.rows("SELECT id FROM client WHERE name = ''")).isEqualTo(List.of("1"));
  }

  @ParameterizedTest
  @EnumSource
  void aNewRowIsLaterThanThoseThatAreGone(Engine engine) {
    Night night = night(engine, "p2y", "p2y", "action: destroy");
    night.shop().job("targets:\n" + target("invoice", "p2y", "issued", "action: destroy"));
    night.run();
    assertThat(database.rows("SELECT COUNT(*) FROM umyt_due"))
        .as("no clock of this job is read from them")
        .isEqualTo(List.of("0"));

    night = night(engine, "p2y", "p5y", "action: destroy");
    database.execute(
        "UPDATE invoice SET paid = TIMESTAMP '2022-06-01 12:00:00' WHERE id IN (1, 2)");
    night.run();
    invoice(8, 1, "2026-01-01", "'2026-01-01 12:00:00'");
    night.shop().job(job("p2y", "p2y", "action: destroy"));
    night.run();
    assertThat(clients()).contains("1");

    database.execute("DELETE FROM invoice WHERE id = 8");
    night.run();
    assertThat(clients()).doesNotContain("1");
  }

  @ParameterizedTest
  @EnumSource
  void theNextRecordOfAKeyHasNoShareInThem(Engine engine) {
    Night night = night(engine, "p2y", "p5y", "action: destroy");
    database.execute(
        "UPDATE invoice SET paid = TIMESTAMP '2022-06-01 12:00:00' WHERE id IN (1, 2)");
    night.run();
    database.execute(
        "DELETE FROM client WHERE id = 1", "INSERT INTO client VALUES ('kz', 1, 'Новый Человек')");
    night.shop().job(job("p2y", "p2y", "action: destroy"));

    var client = night.plan().targets().stream().filter(target -> target.due() > 0).toList();

    assertThat(client).isEmpty();
    night.run();
    assertThat(clients()).contains("1");
    assertThat(night.plan().targets().stream().mapToLong(target -> target.undecidable()).sum())
        .as("a stranger's days, and whose only invoice was paid in 1970")
        .isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void aConditionMayNameAColumnThatBothTablesHave(Engine engine) {
    Night night = night(engine, "p2y", "p2y", "action: destroy");
    database.execute("ALTER TABLE client ADD held INT", "ALTER TABLE invoice ADD held INT");
    database.execute("UPDATE invoice SET held = 0", "UPDATE invoice SET held = 1 WHERE id = 1");
    night
        .shop()
        .job(
            "targets:\n"
                + target("client", "p2y", "{latest: invoice.paid}", "action: destroy")
                + target("invoice", "p2y", "issued", "hold: \"held = 1\", action: destroy"));

    RunResult result = night.run();

    assertThat(Night.target(result, RetentionRunIT.name(engine, "invoice")).destroyed())
        .isEqualTo(6);
    assertThat(clients()).isEqualTo(List.of("1", "2", "3", "4", "5"));
  }
}
