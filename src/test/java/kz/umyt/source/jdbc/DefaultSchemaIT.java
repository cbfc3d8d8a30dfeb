package kz.umyt.source.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import kz.umyt.engines.Engine;
import kz.umyt.engines.Shop;
import kz.umyt.engines.TestDatabase;
import kz.umyt.settings.SettingsException;
import kz.umyt.settings.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where neither the URL nor the settings say which tables are meant, nobody takes that for none.
 */
class DefaultSchemaIT {

  @TempDir private Path temp;

  private Database open(String url, String user) {
    Shop shop = Shop.in(temp);
    shop.write(
        "config/sources.yaml",
        "sources:\n  data: {jdbc: \"" + url + "\", user: " + user + ", system: S}\n");
    return Database.open((Source.Jdbc) shop.sources().get("data"));
  }

  @Test
  void theOneOfTheConnectionIsTaken() {
    TestDatabase database = Engine.MARIADB.fresh(temp);
    database.execute("CREATE TABLE people (id INT)");

    try (Database open = open(database.url(), database.user())) {
      assertThat(open.tables()).hasSize(1);
    }
  }

  @Test
  void noneOfMariaDbIsAMistake() {
    TestDatabase database = Engine.MARIADB.fresh(temp);
    String url = database.url().substring(0, database.url().lastIndexOf('/') + 1);

    assertThatThrownBy(() -> open(url, database.user()))
        .isInstanceOf(SettingsException.class)
        .hasMessageContainingAll(
            "source 'data': its jdbc URL names no database", "schemas: [NAME, ...]");
  }

  @Test
  void noneThatTheUserMayLookIntoIsAMistake() {
    TestDatabase database = Engine.POSTGRESQL.fresh(temp);
    String user = "nowhere_" + database.rows("SELECT current_database()").get(0);
    database.execute("CREATE ROLE " + user + " LOGIN", "REVOKE ALL ON SCHEMA public FROM PUBLIC");
    String url = database.url().substring(0, database.url().indexOf('?'));

    assertThatThrownBy(() -> open(url, user))
        .isInstanceOf(SettingsException.class)
        .hasMessageContainingAll("source 'data': its user may use none", "schemas: [NAME, ...]");
  }
}
