package kz.umyt.destroy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import kz.umyt.engines.TestDatabase;

/**
 * A table of about 200 bytes a row: 40 % of the rows, at random, ended more than two years ago, and
 * 0.5 % more than five; none ended as long ago as ten years.
 */
record BenchmarkTable(BenchmarkEngine engine, LocalDate today, long rows) {

  private static final String MASK = "*******";

  void load() throws SQLException {
    String n = engine.number();
    TestDatabase original = engine.original();
    original.execute(
        "CREATE TABLE persons (id BIGINT PRIMARY KEY, iin VARCHAR(12) NOT NULL,"
            + " full_name VARCHAR(100) NOT NULL, phone VARCHAR(20), email VARCHAR(100),"
            + " birth_date DATE, address VARCHAR(200), notes VARCHAR(200), contract_end DATE,"
            + " balance BIGINT)",
        "INSERT INTO persons SELECT "
            + String.join(
                    ", ",
                    n,
                    "SUBSTRING(CONCAT(1000000000000 + " + n + " * 7919, ''), 2, 12)",
                    "CONCAT('Surname', MOD(" + n + ", 4999), ' Givenname', MOD(" + n + ", 307))",
                    "CONCAT('+7701', 1000000 + MOD(" + n + ", 8999993))",
                    "CONCAT('user', " + n + ", '@mail.example.kz')",
                    engine.daysBefore(today.minusYears(20), "RAND_ * 18000"),
                    "CONCAT('Almaty, Long Street ', MOD("
                        + n
                        + ", 900), ', flat ', MOD("
                        + n
                        + ", 90))",
                    "CONCAT(" + n + ", ' " + "says nothing of anybody ".repeat(3) + "')",
                    "CASE WHEN RAND_ < 0.005 THEN "
                        + engine.daysBefore(today.minusYears(6), "RAND_ * 1000")
                        + " WHEN RAND_ < 0.397 THEN "
                        + engine.daysBefore(today.minusYears(3), "RAND_ * 500")
                        + " ELSE "
                        + engine.daysBefore(today, "RAND_ * 500")
                        + " END",
                    "MOD(" + n + ", 1000)")
                .replace("RAND_", engine.random())
            + " FROM "
            + engine.numbers(rows),
        "CREATE INDEX persons_end ON persons (contract_end)");
    engine.loaded();
  }

  /** On that day two years are over for these rows. */
  static String condition(LocalDate asOf) {
    return "contract_end < DATE '" + asOf.minusYears(2) + "'";
  }

  /** How many rows these are. */
  long due(LocalDate asOf) {
    return engine.original().number("SELECT COUNT(*) FROM persons WHERE " + condition(asOf));
  }

  /** One statement that deletes them all, until it is committed. */
  BenchmarkTime delete(TestDatabase copy, LocalDate asOf) throws SQLException {
    return time(copy, "DELETE FROM persons WHERE " + condition(asOf));
  }

  /** One statement that makes five columns of them safe, until it is committed. */
  BenchmarkTime anonymize(TestDatabase copy, LocalDate asOf) throws SQLException {
    return time(
        copy,
        "UPDATE persons SET iin = SUBSTRING(MD5(CONCAT('salt', iin)), 1, 12),"
            + " full_name = '<removed>',"
            + (" phone = CONCAT(LEFT(phone, CHAR_LENGTH(phone) - 7), '" + MASK + "'),")
            + " email = MD5(CONCAT('salt', email)),"
            + (" birth_date = " + engine.startOfYear("birth_date"))
            + (" WHERE " + condition(asOf)));
  }

  /** The same for the tool. */
  static String columns() {
    return """
            columns:
              iin: hash
              full_name: replace
              phone: {operator: mask, masking_char: "*", chars_to_mask: 7, from_end: true}
              email: hash
              birth_date: {operator: generalize, to: year}
        """;
  }

  private static BenchmarkTime time(TestDatabase copy, String sql) throws SQLException {
    try (Connection connection = copy.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      long start = System.nanoTime();
      statement.executeUpdate(sql);
      connection.commit();
      return BenchmarkTime.of((System.nanoTime() - start) / 1e9);
    }
  }

  /** Nothing that is due is left, and nothing else is gone. */
  void requireDestroyed(TestDatabase copy, LocalDate asOf, long due) {
    require(copy.number("SELECT COUNT(*) FROM persons WHERE " + condition(asOf)), 0);
    require(copy.number("SELECT COUNT(*) FROM persons"), rows - due);
  }

  /** All that is due is changed, and nothing else is. */
  void requireAnonymized(TestDatabase copy, LocalDate asOf, long due) {
    String changed =
        "phone LIKE '%" + MASK + "' AND full_name = '<removed>' AND email NOT LIKE '%@%'";
    require(copy.number("SELECT COUNT(*) FROM persons WHERE " + changed), due);
    require(
        copy.number("SELECT COUNT(*) FROM persons WHERE " + changed + " AND " + condition(asOf)),
        due);
    require(copy.number("SELECT COUNT(*) FROM persons WHERE email LIKE '%@%'"), rows - due);
  }

  private static void require(long found, long expected) {
    if (found != expected) {
      throw new IllegalStateException(found + " rows instead of " + expected);
    }
  }
}
