package kz.umyt.destroy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Optional;
import kz.umyt.engines.TestDatabase;

/**
 * An engine with a table that was loaded once. Every measurement gets a copy of it of its own, with
 * nothing left to write from what went before, so that none pays for another.
 */
abstract class BenchmarkEngine implements AutoCloseable {

  static BenchmarkEngine start(String name, Path folder) throws Exception {
    return switch (name) {
      case "postgresql" -> new BenchmarkPostgres();
      case "mariadb" -> new BenchmarkMariaDb();
      case "h2" -> new BenchmarkH2(folder);
      default -> throw new IllegalArgumentException("no engine to measure: " + name);
    };
  }

  /** Where the table is loaded. */
  abstract TestDatabase original();

  /** What must follow on loading. */
  abstract void loaded() throws SQLException;

  /** A copy of the loaded table, in memory as far as the engine keeps it there, and written out. */
  abstract TestDatabase copy() throws SQLException, IOException;

  abstract void drop(TestDatabase copy) throws SQLException, IOException;

  /** A source of rows with the numbers from 1 to this one. */
  abstract String numbers(long rows);

  /** The number in such a row. */
  abstract String number();

  /** A number of its own for each row, from 0 to below 1. */
  String random() {
    return "RAND()";
  }

  /** A day so many days before another. */
  abstract String daysBefore(LocalDate day, String days);

  /** The first day of a date's year. */
  abstract String startOfYear(String date);

  /** What is asked of destroying, as a share of the speed of one statement by hand. */
  abstract double askedOfDestroying();

  /** The same of anonymizing; absent where it asks nothing. */
  abstract Optional<Double> askedOfAnonymizing();

  /** How another program deletes the same rows; absent where none is compared. */
  Optional<BenchmarkArchiver> archiver() {
    return Optional.empty();
  }

  static void run(Connection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  @Override
  public abstract void close() throws IOException;
}
