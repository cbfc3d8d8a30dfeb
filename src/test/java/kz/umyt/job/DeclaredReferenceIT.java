package kz.umyt.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import kz.umyt.engines.Engine;
import kz.umyt.engines.Shop;
import kz.umyt.engines.TestDatabase;
import kz.umyt.report.Act;
import kz.umyt.settings.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A reference that only the job knows of is followed as if the database had it. */
class DeclaredReferenceIT {

  private static final String REFERENCES =
      """
      references:
        - {source: db, from: call_record.caller, to: subscriber.phone}
        - {source: db, from: [visit.region, visit.client], to: [client.region, client.id]}
      """;

  @TempDir Path folder;

  private TestDatabase database;

  private Night night(Engine engine, String job) {
    database = engine.fresh(folder);
    database.execute(
        "CREATE TABLE subscriber (id INT PRIMARY KEY, phone VARCHAR(20) UNIQUE, ended DATE,"
            + " note VARCHAR(20))",
        "CREATE TABLE call_record (id INT PRIMARY KEY, caller VARCHAR(20), callee VARCHAR(20))",
        "CREATE TABLE client (region CHAR(2), id INT, PRIMARY KEY (region, id))",
        "CREATE TABLE visit (id INT PRIMARY KEY, region CHAR(2), client INT, ended DATE)",
        "CREATE TABLE real_visit (id INT PRIMARY KEY, caller INT,"
            + " FOREIGN KEY (caller) REFERENCES subscriber (id))",
        "INSERT INTO subscriber VALUES (1, '101', DATE '2020-01-01', 'x'),"
            + " (2, '102', DATE '2025-01-01', 'x'), (3, '103', NULL, 'x'),"
            + " (4, '104', DATE '2020-01-01', 'x')",
        // Of the last two nobody knows whose they are: a subscriber who is not there, and none.
        "INSERT INTO call_record VALUES (1, '101', '5'), (2, '102', '5'), (3, '103', '5'),"
            + " (4, '999', '5'), (5, NULL, '5')",
        "INSERT INTO client VALUES ('KZ', 1), ('KZ', 2), ('RU', 1)",
        "INSERT INTO visit VALUES (1, 'KZ', 1, DATE '2020-01-01'), (2, 'KZ', 2, DATE '2020-01-01'),"
            + " (3, 'KZ', 2, DATE '2025-01-01'), (4, 'RU', 1, DATE '2020-01-01')");
    Shop shop = Shop.in(folder.resolve("shop")).database("db", database);
    shop.job(job);
    return new Night(shop);
  }

  private static String target(String table, String clock, String more) {
    return "  - {source: db, table: "
        + table
        + ", retention: contract-end-p2y, clock: "
        + clock
        + ", action: destroy"
        + more
        + "}\n";
  }

  @ParameterizedTest
  @EnumSource
  void clocksAreReadOverIt(Engine engine) {
    Night night =
        night(
            engine,
            REFERENCES
                + "targets:\n"
                + target("call_record", "subscriber.ended", "")
                + target("client", "{latest: visit.ended}", ", cascades: [visit]"));

    RunResult result = night.run();

    Act.ActTarget calls = Night.target(result, RetentionRunIT.name(engine, "call_record"));
    assertThat(calls.destroyed()).isEqualTo(1);
    assertThat(calls.planned().undecidable()).as("a caller who is not there").isEqualTo(1);
    assertThat(database.rows("SELECT id FROM call_record ORDER BY id"))
        .isEqualTo(List.of("2", "3", "4", "5"));
    assertThat(database.rows("SELECT id FROM visit ORDER BY id")).isEqualTo(List.of("2", "3"));
    assertThat(database.rows("SELECT CONCAT(region, id) FROM client"))
        .as("clients whose last visit is past the term are gone")
        .isEqualTo(List.of("KZ2"));
    night.assertLeftClean();
  }

  @ParameterizedTest
  @EnumSource
  void aRowStaysWhileOthersPointToIt(Engine engine) {
    Night night = night(engine, REFERENCES + "targets:\n" + target("subscriber", "ended", ""));

    Act.ActTarget target = Night.target(night.run(), RetentionRunIT.name(engine, "subscriber"));

    assertThat(target.destroyed()).isEqualTo(1);
    assertThat(target.failures())
        .singleElement()
        .satisfies(
            failure ->
                assertThat(failure.reason())
                    .containsIgnoringCase("call_record still point to it")
                    .doesNotContain("would remove"));
    assertThat(database.rows("SELECT id FROM subscriber ORDER BY id"))
        .isEqualTo(List.of("1", "2", "3"));
    assertThat(database.rows("SELECT COUNT(*) FROM call_record")).isEqualTo(List.of("5"));
  }

  @ParameterizedTest
  @EnumSource
  void withLeaveTheyGoWithIt(Engine engine) {
    Night night =
        night(
            engine,
            REFERENCES + "targets:\n" + target("subscriber", "ended", ", cascades: [call_record]"));

    Act.ActTarget target = Night.target(night.run(), RetentionRunIT.name(engine, "subscriber"));

    assertThat(target.destroyed()).isEqualTo(2);
    assertThat(target.cascaded())
        .singleElement()
        .satisfies(cascaded -> assertThat(cascaded.records()).isEqualTo(1));
    assertThat(database.rows("SELECT id FROM call_record ORDER BY id"))
        .isEqualTo(List.of("2", "3", "4", "5"));
    assertThat(night.run().status()).isEqualTo(RunResult.Status.NOTHING_DUE);
  }

  /** MariaDB would answer for C1 what it has found out for c1. */
  @Test
  void columnsThatCompareDifferentlyAreToldApart() {
    Night night =
        night(
            Engine.MARIADB,
            "references:\n  - {source: db, from: stay.code, to: guest.code}\ntargets:\n"
                + target("stay", "guest.ended", ""));
    database.execute(
        "CREATE TABLE guest (code VARCHAR(9) COLLATE utf8mb4_bin PRIMARY KEY, ended DATE)",
        "CREATE TABLE stay (id INT PRIMARY KEY, code VARCHAR(9) COLLATE utf8mb4_general_ci)",
        "INSERT INTO guest VALUES ('c1', DATE '2026-01-01'), ('C1', DATE '2020-01-01')",
        "INSERT INTO stay VALUES (1, 'c1'), (2, 'C1'), (3, 'C1'), (4, 'C1')");

    Act.ActTarget stays = Night.target(night.run(), "stay");

    assertThat(stays.planned().due()).isEqualTo(3);
    assertThat(database.rows("SELECT id FROM stay")).isEqualTo(List.of("1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          from: call_record.caler, to: subscriber.phone | has no column 'caler'
          from: calls.caller, to: subscriber.phone | has no table 'calls'
          from: call_record.caller, to: subscriber.note | several rows of table
          from: call_record.caller, to: subscriber.id | cannot point to column
          from: real_visit.caller, to: subscriber.id | has this foreign key already
          from: '[visit.client, visit.region]', to: '[client.id]' | has 2 columns and 'to' has 1
          from: '[visit.client, call_record.id]', to: '[client.id, client.region]' | not of the same
          from: visit, to: client | must be table.column
          """)
  void whatCannotBeFollowedIsRefusedWithItsLine(String reference, String message) {
    Night night =
        night(
            Engine.H2,
            "references:\n  - {source: db, "
                + reference.replace("'", "")
                + "}\ntargets:\n"
                + target("subscriber", "ended", ""));

    assertThatThrownBy(night::plan)
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("job.yaml:5")
        .hasMessageContaining(message);
  }
}
