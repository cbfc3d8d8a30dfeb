package kz.umyt.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import kz.umyt.engines.Engine;
import kz.umyt.engines.Shop;
import kz.umyt.engines.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that row level security hides from the user of a run: no count can hold them. */
class HiddenRowsIT {

  @TempDir Path folder;

  private TestDatabase database;
  private String reader;

  @BeforeEach
  void tenants() {
    database = Engine.POSTGRESQL.fresh(folder);
    reader = "reader_of_" + database.rows("SELECT current_database()").get(0);
    database.execute(
        "CREATE ROLE " + reader + " LOGIN",
        "CREATE TABLE client (id INT PRIMARY KEY, tenant TEXT, ended DATE)",
        "CREATE TABLE call (id INT PRIMARY KEY, client INT REFERENCES client, tenant TEXT)",
        "INSERT INTO client VALUES (1, 'a', DATE '2020-01-01'), (2, 'b', DATE '2020-01-01')",
        "GRANT ALL ON client, call TO " + reader,
        "GRANT ALL ON SCHEMA public TO " + reader);
  }

  private void policyOn(String table) {
    database.execute(
        "ALTER TABLE " + table + " ENABLE ROW LEVEL SECURITY",
        "CREATE POLICY one ON " + table + " USING (tenant = 'a')");
  }

  private Night night(String user) {
    String url = database.url().substring(0, database.url().indexOf('?'));
    Shop shop = Shop.in(folder.resolve("shop"));
    shop.database("db", new TestDatabase(Engine.POSTGRESQL, url, user, database.schema()));
    shop.job(
        """
        targets:
          - {source: db, table: client, retention: contract-end-p2y, clock: ended, action: destroy}
        """);
    return new Night(shop);
  }

  @Test
  void needThatSomebodyLooks() {
    policyOn("client");

    RunResult result = night(reader).run();

    assertThat(database.rows("SELECT id FROM client")).containsExactly("2");
    assertThat(result.status()).isEqualTo(RunResult.Status.NEEDS_PERSON);
    assertThat(result.plan().targets().get(0).unread())
        .singleElement()
        .asString()
        .contains("public.client", "BYPASSRLS");
  }

  @Test
  void countTooWhereTheyWouldKeepRows() {
    policyOn("call");

    assertThat(night(reader).plan().targets().get(0).unread())
        .singleElement()
        .asString()
        .contains("public.call");
  }

  @Test
  void areNoMatterToAUserWhoSeesThemAll() {
    policyOn("client");

    RunResult result = night(database.user()).run();

    assertThat(database.number("SELECT COUNT(*) FROM client")).isZero();
    assertThat(result.status()).isEqualTo(RunResult.Status.VERIFIED);
  }
}
