package kz.umyt.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kz.umyt.engines.Engine;
import kz.umyt.engines.Shop;
import kz.umyt.engines.TestDatabase;
import kz.umyt.report.Act;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A row is found by its key, whatever the key is made of. */
class OddKeysIT {

  @TempDir Path folder;

  private static Arguments key(Engine engine, String type, String... values) {
    return Arguments.of(engine, type, List.of(values));
  }

  static Stream<Arguments> types() {
    return Stream.of(
            key(Engine.MARIADB, "FLOAT", "1.1", "0.3", "123456.789", "123456.797", "-7"),
            key(Engine.MARIADB, "FLOAT UNSIGNED", "1.1", "0.3", "123456.789"),
            key(Engine.MARIADB, "DOUBLE", "1.1", "0.3", "123456.7890123", "1e200"),
            key(Engine.MARIADB, "BIT(1)", "0", "1"),
            key(Engine.MARIADB, "BIT(9)", "0", "1", "257", "511"),
            key(Engine.MARIADB, "BIT(64)", "0", "1", "18446744073709551615"),
            key(Engine.MARIADB, "TIME", "'-12:34:56'", "'00:00:00'", "'838:59:59'", "'07:00:00'"),
            key(Engine.MARIADB, "TIME(3)", "'-12:34:56.789'", "'00:00:00.001'", "'00:00:00.002'"),
            key(Engine.MARIADB, "YEAR", "2001", "1999", "'0000'", "'2000'"),
            key(Engine.MARIADB, "DATE", "'0000-00-00'", "'2020-05-05'", "'2020-00-00'"),
            key(
                Engine.MARIADB,
                "DATETIME",
                "'0000-00-00 00:00:00'",
                "'2001-03-25 02:30:00'",
                "'2020-05-00 01:00:00'"),
            key(
                Engine.MARIADB,
                "DATETIME(6)",
                "'2001-03-25 02:30:00.000001'",
                "'2001-03-25 02:30:00'"),
            key(
                Engine.MARIADB,
                "TIMESTAMP(3)",
                "'0000-00-00 00:00:00'",
                "'2001-03-25 02:30:00.001'",
                "'2001-03-25 02:30:00'"),
            key(Engine.MARIADB, "VARBINARY(8)", "'a'", "X'00ff'", "X'00'"),
            key(Engine.MARIADB, "BINARY(4)", "'a'", "X'00ff'", "X'00'"),
            key(Engine.MARIADB, "ENUM('a', 'b')", "'a'", "'b'"),
            key(Engine.MARIADB, "SET('a', 'b')", "'a'", "'b'", "'a,b'", "''"),
            key(Engine.MARIADB, "BIGINT UNSIGNED", "0", "18446744073709551615"),
            key(Engine.MARIADB, "DECIMAL(30, 10)", "0.0000000001", "12345678901234567890.5"),
            key(Engine.MARIADB, "UUID", "UUID()", "UUID()"),
            key(Engine.MARIADB, "INET6", "'::1'", "'10.0.0.1'"),
            key(Engine.H2, "TIME(9)", "'12:34:56.789012345'", "'12:34:56.789012346'"),
            key(
                Engine.H2,
                "TIME(9) WITH TIME ZONE",
                "'12:34:56.789012345+05'",
                "'12:34:56.789012346+05'"),
            key(
                Engine.H2,
                "TIMESTAMP(9)",
                "'2001-03-25 02:30:00.000000001'",
                "'2001-03-25 02:30:00'"),
            key(Engine.H2, "REAL", "1.1", "0.3", "123456.789", "123456.797"),
            key(Engine.H2, "DOUBLE PRECISION", "1.1", "0.3", "123456.7890123"),
            key(Engine.H2, "BINARY(2)", "X'00ff'", "X'0000'"),
            key(Engine.H2, "BOOLEAN", "TRUE", "FALSE"),
            key(Engine.H2, "ENUM('a', 'b')", "'a'", "'b'"),
            key(Engine.H2, "CHAR(4)", "'a'", "'b c'"),
            key(Engine.H2, "INTERVAL DAY TO SECOND", "INTERVAL '1 2:3:4.5' DAY TO SECOND"),
            key(Engine.POSTGRESQL, "time", "'12:34:56.789012'", "'12:34:56.789013'", "'24:00'"),
            key(
                Engine.POSTGRESQL,
                "timetz",
                "'12:34:56.789012+05'",
                "'12:34:56.789013+05'",
                "'12:34+06'"),
            key(Engine.POSTGRESQL, "money", "1.10", "-0.01", "1234567.89"),
            key(Engine.POSTGRESQL, "interval", "'1 mon'", "'31 days'", "'-1.000001 s'"),
            key(Engine.POSTGRESQL, "float4", "1.1", "0.3", "123456.789", "'NaN'", "'Infinity'"),
            key(
                Engine.POSTGRESQL,
                "float8",
                "1.1",
                "0.1",
                "123456.7890123",
                "'NaN'",
                "'-Infinity'"),
            key(Engine.POSTGRESQL, "numeric", "1.1", "'NaN'", "123456789012345678901234567890.5"),
            key(Engine.POSTGRESQL, "bit(1)", "B'0'", "B'1'"),
            key(Engine.POSTGRESQL, "bit(9)", "B'000000000'", "B'100000001'"),
            key(Engine.POSTGRESQL, "varbit", "B'0'", "B'00'", "B'101'"),
            key(Engine.POSTGRESQL, "bool", "true", "false"),
            key(Engine.POSTGRESQL, "inet", "'10.0.0.1'", "'10.0.0.0/8'", "'::1'"),
            key(Engine.POSTGRESQL, "bytea", "'a'", "'\\x00ff'"),
            key(Engine.POSTGRESQL, "name", "'a'", "'B c'"),
            key(Engine.POSTGRESQL, "char(4)", "'a'", "'b c'"),
            key(Engine.POSTGRESQL, "\"char\"", "'a'", "'b'"),
            key(
                Engine.POSTGRESQL,
                "timestamp",
                "'2001-03-25 02:30:00.000001'",
                "'infinity'",
                "'-infinity'"),
            key(Engine.POSTGRESQL, "timestamptz", "'2001-03-25 02:30:00.000001+06'", "'infinity'"),
            key(
                Engine.POSTGRESQL,
                "date",
                "'2001-03-25'",
                "'infinity'",
                "'-infinity'",
                "'0044-03-15 BC'"),
            key(Engine.POSTGRESQL, "oid", "1", "4294967295"),
            key(Engine.POSTGRESQL, "text[]", "'{a,b}'", "'{}'"),
            key(Engine.POSTGRESQL, "jsonb", "'{\"a\": 1}'", "'2'"),
            key(Engine.POSTGRESQL, "int4range", "'[1,2]'", "'empty'"),
            key(Engine.POSTGRESQL, "mood", "'sad'", "'glad'"),
            key(Engine.POSTGRESQL, "clock", "'12:34:56.789012'", "'12:34:56.789013'"))
        .filter(OddKeysIT::isThere);
  }

  /** Two types are MariaDB's alone. */
  private static boolean isThere(Arguments key) {
    return !Engine.MARIADB.isMySql() || !List.of("UUID", "INET6").contains(key.get()[1]);
  }

  /** One row by value, each also under a key of two columns. */
  private List<String> fill(TestDatabase database, String type, List<String> values) {
    if (database.engine() == Engine.POSTGRESQL) {
      database.execute(
          "CREATE TYPE mood AS ENUM ('sad', 'glad')", "CREATE DOMAIN clock AS time NOT NULL");
    }
    List<String> statements = new ArrayList<>();
    for (String key : List.of("k", "n, k")) {
      String table = key.equals("k") ? "one" : "two";
      statements.add(
          "CREATE TABLE "
              + table
              + " (n INT NOT NULL, k "
              + type
              + " NOT NULL, name VARCHAR(9), ended DATE, PRIMARY KEY ("
              + key
              + "))");
      int n = 0;
      for (String value : values) {
        statements.add(
            "INSERT INTO "
                + table
                + " VALUES ("
                + n++ / 2
                + ", "
                + value
                + ", 'old', DATE '2020-01-01')");
      }
    }
    execute(database, statements);
    return List.of("one", "two");
  }

  /** As in old times, when days that are none were taken. */
  private static void execute(TestDatabase database, List<String> statements) {
    List<String> all = new ArrayList<>(statements);
    if (database.engine().isMySql()) {
      all.add(0, "SET sql_mode = ''");
    }
    database.execute(all.toArray(String[]::new));
  }

  private Night night(TestDatabase database, List<String> tables) {
    StringBuilder job = new StringBuilder("throttle: {pause: 0ms}\ntargets:\n");
    for (String table : tables) {
      job.append("  - {source: db, table: ").append(table);
      job.append(", retention: contract-end-p2y, clock: ended, action: anonymize,");
      job.append(" columns: {name: {operator: replace, new_value: new}}}\n");
    }
    Shop shop = Shop.in(folder.resolve("shop")).database("db", database);
    shop.job(job.toString());
    return new Night(shop);
  }

  @ParameterizedTest
  @MethodSource("types")
  void itsRowIsAnonymized(Engine engine, String type, List<String> values) {
    TestDatabase database = engine.fresh(folder);
    Night night = night(database, fill(database, type, values));

    RunResult result = night.run();

    assertThat(database.rows("SELECT DISTINCT name FROM one")).containsExactly("new");
    assertThat(database.rows("SELECT DISTINCT name FROM two")).containsExactly("new");
    assertThat(result.status()).isEqualTo(RunResult.Status.VERIFIED);
    assertThat(night.run().status()).isEqualTo(RunResult.Status.NOTHING_DUE);
  }

  /** The first two rows cannot be changed: ranges of keys are divided until each stands alone. */
  @ParameterizedTest
  @MethodSource("types")
  void itsRowIsAnonymizedBesideOthersThatCannotBe(Engine engine, String type, List<String> values) {
    TestDatabase database = engine.fresh(folder);
    List<String> tables = fill(database, type, values);
    tables.forEach(
        table ->
            execute(
                database, List.of("ALTER TABLE " + table + " ADD CHECK (n > 0 OR name = 'old')")));

    RunResult result = night(database, tables).run();

    for (String table : tables) {
      long stuck = database.number("SELECT COUNT(*) FROM " + table + " WHERE n = 0");
      Act.ActTarget target = Night.target(result, RetentionRunIT.name(engine, table));
      assertThat(target.failed()).isEqualTo(stuck);
      assertThat(target.remaining()).isEqualTo(stuck);
      assertThat(database.number("SELECT COUNT(*) FROM " + table + " WHERE n > 0 AND name = 'old'"))
          .isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void itsRowIsDestroyedWithWhatPointsToIt(Engine engine, String type, List<String> values) {
    TestDatabase database = engine.fresh(folder);
    fill(database, type, values);
    execute(
        database,
        List.of(
            "CREATE TABLE child (n INT, k "
                + type
                + ", FOREIGN KEY (k) REFERENCES one (k) ON DELETE"
                + " CASCADE)",
            "INSERT INTO child SELECT n, k FROM one"));
    Shop shop = Shop.in(folder.resolve("shop")).database("db", database);
    shop.job(
        "throttle: {pause: 0ms}\ntargets:\n  - {source: db, table: one, retention:"
            + " contract-end-p2y, clock: ended, action: destroy, cascades: [child]}\n");

    RunResult result = new Night(shop).run();

    assertThat(result.status()).isEqualTo(RunResult.Status.VERIFIED);
    assertThat(Night.target(result, RetentionRunIT.name(engine, "one")).cascaded())
        .singleElement()
        .satisfies(along -> assertThat(along.records()).isEqualTo(values.size()));
    assertThat(database.number("SELECT COUNT(*) FROM one")).isZero();
    assertThat(database.number("SELECT COUNT(*) FROM child")).isZero();
  }
}
