package kz.umyt.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.umyt.engines.Engine;
import kz.umyt.engines.ServerProcess;
import kz.umyt.engines.Shop;
import kz.umyt.engines.TestDatabase;
import kz.umyt.settings.Action;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A company whose run is killed again and again: contracts on registers and with debts, their bills
 * over a foreign key, people who are anonymized, and {@link SoakTenants}. Triggers write down each
 * row that a run handles, so that one handled twice is seen. Keys of all tables differ.
 */
final class SoakCompany {

  private static final int CONTRACTS = 5_000;
  private static final long BILL = 1_000_000;
  private static final long PERSON = 2_000_000;
  private static final int PEOPLE = 9_000;

  /** Of contracts that may go by their day and registers, whatever they owe. */
  private static final String OVER =
      "contract_end <= DATE '" + Night.LAST_DUE + "' AND MOD(id, 100) <> 0";

  private final TestDatabase database;
  private final Contracts contracts;
  private final Night night;
  private final Map<Long, Contracts.Contract> before;
  private final List<String> overBefore;

  SoakCompany(Engine engine, Path folder) {
    database = engine.fresh(folder);
    contracts = new Contracts(database, CONTRACTS);
    contracts.create();
    database.execute(
        "CREATE TABLE bill (id BIGINT PRIMARY KEY, contract_id BIGINT NOT NULL,"
            + " FOREIGN KEY (contract_id) REFERENCES contract (id))",
        "CREATE TABLE person (id BIGINT PRIMARY KEY, name VARCHAR(60), ended DATE)",
        "CREATE TABLE audit (what VARCHAR(10), id BIGINT)",
        "INSERT INTO bill SELECT id + " + BILL + ", id FROM contract");
    List<List<?>> people = new ArrayList<>();
    for (long i = 0; i < PEOPLE; i++) {
      String day = i % 3 == 0 ? "2025-01-01" : "2020-01-01";
      people.add(List.of(PERSON + i, "Тестов " + i, java.time.LocalDate.parse(day)));
    }
    database.insert("INSERT INTO person VALUES (?, ?, ?)", people);
    audit("contract", "DELETE");
    audit("bill", "DELETE");
    audit("person", "UPDATE");
    new SoakTenants(database).create();
    SoakTenants.tables().forEach(table -> audit(table, "DELETE"));
    Shop shop = Shop.in(folder.resolve("shop")).database("db", database);
    contracts.job(shop, Action.DESTROY, "5ms");
    shop.job(job());
    night = new Night(shop);
    before = contracts.all();
    overBefore = database.rows("SELECT id FROM contract WHERE " + OVER);
  }

  private static String job() {
    return """
        throttle: {chunk-time: 1ms, pause: 5ms}
        registers: {holds: holds.csv, blocks: blocks.csv}
        targets:
          - source: db
            table: bill
            subject: contract.iin
            retention: contract-end-p2y
            clock: contract.contract_end
            action: destroy
          - source: db
            table: contract
            subject: iin
            retention: contract-end-p2y
            clock: contract_end
            hold: "balance < 0"
            action: destroy
          - source: db
            table: person
            subject: name
            retention: contract-end-p2y
            clock: ended
            action: anonymize
            columns:
              name: {operator: replace, entity: PERSON}
        """
        + SoakTenants.TARGETS;
  }

  private void audit(String table, String event) {
    String trigger = "CREATE TRIGGER t_" + table + " AFTER " + event + " ON " + table;
    switch (database.engine()) {
      case H2 ->
          database.execute(trigger + " FOR EACH ROW CALL '" + AuditTrigger.class.getName() + "'");
      case MARIADB ->
          database.execute(
              trigger + " FOR EACH ROW INSERT INTO audit VALUES ('" + event + "', OLD.id)");
      case POSTGRESQL ->
          database.execute(
              "CREATE OR REPLACE FUNCTION audit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                  + " INSERT INTO audit VALUES (TG_OP, OLD.id); RETURN NULL; END $$",
              trigger + " FOR EACH ROW EXECUTE FUNCTION audit()");
    }
  }

  Path folder() {
    return night.shop().base();
  }

  ServerProcess server() {
    return ServerProcess.of(database);
  }

  /** Somebody who works with the contracts meanwhile; an embedded database has no such people. */
  ContractOffice office() {
    return new ContractOffice(contracts, 100);
  }

  /**
   * What is not as it must be after the last attempt.
   *
   * @param changes what people did to contracts meanwhile, each by a commit
   */
  List<String> wrong(Map<Long, Contracts.Change> changes) {
    List<String> wrong = new ArrayList<>();
    List<Long> due = new ArrayList<>();
    before.forEach(
        (id, contract) -> {
          boolean isDue =
              !contract.end().equals("null")
                  && contract.end().compareTo(Night.LAST_DUE) <= 0
                  && !contract.balance().startsWith("-")
                  && id % 100 != 0;
          if (isDue && !changes.containsKey(id)) {
            due.add(id);
          }
        });
    wrong.addAll(
        contracts.wrong(Action.DESTROY, before, new java.util.HashSet<>(due)::contains, changes));
    expect(
        wrong,
        "rows handled twice",
        0,
        "SELECT COUNT(*) FROM (SELECT what, id FROM audit"
            + " GROUP BY what, id HAVING COUNT(*) > 1) x");
    expect(
        wrong,
        "contracts written down as gone",
        due.size(),
        "SELECT COUNT(*) FROM audit WHERE what = 'DELETE' AND id < " + BILL);
    wrong.addAll(wrongBills(changes));
    expect(
        wrong,
        "people left",
        0,
        "SELECT COUNT(*) FROM person WHERE name <> '<PERSON>' AND" + " ended < DATE '2024-01-01'");
    expect(
        wrong,
        "people anonymized wrongly",
        0,
        "SELECT COUNT(*) FROM person WHERE name =" + " '<PERSON>' AND ended > DATE '2024-01-01'");
    SoakTenants.expected().forEach((query, count) -> expect(wrong, query, count, query));
    wrong.addAll(wrongCounts());
    try {
      night.assertLeftClean();
    } catch (AssertionError left) {
      wrong.add(String.valueOf(left.getMessage()));
    }
    return wrong;
  }

  private List<String> wrongBills(Map<Long, Contracts.Change> changes) {
    Map<Long, Boolean> there = new TreeMap<>();
    database.rows("SELECT contract_id FROM bill").forEach(id -> there.put(Long.valueOf(id), true));
    List<String> wrong = new ArrayList<>();
    for (long id : before.keySet()) {
      boolean wasOver = overBefore.contains(Long.toString(id));
      boolean renewed = changes.get(id) == Contracts.Change.RENEWED;
      boolean isThere = there.containsKey(id);
      if (isThere && wasOver && !renewed) {
        wrong.add("the bill of contract " + id + " must go");
      } else if (!isThere && !wasOver) {
        wrong.add("the bill of contract " + id + " must stay");
      }
    }
    return wrong;
  }

  /** Journal and Act must say what the triggers saw. */
  private List<String> wrongCounts() {
    List<String> wrong = new ArrayList<>();
    String gone = "SELECT COUNT(*) FROM audit WHERE what = 'DELETE' AND id ";
    long deleted = database.number(gone + "< " + SoakTenants.RECEIPT);
    long along = database.number(gone + ">= " + SoakTenants.RECEIPT);
    long updated = database.number("SELECT COUNT(*) FROM audit WHERE what = 'UPDATE'");
    expect(wrong, "journal of destroyed", deleted, journal("destroy"));
    expect(wrong, "journal of anonymized", updated, journal("anonymize"));
    expect(wrong, "entered as done", updated, "SELECT COUNT(*) FROM umyt_done");
    List<String> acts =
        night.files("out").stream().filter(name -> name.endsWith("act.json")).toList();
    if (acts.size() != 1) {
      wrong.add("there are " + acts.size() + " Acts");
      return wrong;
    }
    JsonNode totals = act(acts.get(0)).get("totals");
    Map.of(
            "destroyed",
            deleted,
            "cascaded",
            along,
            "anonymized",
            updated,
            "failed",
            0L,
            "remaining",
            0L)
        .forEach(
            (count, seen) -> {
              if (totals.get(count).asLong() != seen) {
                wrong.add("the Act's " + count + " is " + totals.get(count) + ", seen: " + seen);
              }
            });
    return wrong;
  }

  private static String journal(String action) {
    return "SELECT COALESCE(SUM(changed), 0) FROM umyt_journal WHERE action = '" + action + "'";
  }

  private JsonNode act(String file) {
    try {
      return JsonMapper.builder()
          .build()
          .readTree(java.nio.file.Files.readString(night.shop().base().resolve(file)));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void expect(List<String> wrong, String what, long wanted, String query) {
    long seen = database.number(query);
    if (seen != wanted) {
      wrong.add(what + ": " + seen + ", must be " + wanted);
    }
  }
}
