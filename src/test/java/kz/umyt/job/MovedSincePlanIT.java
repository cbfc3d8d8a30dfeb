package kz.umyt.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import kz.umyt.engines.Engine;
import kz.umyt.engines.Shop;
import kz.umyt.engines.TestDatabase;
import kz.umyt.plan.RefusedException;
import kz.umyt.report.Act;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an approved plan rests on changes around a table: the run refuses and says what moved. */
class MovedSincePlanIT {

  @TempDir Path folder;

  private TestDatabase database;
  private Night night;

  @BeforeEach
  void company() {
    database = Engine.POSTGRESQL.fresh(folder);
    database.execute(
        "CREATE TABLE client (id BIGINT PRIMARY KEY, ended DATE)",
        "INSERT INTO client SELECT n, DATE '2020-01-01' FROM generate_series(1, 20) n",
        "CREATE FUNCTION noted() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN OLD; END'",
        "CREATE TRIGGER gone BEFORE DELETE ON client FOR EACH ROW EXECUTE FUNCTION noted()");
    Shop shop = Shop.in(folder.resolve("shop")).database("db", database);
    shop.job(
        """
        approval: per-plan
        targets:
          - {source: db, table: client, retention: contract-end-p2y, clock: ended, action: destroy}
        """);
    night = new Night(shop);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CREATE OR REPLACE FUNCTION noted() RETURNS trigger LANGUAGE plpgsql AS"
            + " 'BEGIN RAISE NOTICE ''x''; RETURN OLD; END' | its triggers or rules, or a function",
        "CREATE RULE aside AS ON DELETE TO client DO INSTEAD NOTHING | its triggers or rules",
        "ALTER TABLE client DISABLE TRIGGER gone | its triggers or rules",
        "CREATE MATERIALIZED VIEW copy AS SELECT * FROM client | the materialized views that are",
        "CREATE TABLE kid (id INT PRIMARY KEY, c BIGINT REFERENCES client) | its key or a foreign",
        "ALTER TABLE client ALTER ended TYPE timestamp | its columns have changed"
      })
  void isSaid(String change, String said) {
    assertThatThrownBy(() -> night.runApproved(Progress.NONE, () -> database.execute(change)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("public.client")
        .hasMessageContaining(said)
        .hasMessageContaining("since the plan was made");
    assertThat(database.rows("SELECT COUNT(*) FROM client")).isEqualTo(List.of("20"));
  }

  @Test
  void whatKeepsACopyStandsInTheAct() {
    database.execute("CREATE MATERIALIZED VIEW copy AS SELECT * FROM client");

    Act.ActTarget client = Night.target(night.runApproved(Progress.NONE), "client");

    assertThat(client.destroyed()).isEqualTo(20);
    assertThat(client.triggers()).containsExactly("gone");
    assertThat(client.materializedViews()).containsExactly("public.copy");
  }
}
