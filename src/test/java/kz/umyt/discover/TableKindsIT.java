package kz.umyt.discover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kz.umyt.discover.Inventory.Gap;
import kz.umyt.discover.Inventory.TableInventory;
import kz.umyt.engines.Engine;
import kz.umyt.engines.Shop;
import kz.umyt.engines.TestDatabase;
import kz.umyt.settings.Source;
import kz.umyt.source.jdbc.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every row that lies in a database is read once, whatever kind of table holds it. */
class TableKindsIT {

  private static final String COLUMNS = " (id INT, day DATE, mail VARCHAR(40))";

  @TempDir private Path temp;

  private static String rows(String table, int month, int count) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add("(" + i + ", '2025-0" + month + "-11', 'user" + i + "@example.kz')");
    }
    return "INSERT INTO " + table + " (id, day, mail) VALUES " + String.join(", ", rows);
  }

  /** Tables and the rows that were read of each. */
  private static List<String> read(Inventory inventory) {
    return inventory.sources().get(0).tables().stream()
        .map(table -> table.name() + " " + table.rows().orElseThrow())
        .toList();
  }

  private static TestDatabase partitioned(TestDatabase database) {
    database.execute(
        "CREATE TABLE visits" + COLUMNS + " PARTITION BY RANGE (day)",
        "CREATE SCHEMA \"Архив\"",
        "CREATE TABLE visits_1 PARTITION OF visits FOR VALUES FROM ('2025-01-01') TO ('2025-02-01')",
        "CREATE TABLE \"Архив\".visits_2 PARTITION OF visits"
            + " FOR VALUES FROM ('2025-02-01') TO ('2025-03-01')",
        "CREATE TABLE visits_3 PARTITION OF visits FOR VALUES FROM ('2025-03-01') TO ('2025-04-01')"
            + " PARTITION BY LIST (id)",
        "CREATE TABLE visits_3_rest PARTITION OF visits_3 DEFAULT",
        "CREATE INDEX visits_day ON visits (day)",
        rows("visits", 1, 10),
        rows("visits", 2, 20),
        rows("visits", 3, 30));
    return database;
  }

  @ParameterizedTest
  @EnumSource(names = {"H2", "MARIADB"})
  void columnsThatAStarLeavesOutAreRead(Engine engine) {
    TestDatabase database = engine.fresh(temp);
    database.execute(
        "CREATE TABLE secrets (id INT PRIMARY KEY, mail VARCHAR(40) INVISIBLE)",
        "INSERT INTO secrets (id, mail) VALUES (1, 'dana@example.kz'), (2, 'ali@example.kz')");

    Inventory inventory = ShopScan.of(database, temp);

    assertThat(inventory.sources().get(0).tables().get(0).columns())
        .filteredOn(column -> column.name().equalsIgnoreCase("mail"))
        .singleElement()
        .satisfies(column -> assertThat(column.entity()).contains("EMAIL_ADDRESS"));
  }

  @ParameterizedTest
  @EnumSource
  void aNameMayHoldAnything(Engine engine) {
    TestDatabase database = engine.fresh(temp);
    String quote = engine == Engine.MARIADB ? "`" : "\"";
    List<String> names =
        new ArrayList<>(
            List.of(
                "new\nline",
                "100%",
                "100\\%_\\",
                "%",
                "a.b",
                "a_b",
                "axb",
                "\"Plan Rows\": x",
                "Абоненты",
                "back\\slash",
                "back_slash\\",
                "it's",
                "`ticks`",
                "[a]*?"));
    if (engine != Engine.MARIADB) {
      // MariaDB has no names beyond the basic plane.
      names.add("\uD83D\uDE00");
    }
    for (String name : names) {
      String table = quote + name.replace(quote, quote + quote) + quote;
      database.execute(
          "CREATE TABLE " + table + " (id INT PRIMARY KEY, mail VARCHAR(40))",
          "INSERT INTO " + table + " VALUES (1, 'dana@example.kz')");
    }

    Inventory inventory = ShopScan.of(database, temp);

    assertThat(inventory.gaps()).isEmpty();
    assertThat(inventory.sources().get(0).tables())
        .hasSize(names.size())
        .allSatisfy(
            table -> {
              assertThat(table.entities()).containsExactly("EMAIL_ADDRESS");
              assertThat(table.columns()).hasSize(2);
              assertThat(table.primaryKey()).hasSize(1);
            });
  }

  @ParameterizedTest
  @EnumSource
  void onlyEvidenceOfOurOwnIsLeftOut(Engine engine) {
    TestDatabase database = engine.fresh(temp);
    Shop shop = Shop.in(temp.resolve("shop")).database("data", database);
    try (Database open = Database.open((Source.Jdbc) shop.sources().get("data"))) {
      open.dialect().journalDdl(open.journalSchema()).forEach(database::execute);
    }
    String other = database.schema().toLowerCase(Locale.ROOT) + "_other";
    database.execute("CREATE SCHEMA " + other);
    database.execute(
        "CREATE TABLE " + other + ".umyt_journal (run INT, iin CHAR(12))",
        "INSERT INTO " + other + ".umyt_journal VALUES (1, '850101300114')",
        "CREATE TABLE " + other + ".umyt_done (target INT, row_key INT, run INT, iin CHAR(12))");

    assertThat(ShopScan.of(database, temp.resolve("own")).sources().get(0).tables()).isEmpty();
    assertThat(read(ShopScan.of(in(database, other), temp.resolve("other"))))
        .extracting(line -> line.toLowerCase(Locale.ROOT))
        .containsExactly(other + ".umyt_done 0", other + ".umyt_journal 1");
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "MARIADB"})
  void tablesThatAreWrittenAlikeAreNotMixed(Engine engine) {
    TestDatabase database = engine.fresh(temp);
    String one = database.schema();
    String other = one + ".b";
    database.execute(
        "CREATE SCHEMA " + database.quote(other),
        "CREATE TABLE " + database.quote("b.c") + COLUMNS,
        "CREATE TABLE d" + COLUMNS,
        "CREATE TABLE " + database.quote(other) + ".c" + COLUMNS,
        rows(database.quote(other) + ".c", 1, 3));

    Inventory inventory =
        ShopScan.of(in(database, "'" + one + "', '" + other + "'"), temp.resolve("both"));

    assertThat(read(inventory)).containsExactly(one + ".d 0");
    assertThat(inventory.gaps())
        .singleElement()
        .satisfies(
            gap -> {
              assertThat(gap.table()).contains(one + ".b.c");
              assertThat(gap.reason()).contains("make each of these schemas a source of its own");
            });
  }

  private static TestDatabase in(TestDatabase database, String schema) {
    return new TestDatabase(database.engine(), database.url(), database.user(), schema);
  }

  @Test
  void partitionsAreReadWithTheirTable() {
    TestDatabase database = partitioned(Engine.POSTGRESQL.fresh(temp));

    Inventory inventory = ShopScan.of(database, temp);

    assertThat(read(inventory)).containsExactly("public.visits 60");
    assertThat(inventory.gaps()).isEmpty();
  }

  @Test
  void partitionsAreReadWhereOnlyTheTableMayBe() {
    TestDatabase database = partitioned(Engine.POSTGRESQL.fresh(temp));
    String reader = "parent_" + database.rows("SELECT current_database()").get(0);
    database.execute("CREATE ROLE " + reader + " LOGIN", "GRANT SELECT ON visits TO " + reader);

    Inventory inventory = ShopScan.of(as(database, reader), temp);

    assertThat(read(inventory)).containsExactly("public.visits 60");
    assertThat(inventory.gaps()).isEmpty();
  }

  @Test
  void partitionsInASchemaOfTheirOwnAreTables() {
    TestDatabase database = partitioned(Engine.POSTGRESQL.fresh(temp));

    Inventory inventory =
        ShopScan.of(
            new TestDatabase(Engine.POSTGRESQL, database.url(), database.user(), "Архив"), temp);

    assertThat(read(inventory)).containsExactly("Архив.visits_2 20");
  }

  @Test
  void heirsAreTablesOfTheirOwn() {
    TestDatabase database = Engine.POSTGRESQL.fresh(temp);
    database.execute(
        "CREATE TABLE people" + COLUMNS,
        "CREATE TABLE clients (phone TEXT) INHERITS (people)",
        rows("people", 1, 10),
        rows("clients", 1, 20));

    Inventory inventory = ShopScan.of(database, temp);

    assertThat(read(inventory)).containsExactlyInAnyOrder("public.people 10", "public.clients 20");
  }

  @Test
  void materializedViewsAreReadAndViewsAreNot() {
    TestDatabase database = Engine.POSTGRESQL.fresh(temp);
    database.execute(
        "CREATE TABLE people" + COLUMNS,
        rows("people", 1, 10),
        "CREATE VIEW shown AS SELECT * FROM people",
        "CREATE MATERIALIZED VIEW \"Kept\" AS SELECT mail FROM people WHERE id < 7",
        "CREATE UNLOGGED TABLE quick" + COLUMNS,
        rows("quick", 1, 5));

    Inventory inventory = ShopScan.of(database, temp);

    assertThat(read(inventory))
        .containsExactlyInAnyOrder("public.people 10", "public.Kept 7", "public.quick 5");
  }

  @Test
  void foreignTablesAreGaps() {
    TestDatabase database = Engine.POSTGRESQL.fresh(temp);
    database.execute(
        "CREATE TABLE people" + COLUMNS,
        rows("people", 1, 10),
        "CREATE FOREIGN DATA WRAPPER nothing",
        "CREATE SERVER far FOREIGN DATA WRAPPER nothing",
        "CREATE FOREIGN TABLE others" + COLUMNS + " SERVER far");

    Inventory inventory = ShopScan.of(database, temp);

    assertThat(read(inventory)).containsExactly("public.people 10");
    assertThat(inventory.gaps())
        .singleElement()
        .satisfies(gap -> assertThat(gap.table()).contains("public.others"));
  }

  @Test
  void rowsThatTheUserMayNotSeeAreAGap() {
    TestDatabase database = Engine.POSTGRESQL.fresh(temp);
    String reader = "rows_" + database.rows("SELECT current_database()").get(0);
    database.execute(
        "CREATE TABLE people" + COLUMNS,
        rows("people", 1, 10),
        "CREATE TABLE others" + COLUMNS,
        rows("others", 1, 5),
        "CREATE ROLE " + reader + " LOGIN",
        "GRANT SELECT ON people, others TO " + reader,
        "ALTER TABLE people ENABLE ROW LEVEL SECURITY",
        "CREATE POLICY few ON people USING (id < 3)");

    Inventory inventory = ShopScan.of(as(database, reader), temp);

    assertThat(read(inventory)).containsExactly("public.others 5");
    assertThat(inventory.gaps())
        .singleElement()
        .satisfies(gap -> assertThat(gap.reason()).contains("lacks a right"));
  }

  @Test
  void mariaDbGivesTablesAndNoViews() {
    TestDatabase database = Engine.MARIADB.fresh(temp);
    String versioned = Engine.MARIADB.isMySql() ? "" : " WITH SYSTEM VERSIONING";
    database.execute(
        "CREATE TABLE people" + COLUMNS,
        rows("people", 1, 10),
        "CREATE VIEW shown AS SELECT * FROM people",
        "CREATE TABLE parts" + COLUMNS + " PARTITION BY HASH (id) PARTITIONS 3",
        rows("parts", 1, 20),
        "CREATE TABLE kept" + COLUMNS + versioned,
        rows("kept", 1, 30));

    Inventory inventory = ShopScan.of(database, temp);

    assertThat(read(inventory))
        .containsExactlyInAnyOrder(
            database.schema() + ".people 10",
            database.schema() + ".parts 20",
            database.schema() + ".kept 30");
  }

  /** So that thousands of tables take no hours: the driver itself would look at all of them. */
  @Test
  void aTableIsReadWithoutALookAtEveryOther() {
    TestDatabase database = Engine.MARIADB.fresh(temp);
    int tables = 40;
    for (int i = 0; i < tables; i++) {
      String parent = i == 0 ? "" : ", FOREIGN KEY (parent) REFERENCES t" + (i - 1) + " (id)";
      database.execute(
          "CREATE TABLE t" + i + " (id INT PRIMARY KEY, parent INT UNIQUE" + parent + ")");
    }
    String asked = "SHOW GLOBAL STATUS LIKE 'Com_show_create_table'";
    long before = Long.parseLong(database.rows(asked).get(0).split("\\|")[1]);

    Inventory inventory = ShopScan.of(database, temp);

    long after = Long.parseLong(database.rows(asked).get(0).split("\\|")[1]);
    assertThat(inventory.sources().get(0).tables())
        .hasSize(tables)
        .filteredOn(table -> !table.references().isEmpty())
        .hasSize(tables - 1);
    // Itself and the one that it points to.
    assertThat(after - before).isLessThanOrEqualTo(2 * tables);
  }

  /** What was overwritten or deleted in a versioned table is still there. */
  @Test
  void historyIsReadToo() {
    assumeFalse(Engine.MARIADB.isMySql(), "it has no such tables");
    TestDatabase database = Engine.MARIADB.fresh(temp);
    database.execute(
        "CREATE TABLE kept" + COLUMNS + " WITH SYSTEM VERSIONING",
        rows("kept", 1, 3),
        "UPDATE kept SET mail = 'жоқ'",
        "DELETE FROM kept");

    Inventory inventory = ShopScan.of(database, temp);

    TableInventory table = inventory.sources().get(0).tables().get(0);
    assertThat(table.entities()).contains("EMAIL_ADDRESS");
    assertThat(inventory.gaps()).extracting(Gap::reason).isEmpty();
  }

  /** The server does not even name them. */
  @Test
  void columnsThatTheUserIsNotToldOfAreAGap() {
    TestDatabase database = Engine.MARIADB.fresh(temp);
    String reader = "few_" + database.schema();
    String grantee = "'" + reader + "'@'%'";
    database.execute(
        "CREATE TABLE people" + COLUMNS,
        rows("people", 1, 10),
        "CREATE TABLE others" + COLUMNS,
        rows("others", 1, 5),
        "CREATE TABLE all_by_name" + COLUMNS,
        "CREATE USER " + grantee,
        "GRANT SELECT (id, day) ON people TO " + grantee,
        "GRANT SELECT ON others TO " + grantee,
        "GRANT SELECT (id, day, mail) ON all_by_name TO " + grantee);

    Inventory inventory = ShopScan.of(as(database, reader), temp);

    assertThat(read(inventory))
        .containsExactlyInAnyOrder(
            database.schema() + ".people 10",
            database.schema() + ".others 5",
            database.schema() + ".all_by_name 0");
    assertThat(inventory.gaps())
        .singleElement()
        .satisfies(
            gap -> {
              assertThat(gap.table()).contains(database.schema() + ".people");
              assertThat(gap.reason()).contains("there may be others");
              assertThat(gap.expected()).isFalse();
            });
  }

  private static TestDatabase as(TestDatabase database, String user) {
    int options = database.url().indexOf('?');
    String url = options < 0 ? database.url() : database.url().substring(0, options);
    return new TestDatabase(database.engine(), url, user, database.schema());
  }
}
