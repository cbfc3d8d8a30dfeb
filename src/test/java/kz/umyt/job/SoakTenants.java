package kz.umyt.job;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.umyt.engines.TestDatabase;

/**
 * Tenants who are due by the last payment of rents that go before them, and receipts that go along
 * with these. Of three tenants one goes: the second has paid lately, the third owes a payment.
 */
final class SoakTenants {

  /** Keys of these tables begin here: the other tables' are smaller. */
  static final long FIRST = 3_000_000;

  /** Keys of rows that go along with others begin here. */
  static final long RECEIPT = 5_000_000;

  private static final long RENT = 4_000_000;
  private static final int TENANTS = 1_500;

  /** Their targets, in the words of the job. */
  static final String TARGETS =
      """
        - source: db
          table: tenant
          subject: name
          retention: contract-end-p2y
          clock: {latest: rent.paid}
          action: destroy
        - source: db
          table: rent
          subject: tenant.name
          retention: contract-end-p2y
          clock: issued
          cascades: [receipt]
          action: destroy
      """;

  private final TestDatabase database;

  SoakTenants(TestDatabase database) {
    this.database = database;
  }

  void create() {
    database.execute(
        "CREATE TABLE tenant (id BIGINT PRIMARY KEY, name VARCHAR(60))",
        "CREATE TABLE rent (id BIGINT PRIMARY KEY, tenant_id BIGINT NOT NULL, issued DATE,"
            + " paid DATE, FOREIGN KEY (tenant_id) REFERENCES tenant (id))",
        "CREATE TABLE receipt (id BIGINT PRIMARY KEY, rent_id BIGINT NOT NULL,"
            + " FOREIGN KEY (rent_id) REFERENCES rent (id) ON DELETE CASCADE)");
    List<List<?>> tenants = new ArrayList<>();
    for (int i = 0; i < TENANTS; i++) {
      tenants.add(List.of(FIRST + i, "Тестов " + i));
    }
    database.insert("INSERT INTO tenant VALUES (?, ?)", tenants);
    database.execute(
        "INSERT INTO rent SELECT id + 1000000, id, DATE '2019-01-01', DATE '2020-01-01' FROM tenant",
        "INSERT INTO rent SELECT id + 1100000, id, DATE '2020-01-01',"
            + " CASE MOD(id, 3) WHEN 0 THEN DATE '2021-01-01' WHEN 1 THEN DATE '2025-01-01' END"
            + " FROM tenant",
        "INSERT INTO receipt SELECT id + 1000000, id FROM rent");
  }

  /** The tables whose rows go, for whoever writes down which. */
  static List<String> tables() {
    return List.of("tenant", "rent", "receipt");
  }

  /** Queries for what must be so in the end. */
  static Map<String, Long> expected() {
    Map<String, Long> expected = new LinkedHashMap<>();
    expected.put("SELECT COUNT(*) FROM tenant WHERE MOD(id, 3) = 0", 0L);
    expected.put("SELECT COUNT(*) FROM tenant", TENANTS * 2L / 3);
    expected.put("SELECT COUNT(*) FROM rent", 0L);
    expected.put("SELECT COUNT(*) FROM receipt", 0L);
    expected.put(gone(FIRST, RENT), TENANTS / 3L);
    expected.put(gone(RENT, RECEIPT), TENANTS * 2L);
    expected.put(gone(RECEIPT, RECEIPT + FIRST), TENANTS * 2L);
    // A day that is over for some, lately paid for others, and the one not paid: of who is left.
    expected.put("SELECT COUNT(DISTINCT row_key) FROM umyt_due", TENANTS * 2L / 3);
    return expected;
  }

  private static String gone(long from, long before) {
    return "SELECT COUNT(*) FROM audit WHERE what = 'DELETE' AND id >= "
        + from
        + " AND id < "
        + before;
  }
}
