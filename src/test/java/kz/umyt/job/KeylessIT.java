package kz.umyt.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import kz.umyt.engines.Engine;
import kz.umyt.engines.Shop;
import kz.umyt.engines.TestDatabase;
import kz.umyt.settings.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables without a key: rows of PostgreSQL are told apart by where they lie. */
class KeylessIT {

  private static final String NO_KEY = "has no primary key, so its rows cannot be taken one by one";

  @TempDir Path folder;

  private Night night(TestDatabase database, String more) {
    Shop shop = Shop.in(folder.resolve("shop")).database("db", database);
    shop.write(
        "config/holds.csv",
        "subject,table,key,authority,reason,from,to\nperson 4,,,court,claim,2020-01-01,\n");
    shop.job(
        """
        throttle: {chunk-time: 20ms, pause: 0ms, connections: 3}
        registers: {holds: config/holds.csv}
        targets:
          - source: db
            table: visit
            subject: name
            retention: contract-end-p2y
            clock: ended
        """
            + more.indent(4));
    return new Night(shop);
  }

  @Test
  void rowsOfPostgresqlGoAllTheSame() {
    TestDatabase database = Engine.POSTGRESQL.fresh(folder);
    database.execute(
        "CREATE TABLE visit (name TEXT, ended DATE, note TEXT)",
        "INSERT INTO visit SELECT 'person ' || n, CASE WHEN n % 2 = 0 THEN DATE '2020-01-01' ELSE"
            + " DATE '2025-12-01' END, repeat('x', n % 200) FROM generate_series(1, 30000) n",
        // Equal rows, of which one may not be taken for the other.
        "INSERT INTO visit SELECT * FROM visit WHERE name = 'person 10'",
        "DELETE FROM visit WHERE name LIKE 'person 9%'",
        "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.name ="
            + " 'person 20000' THEN RAISE EXCEPTION 'refused'; END IF; RETURN OLD; END $$",
        "CREATE TRIGGER refusing BEFORE DELETE ON visit FOR EACH ROW EXECUTE FUNCTION refuse()");
    long due = database.number("SELECT COUNT(*) FROM visit WHERE ended = DATE '2020-01-01'");
    long others = database.number("SELECT COUNT(*) FROM visit WHERE ended <> DATE '2020-01-01'");

    var target = Night.target(night(database, "action: destroy").run(), "visit");

    assertThat(target.destroyed()).isEqualTo(due - 2);
    assertThat(target.failed()).isEqualTo(1);
    assertThat(database.rows("SELECT name FROM visit WHERE ended = DATE '2020-01-01' ORDER BY 1"))
        .containsExactly("person 20000", "person 4");
    assertThat(database.number("SELECT COUNT(*) FROM visit")).isEqualTo(others + 2);
    assertThat(database.number("SELECT SUM(changed) FROM umyt_journal")).isEqualTo(due - 2);
  }

  @ParameterizedTest
  @EnumSource(names = {"H2", "MARIADB"})
  void otherEnginesNeedOne(Engine engine) {
    TestDatabase database = engine.fresh(folder);
    database.execute("CREATE TABLE visit (name VARCHAR(40), ended DATE)");

    assertThatThrownBy(() -> night(database, "action: destroy").run())
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(NO_KEY);
  }

  @Test
  void soDoPartitionsAndAnonymizing() {
    TestDatabase database = Engine.POSTGRESQL.fresh(folder);
    database.execute("CREATE TABLE visit (name TEXT, ended DATE)");
    assertThatThrownBy(() -> night(database, "action: anonymize\ncolumns: {name: redact}").run())
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(NO_KEY);

    database.execute(
        "DROP TABLE visit",
        "CREATE TABLE visit (name TEXT, ended DATE) PARTITION BY RANGE (ended)",
        "CREATE TABLE visit_all PARTITION OF visit DEFAULT");
    assertThatThrownBy(() -> night(database, "action: destroy").run())
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(NO_KEY);
  }
}
