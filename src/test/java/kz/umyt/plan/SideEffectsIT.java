package kz.umyt.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.umyt.engines.Engine;
import kz.umyt.engines.Shop;
import kz.umyt.engines.TestDatabase;
import kz.umyt.job.Sources;
import kz.umyt.settings.Job;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a plan tells of a table's surroundings in real databases. */
class SideEffectsIT {

  private static final LocalDate AS_OF = LocalDate.of(2026, 5, 1);

  @TempDir private Path folder;

  private Outlook outlook(TestDatabase database, String action) {
    Shop shop = Shop.in(folder.resolve("shop-" + action)).database("db", database);
    shop.job(
        "targets:\n  - {source: db, table: client, retention: contract-end-p2y, clock: ended,"
            + " action: "
            + action
            + "}\n");
    Job job = shop.job();
    Planner planner =
        new Planner(
            job, shop.policy(job), AS_OF, new LiveRegisters(job.registers(), AS_OF, () -> AS_OF));
    try (Sources sources = new Sources(shop.sources(), List.of(), List.of())) {
      List<BoundTarget> targets = planner.bind(sources.settings(), sources::database, any -> false);
      Plan plan = planner.count("", targets, file -> DoneRows.OfFile.NONE);
      return planner
          .outlooks(plan, targets, file -> DoneRows.OfFile.NONE, target -> Optional.empty())
          .get(0);
    }
  }

  @Test
  void postgresTellsTriggersCopiesAndMissingIndexes() {
    TestDatabase database = Engine.POSTGRESQL.fresh(folder);
    database.execute(
        "CREATE TABLE client (id BIGINT PRIMARY KEY, name TEXT, ended DATE)",
        "CREATE TABLE \"Order\" (id BIGINT PRIMARY KEY, \"Client\" BIGINT REFERENCES client)",
        "CREATE TABLE visit (id BIGINT PRIMARY KEY, client BIGINT REFERENCES client)",
        "CREATE INDEX ON visit (client, id)",
        "CREATE INDEX partly ON \"Order\" (\"Client\") WHERE id > 100",
        "CREATE VIEW named AS SELECT name FROM client",
        "CREATE MATERIALIZED VIEW names AS SELECT name FROM named",
        "CREATE MATERIALIZED VIEW other AS SELECT 1 AS one",
        "CREATE FUNCTION nothing() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN OLD; END'",
        "CREATE TRIGGER gone AFTER DELETE OR UPDATE ON client"
            + " FOR EACH ROW EXECUTE FUNCTION nothing()",
        "CREATE TRIGGER come AFTER INSERT ON client FOR EACH ROW EXECUTE FUNCTION nothing()",
        "CREATE TRIGGER asleep AFTER DELETE ON client FOR EACH ROW EXECUTE FUNCTION nothing()",
        "ALTER TABLE client DISABLE TRIGGER asleep",
        "CREATE RULE besides AS ON DELETE TO client DO ALSO SELECT 1",
        "INSERT INTO client SELECT n, 'x', DATE '2024-05-01' + n FROM generate_series(0, 99) n");

    Outlook outlook = outlook(database, "destroy");

    assertThat(outlook.triggers())
        .containsExactly(
            new Outlook.Trigger("besides", "DELETE"), new Outlook.Trigger("gone", "DELETE"));
    assertThat(outlook.materializedViews()).containsExactly("public.names");
    assertThat(outlook.dependents()).hasSize(2).noneMatch(Outlook.Dependent::covered);
    assertThat(outlook.dependents())
        .filteredOn(dependent -> dependent.missingIndex().isPresent())
        .singleElement()
        .satisfies(
            dependent -> {
              assertThat(dependent.table()).isEqualTo("public.Order");
              database.execute(dependent.missingIndex().orElseThrow());
            });
    assertThat(outlook(database, "destroy").dependents())
        .allMatch(dependent -> dependent.missingIndex().isEmpty());
    // Of the hundred days none is over; thirty and ninety of them will be.
    assertThat(outlook.in30()).isEqualTo(30);
    assertThat(outlook.in90()).isEqualTo(90);
  }

  @Test
  void otherEnginesTellTheirTriggers() {
    TestDatabase database = Engine.MARIADB.fresh(folder);
    database.execute(
        "CREATE TABLE client (id BIGINT PRIMARY KEY, name VARCHAR(9), ended DATE)",
        "CREATE TABLE orders (id BIGINT PRIMARY KEY, client BIGINT,"
            + " FOREIGN KEY (client) REFERENCES client (id))",
        "CREATE TRIGGER gone BEFORE DELETE ON client FOR EACH ROW SET @a = 1",
        "CREATE TRIGGER changed BEFORE UPDATE ON client FOR EACH ROW SET @a = 1");

    Outlook outlook = outlook(database, "destroy");

    assertThat(outlook.triggers()).containsExactly(new Outlook.Trigger("gone", "DELETE"));
    assertThat(outlook.dependents())
        .singleElement()
        .satisfies(dependent -> assertThat(dependent.missingIndex()).isEmpty());
    assertThat(outlook.materializedViews()).isEmpty();
    assertThat(outlook(database, "anonymize, columns: {name: replace}").triggers())
        .containsExactly(new Outlook.Trigger("changed", "UPDATE"));

    TestDatabase h2 = Engine.H2.fresh(folder);
    h2.execute(
        "CREATE TABLE client (id BIGINT PRIMARY KEY, name VARCHAR(9), ended DATE)",
        "CREATE TRIGGER gone BEFORE DELETE ON client FOR EACH ROW CALL"
            + " \"kz.umyt.job.AuditTrigger\"");
    assertThat(outlook(h2, "destroy").triggers())
        .containsExactly(new Outlook.Trigger("GONE", "DELETE"));
  }
}
