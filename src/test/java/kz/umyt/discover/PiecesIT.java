package kz.umyt.discover;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kz.umyt.discover.Inventory.TableInventory;
import kz.umyt.engines.Engine;
import kz.umyt.engines.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A table that is read in ranges of its key is the same as one that is read at one go. */
class PiecesIT {

  private static final int ROWS = 6000;

  @TempDir private Path temp;

  /** Keys with gaps, below zero too; bytes of which some are text; a name that must be quoted. */
  private static TestDatabase filled(TestDatabase database) {
    String key = database.quote("Нөмір");
    database.execute(
        "CREATE TABLE people (note VARCHAR(60), data "
            + (database.engine() == Engine.POSTGRESQL ? "bytea" : "VARBINARY(60)")
            + ", "
            + key
            + " BIGINT PRIMARY KEY)");
    List<List<?>> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      long id = (i - ROWS / 3L) * (i < ROWS / 2 ? 1 : 7);
      rows.add(
          List.of(
              i % 3 == 0 ? "хат: user" + i % 900 + "@example.kz" : "жоқ " + i,
              i % 4 == 0
                  ? new byte[] {0, (byte) i}
                  : ("dana@example.kz" + i).getBytes(StandardCharsets.UTF_8),
              id));
    }
    database.insert("INSERT INTO people (note, data, " + key + ") VALUES (?, ?, ?)", rows);
    if (database.engine() == Engine.MARIADB) {
      database.execute("ANALYZE TABLE people");
    }
    return database;
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void makeTheWhole(Engine engine) {
    TestDatabase database = filled(engine.fresh(temp));
    Inventory whole = ShopScan.of(database, temp.resolve("a"));

    Inventory pieces = ShopScan.inPieces(database, temp.resolve("b"), 500);

    assertThat(pieces.sources()).isEqualTo(whole.sources());
    assertThat(pieces.gaps()).isEqualTo(whole.gaps()).hasSize(1);
    assertThat(pieces.undeclared()).isEqualTo(whole.undeclared());
    assertThat(whole.sources().get(0).tables().get(0).rows()).hasValue(ROWS);
  }

  @Test
  void aLockedTableIsAGap() throws SQLException {
    TestDatabase database = filled(Engine.POSTGRESQL.fresh(temp));
    database.execute("CREATE TABLE others (mail TEXT)", "INSERT INTO others VALUES ('a@mail.kz')");
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("LOCK TABLE people IN ACCESS EXCLUSIVE MODE");

      Inventory inventory = ShopScan.of(database, temp.resolve("a"));

      assertThat(inventory.gaps())
          .singleElement()
          .satisfies(
              gap -> {
                assertThat(gap.table()).contains("public.people");
                assertThat(gap.reason()).contains("another session holds a lock");
                assertThat(gap.expected()).isFalse();
              });
      assertThat(inventory.sources().get(0).tables())
          .extracting(TableInventory::name)
          .containsExactly("public.others");
    }
  }

  @Test
  void aTableThatTakesTooLongIsAGap() {
    TestDatabase database = Engine.POSTGRESQL.fresh(temp);
    database.execute(
        "CREATE TABLE people AS SELECT n AS id, 'user' || n || '@example.kz' AS mail,"
            + " repeat('слово ', 20) AS note FROM generate_series(1, 200000) n");

    Inventory inventory = ShopScan.within(database, temp.resolve("a"), Duration.ofMillis(50));

    assertThat(inventory.gaps())
        .singleElement()
        .satisfies(
            gap -> assertThat(gap.reason()).contains("it took longer than the time allowed"));
    assertThat(inventory.sources().get(0).tables())
        .allSatisfy(table -> assertThat(table.whole()).isFalse());
  }
}
