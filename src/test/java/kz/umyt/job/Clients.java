package kz.umyt.job;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kz.umyt.engines.TestDatabase;

/**
 * Clients and their orders. Of every five clients one is open, one due, one running, one due with a
 * debt and one has a date that means nothing.
 */
record Clients(TestDatabase database, int fives) {

  static final String DUE = "ended <= DATE '" + Night.LAST_DUE + "' AND ended > DATE '1900-01-01'";

  void create() {
    database.execute(
        "CREATE TABLE client (id BIGINT PRIMARY KEY, iin CHAR(12) NOT NULL,"
            + " full_name VARCHAR(100), phone VARCHAR(40), birth DATE, ended DATE,"
            + " debt INTEGER NOT NULL)",
        "CREATE TABLE orders (id BIGINT PRIMARY KEY, client_id BIGINT NOT NULL,"
            + " note VARCHAR(200), CONSTRAINT orders_client FOREIGN KEY (client_id)"
            + " REFERENCES client (id))");
    List<List<?>> clients = new ArrayList<>();
    List<List<?>> orders = new ArrayList<>();
    for (long id = 1; id <= 5L * fives; id++) {
      int kind = (int) (id % 5);
      LocalDate ended =
          switch (kind) {
            case 0 -> null;
            case 1, 3 -> LocalDate.of(2024, 4, 30).minusDays(id % 800);
            case 2 -> LocalDate.of(2024, 5, 1).plusDays(id % 700);
            default -> LocalDate.of(1900, 1, 1);
          };
      clients.add(
          Arrays.asList(
              id,
              String.format("%012d", 850_000_000_000L + id),
              "Тестова Әсем " + id,
              "8 701 555 " + id,
              LocalDate.of(1985, 1, 1).plusDays(id % 9000),
              ended,
              kind == 3 ? 100 : 0));
      orders.add(List.of(2 * id, id, "заказ, Әуезов " + id));
      orders.add(List.of(2 * id + 1, id, ""));
    }
    database.insert("INSERT INTO client VALUES (?, ?, ?, ?, ?, ?, ?)", clients);
    database.insert("INSERT INTO orders VALUES (?, ?, ?)", orders);
  }

  List<String> clients(String where) {
    return database.rows("SELECT * FROM client WHERE " + where + " ORDER BY id");
  }

  List<String> orders(String where) {
    return database.rows("SELECT * FROM orders WHERE " + where + " ORDER BY id");
  }

  static String anonymizing(String throttle) {
    return """
        throttle: {%s}
        targets:
          - source: db
            table: client
            retention: contract-end-p2y
            clock: ended
            hold: "debt > 0"
            action: anonymize
            columns:
              full_name: {operator: replace, entity: PERSON}
              iin: hash
              phone: {operator: mask, chars_to_mask: 4, from_end: true}
              birth: {operator: generalize, to: year}
        """
        .formatted(throttle);
  }

  static String destroying(String throttle) {
    return destroyingClients(throttle)
        + """
          - source: db
            table: orders
            retention: contract-end-p2y
            clock: client.ended
            action: destroy
        """;
  }

  static String destroyingClients(String throttle) {
    return """
        throttle: {%s}
        targets:
          - source: db
            table: client
            retention: contract-end-p2y
            clock: ended
            hold: "debt > 0"
            action: destroy
        """
        .formatted(throttle);
  }
}
