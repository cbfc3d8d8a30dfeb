package kz.umyt.source.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import kz.umyt.engines.Engine;
import kz.umyt.engines.Shop;
import kz.umyt.engines.TestDatabase;
import kz.umyt.settings.Source;
import kz.umyt.source.ForeignKey;
import kz.umyt.source.ForeignKey.OnDelete;
import kz.umyt.source.Table;
import kz.umyt.source.TableName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Foreign keys are known from either side, whatever they are made of. */
class ForeignKeysIT {

  @TempDir private Path temp;

  private static Database open(TestDatabase database, Path folder) {
    return Database.open(
        (Source.Jdbc) Shop.in(folder).database("data", database).sources().get("data"));
  }

  private static String name(TestDatabase database, String name) {
    return database.engine() == Engine.H2 ? name.toUpperCase(Locale.ROOT) : name;
  }

  private static List<String> names(TestDatabase database, String... names) {
    return List.of(names).stream().map(name -> name(database, name)).toList();
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void areTheSameFromEitherSide(Engine engine) {
    TestDatabase database = engine.fresh(temp);
    String other = database.schema().toLowerCase(Locale.ROOT) + "_other";
    String parent = (engine == Engine.H2 ? "PUBLIC" : database.schema()) + ".people";
    database.execute(
        "CREATE SCHEMA " + other,
        "CREATE TABLE people (a INT, b INT, boss_a INT, boss_b INT, PRIMARY KEY (a, b),"
            + " CONSTRAINT own FOREIGN KEY (boss_a, boss_b) REFERENCES people (a, b)"
            + " ON DELETE SET NULL)",
        "CREATE TABLE cards (id INT, of_b INT, of_a INT,"
            + " CONSTRAINT near FOREIGN KEY (of_a, of_b) REFERENCES people (a, b)"
            + " ON DELETE CASCADE)",
        "CREATE TABLE "
            + other
            + ".notes (x INT, y INT,"
            + " CONSTRAINT far FOREIGN KEY (x, y) REFERENCES "
            + parent
            + " (a, b))",
        "CREATE TABLE strangers (a INT, b INT)");

    try (Database open = open(database, temp)) {
      TableName people = new TableName(database.schema(), name(database, "people"));
      Table table = open.table(people);

      assertThat(table.referencedBy())
          .containsExactlyInAnyOrder(
              new ForeignKey(
                  name(database, "own"),
                  people,
                  names(database, "boss_a", "boss_b"),
                  people,
                  names(database, "a", "b"),
                  OnDelete.SET_NULL),
              new ForeignKey(
                  name(database, "near"),
                  new TableName(database.schema(), name(database, "cards")),
                  names(database, "of_a", "of_b"),
                  people,
                  names(database, "a", "b"),
                  OnDelete.CASCADE),
              new ForeignKey(
                  name(database, "far"),
                  new TableName(name(database, other), name(database, "notes")),
                  names(database, "x", "y"),
                  people,
                  names(database, "a", "b"),
                  OnDelete.RESTRICT));
      for (ForeignKey key : table.referencedBy()) {
        assertThat(open.table(key.child()).references()).contains(key);
      }
    }
  }
}
