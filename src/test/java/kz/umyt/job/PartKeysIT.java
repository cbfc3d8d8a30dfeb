package kz.umyt.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import kz.umyt.engines.Engine;
import kz.umyt.engines.Shop;
import kz.umyt.engines.TestDatabase;
import kz.umyt.plan.Cascaded;
import kz.umyt.report.Act;
import kz.umyt.settings.SettingsException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A foreign key of a part of a table (a partition, a partition of that, a table that inherits) is
 * one of the table itself.
 */
class PartKeysIT {

  @TempDir Path folder;

  private TestDatabase database;

  @BeforeEach
  void fresh() {
    database = Engine.POSTGRESQL.fresh(folder);
  }

  private Night night(String... targets) {
    Shop shop = Shop.in(folder.resolve("shop")).database("db", database);
    shop.job(
        "throttle: {pause: 0ms}\ntargets:\n  - " + String.join("\n  - ", List.of(targets)) + "\n");
    return new Night(shop);
  }

  private static String destroy(String table, String clock, String more) {
    return "{source: db, table: "
        + table
        + ", retention: contract-end-p2y, clock: "
        + clock
        + ", action: destroy"
        + more
        + "}";
  }

  /**
   * Rows 1 to 6 of the table, all due: 1 to 3 in the part that others point to, 4 to 6 in another
   * one.
   */
  private void table(String shape) {
    switch (shape) {
      case "partition" ->
          database.execute(
              "CREATE TABLE h (id INT, at DATE, PRIMARY KEY (id, at)) PARTITION BY RANGE (at)",
              "CREATE TABLE part PARTITION OF h FOR VALUES FROM ('2010-01-01') TO ('2011-01-01')",
              "CREATE TABLE other PARTITION OF h FOR VALUES FROM ('2011-01-01') TO ('2012-01-01')");
      case "partition of a partition" ->
          database.execute(
              "CREATE TABLE h (id INT, at DATE, PRIMARY KEY (id, at)) PARTITION BY RANGE (at)",
              "CREATE TABLE middle PARTITION OF h FOR VALUES FROM ('2010-01-01') TO ('2012-01-01')"
                  + " PARTITION BY RANGE (at)",
              "CREATE TABLE part (at DATE NOT NULL, id INT NOT NULL, PRIMARY KEY (id, at))",
              "ALTER TABLE middle ATTACH PARTITION part FOR VALUES FROM ('2010-01-01') TO"
                  + " ('2011-01-01')",
              "CREATE TABLE other PARTITION OF middle FOR VALUES FROM ('2011-01-01') TO"
                  + " ('2012-01-01')");
      default ->
          database.execute(
              "CREATE TABLE h (id INT, at DATE, PRIMARY KEY (id, at))",
              "CREATE TABLE part (PRIMARY KEY (id, at)) INHERITS (h)",
              "CREATE TABLE other () INHERITS (h)");
    }
    database.execute(
        "INSERT INTO part (id, at) VALUES (1, '2010-05-01'), (2, '2010-05-01'), (3, '2010-05-01')",
        "INSERT INTO other (id, at) VALUES (4, '2011-05-01'), (5, '2011-05-01'), (6,"
            + " '2011-05-01')");
  }

  private void pointing(String table, String onDelete) {
    database.execute(
        "CREATE TABLE "
            + table
            + " (id INT PRIMARY KEY, hid INT, hat DATE, d DATE, FOREIGN KEY (hid, hat) REFERENCES"
            + " part (id, at) "
            + onDelete
            + ")");
  }

  @ParameterizedTest
  @ValueSource(strings = {"partition", "partition of a partition", "inheritance"})
  void ofOtherTablesKeepsTheRowsThatItLeadsTo(String shape) {
    table(shape);
    pointing("z", "ON DELETE CASCADE");
    pointing("zn", "ON DELETE SET NULL");
    database.execute(
        "INSERT INTO z VALUES (1, 1, '2010-05-01', '2025-01-01')",
        "INSERT INTO zn VALUES (1, 2, '2010-05-01', '2025-01-01')");
    Night night = night(destroy("h", "at", ""));

    assertThat(night.plan().targets().get(0).remarks())
        .hasSize(2)
        .anyMatch(remark -> remark.startsWith("table public.z points here"))
        .anyMatch(remark -> remark.startsWith("table public.zn points here"));
    RunResult result = night.run();

    Act.ActTarget h = Night.target(result, "h");
    assertThat(h.destroyed()).isEqualTo(4);
    assertThat(h.failed()).isEqualTo(2);
    assertThat(database.rows("SELECT id FROM h ORDER BY id")).containsExactly("1", "2");
    assertThat(database.rows("SELECT hid FROM z")).containsExactly("1");
    assertThat(database.rows("SELECT hid FROM zn")).containsExactly("2");
    assertThat(h.failures().get(0).reason()).contains("z", "remove or change them with it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"partition", "partition of a partition", "inheritance"})
  void ofAnotherTargetLetsItsRowsGoFirst(String shape) {
    table(shape);
    pointing("z", "");
    database.execute(
        "INSERT INTO z VALUES (1, 1, '2010-05-01', '2012-01-01')",
        "INSERT INTO z VALUES (2, 2, '2010-05-01', '2025-01-01')");
    Night night = night(destroy("h", "at", ""), destroy("z", "d", ""));

    assertThat(night.plan().targets().get(0).target()).endsWith("z");
    RunResult result = night.run();

    assertThat(result.status()).isEqualTo(RunResult.Status.VERIFIED);
    Act.ActTarget h = Night.target(result, "h");
    assertThat(h.failed()).isZero();
    assertThat(h.postponed()).isEqualTo(1);
    assertThat(database.rows("SELECT id FROM h")).containsExactly("2");
    assertThat(database.rows("SELECT id FROM z")).containsExactly("2");
  }

  /** Row 4 of the other part looks like row 1, and nothing can point to it. */
  @ParameterizedTest
  @ValueSource(strings = {"partition", "partition of a partition", "inheritance"})
  void withLeaveTakesAlongOnlyWhatPointsToTheRow(String shape) {
    table(shape);
    pointing("z", "ON DELETE CASCADE");
    pointing("zn", "ON DELETE SET NULL");
    database.execute(
        "INSERT INTO z VALUES (1, 1, '2010-05-01', '2025-01-01'), (3, 3, '2010-05-01',"
            + " '2025-01-01')",
        "INSERT INTO zn VALUES (2, 2, '2010-05-01', '2025-01-01')",
        "ALTER TABLE h ADD COLUMN debt INT DEFAULT 0",
        "UPDATE h SET debt = 1 WHERE id = 3");
    if (shape.equals("inheritance")) {
      database.execute("INSERT INTO other (id, at) VALUES (3, '2010-05-01')");
    }
    Night night = night(destroy("h", "at", ", hold: debt > 0, cascades: [z, zn]"));

    assertThat(night.plan().targets().get(0).cascades())
        .extracting(Cascaded::records)
        .containsExactly(1L, 1L);
    RunResult result = night.run();

    assertThat(result.status()).isEqualTo(RunResult.Status.VERIFIED);
    assertThat(database.rows("SELECT id FROM h")).containsExactly("3");
    assertThat(database.rows("SELECT id FROM z")).containsExactly("3");
    assertThat(database.rows("SELECT hid FROM zn")).containsExactly("null");
    assertThat(Night.target(result, "h").cascaded())
        .extracting(Cascaded::records)
        .containsExactly(1L, 1L);
    assertThat(result.act().orElseThrow().targets()).hasSize(1);
  }

  @Test
  void ofOtherTablesKeepsAPartitionFromBeingDropped() {
    table("partition");
    pointing("z", "ON DELETE CASCADE");
    database.execute("INSERT INTO z VALUES (1, 1, '2010-05-01', '2025-01-01')");

    RunResult result = night(destroy("h", "at", ", partitions: drop")).run();

    assertThat(Night.target(result, "h").partitions()).isEmpty();
    assertThat(database.rows("SELECT id FROM h")).containsExactly("1");
    assertThat(database.rows("SELECT id FROM z")).containsExactly("1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"partition", "inheritance"})
  void makesTheColumnAPartOfAKey(String shape) {
    table(shape);
    database.execute(
        "ALTER TABLE h ADD COLUMN card TEXT",
        "ALTER TABLE part ADD UNIQUE (card)",
        "UPDATE h SET card = 'c' || id",
        "CREATE TABLE z (id INT, card TEXT REFERENCES part (card) ON UPDATE CASCADE)",
        "INSERT INTO z VALUES (1, 'c1')");

    assertThatThrownBy(
            () ->
                night(
                        "{source: db, table: h, retention: contract-end-p2y, clock: at, action:"
                            + " anonymize, columns: {card: {operator: redact}}}")
                    .run())
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("column card is part of a foreign key of table public.h");
  }

  /** The server's copies of a key for each partition are not keys of their own. */
  @Test
  void isNoneWhereTheServerCopiedItFromTheTable() {
    table("partition");
    database.execute(
        "CREATE TABLE z (id INT, at DATE, d DATE, PRIMARY KEY (id, d), FOREIGN KEY (id, at)"
            + " REFERENCES h ON DELETE CASCADE) PARTITION BY RANGE (d)",
        "CREATE TABLE z1 PARTITION OF z FOR VALUES FROM ('2010-01-01') TO ('2030-01-01')",
        "INSERT INTO z VALUES (1, '2010-05-01', '2025-01-01')");
    Night night = night(destroy("h", "at", ""));

    assertThat(night.plan().targets().get(0).remarks())
        .singleElement()
        .asString()
        .startsWith("table public.z points here");
    night.run();

    assertThat(database.rows("SELECT id FROM h")).containsExactly("1");
    assertThat(database.rows("SELECT id FROM z")).containsExactly("1");
  }

  /** Of which the rows are rows of a target: it goes first, and what is left makes parents wait. */
  @ParameterizedTest
  @ValueSource(strings = {"partition", "partition of a partition", "inheritance"})
  void ofAPartOfATargetIsOneOfTheTarget(String shape) {
    table(shape);
    database.execute(
        "CREATE TABLE person (id INT PRIMARY KEY, ended DATE)",
        "INSERT INTO person SELECT n, DATE '2012-01-01' FROM generate_series(1, 6) n",
        "ALTER TABLE h ADD COLUMN person INT, ADD COLUMN debt INT DEFAULT 0",
        "ALTER TABLE part ADD FOREIGN KEY (person) REFERENCES person ON DELETE CASCADE",
        "UPDATE h SET person = id WHERE id < 4",
        "UPDATE h SET debt = 1 WHERE id = 2");
    Night night = night(destroy("person", "ended", ""), destroy("h", "at", ", hold: debt > 0"));

    assertThat(night.plan().targets().get(0).target()).endsWith(".h");
    assertThat(night.plan().targets()).allMatch(target -> target.remarks().isEmpty());
    RunResult result = night.run();

    assertThat(result.status()).isEqualTo(RunResult.Status.VERIFIED);
    assertThat(Night.target(result, "person").failed()).isZero();
    assertThat(Night.target(result, "person").postponed()).isEqualTo(1);
    assertThat(database.rows("SELECT id FROM h")).containsExactly("2");
    assertThat(database.rows("SELECT id FROM person")).containsExactly("2");
  }

  @Test
  void ofEachPartitionIsOneOfTheTable() {
    table("partition");
    database.execute(
        "CREATE TABLE person (id INT PRIMARY KEY, ended DATE)",
        "INSERT INTO person VALUES (1, '2012-01-01')",
        "ALTER TABLE h ADD COLUMN person INT",
        "ALTER TABLE part ADD FOREIGN KEY (person) REFERENCES person",
        "ALTER TABLE other ADD FOREIGN KEY (person) REFERENCES person",
        "UPDATE h SET person = 1 WHERE id < 4");
    Night night = night(destroy("person", "ended", ""), destroy("h", "at", ""));

    assertThat(night.preview().outlooks().get(1).dependents())
        .singleElement()
        .satisfies(one -> assertThat(one.table()).isEqualTo("public.h"));
    assertThat(night.run().status()).isEqualTo(RunResult.Status.VERIFIED);
    assertThat(database.number("SELECT COUNT(*) FROM person")).isZero();
  }

  /** A part may be a target by itself: its own rows alone are asked for. */
  @ParameterizedTest
  @ValueSource(strings = {"partition", "inheritance"})
  void staysWithAPartThatIsATargetItself(String shape) {
    table(shape);
    database.execute(
        "CREATE TABLE person (id INT PRIMARY KEY, ended DATE)",
        "INSERT INTO person SELECT n, DATE '2012-01-01' FROM generate_series(1, 6) n",
        "ALTER TABLE h ADD COLUMN person INT",
        "ALTER TABLE part ADD FOREIGN KEY (person) REFERENCES person",
        "UPDATE h SET person = id WHERE id < 4");
    Night night = night(destroy("person", "ended", ""), destroy("part", "at", ""));

    assertThat(night.plan().targets().get(0).target()).endsWith(".part");
    assertThat(night.run().status()).isEqualTo(RunResult.Status.VERIFIED);
    assertThat(database.number("SELECT COUNT(*) FROM person")).isZero();
    assertThat(database.rows("SELECT id FROM h ORDER BY id")).containsExactly("4", "5", "6");
  }

  @Test
  void overAColumnThatTheTableDoesNotHaveIsRefused() {
    table("inheritance");
    database.execute(
        "ALTER TABLE part ADD COLUMN card INT UNIQUE",
        "CREATE TABLE z (id INT, card INT REFERENCES part (card) ON DELETE CASCADE)");

    assertThatThrownBy(() -> night(destroy("h", "at", "")).plan())
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(
            "table public.z points (foreign key z_card_fkey) to table public.part")
        .hasMessageContaining("add a column of that name and type to public.h");
    assertThat(night(destroy("part", "at", "")).plan().targets()).hasSize(1);
  }

  /** The server's copy of a key is what leads to a partition that is a target by itself. */
  @Test
  void ofTheTableLeadsToAPartitionThatIsATargetItself() {
    table("partition");
    database.execute(
        "CREATE TABLE z (id INT PRIMARY KEY, hid INT, hat DATE, d DATE, FOREIGN KEY (hid, hat)"
            + " REFERENCES h ON DELETE CASCADE)",
        "INSERT INTO z VALUES (1, 1, '2010-05-01', '2012-01-01'), (2, 2, '2010-05-01',"
            + " '2025-01-01'), (4, 4, '2011-05-01', '2025-01-01')");
    Night night = night(destroy("part", "at", ""), destroy("z", "d", ""));

    assertThat(night.plan().targets().get(0).target()).endsWith("z");
    RunResult result = night.run();

    assertThat(result.status()).isEqualTo(RunResult.Status.VERIFIED);
    assertThat(Night.target(result, "part").postponed()).isEqualTo(1);
    assertThat(database.rows("SELECT id FROM h ORDER BY id")).containsExactly("2", "4", "5", "6");
    assertThat(database.rows("SELECT id FROM z ORDER BY id")).containsExactly("2", "4");
  }

  /** Two rows of what goes along have one number, in two parts: only one of them is meant. */
  @Test
  void ofWhatGoesAlongTakesAlongOnlyWhatPointsToIt() {
    database.execute(
        "CREATE TABLE client (id INT PRIMARY KEY, ended DATE)",
        "CREATE TABLE visit (id INT, client INT REFERENCES client ON DELETE CASCADE)"
            + " PARTITION BY LIST (client)",
        "CREATE TABLE visit_1 PARTITION OF visit FOR VALUES IN (1)",
        "CREATE TABLE visit_2 PARTITION OF visit FOR VALUES IN (2)",
        "ALTER TABLE visit_1 ADD PRIMARY KEY (id)",
        "ALTER TABLE visit_2 ADD PRIMARY KEY (id)",
        "CREATE TABLE note (id INT PRIMARY KEY, visit INT REFERENCES visit_1 ON DELETE CASCADE)",
        "INSERT INTO client VALUES (1, '2025-01-01'), (2, '2012-01-01')",
        "INSERT INTO visit VALUES (7, 1), (7, 2)",
        "INSERT INTO note VALUES (1, 7)");
    Night night = night(destroy("client", "ended", ", cascades: [visit, note]"));

    RunResult result = night.run();

    assertThat(result.status()).isEqualTo(RunResult.Status.VERIFIED);
    assertThat(database.rows("SELECT id FROM client")).containsExactly("1");
    assertThat(database.rows("SELECT client FROM visit")).containsExactly("1");
    assertThat(database.rows("SELECT id FROM note")).containsExactly("1");
  }

  /** A column that some rows have a key over leads nowhere else than it did. */
  @Test
  void ofAPartIsNoWayToAClock() {
    table("partition");
    database.execute(
        "CREATE TABLE person (id INT PRIMARY KEY, ended DATE)",
        "ALTER TABLE h ADD COLUMN person INT",
        "ALTER TABLE part ADD FOREIGN KEY (person) REFERENCES person");

    assertThatThrownBy(() -> night(destroy("h", "person.ended", "")).plan())
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("no foreign key leads from table public.h to table public.person");
  }
}
