package kz.umyt.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kz.umyt.engines.Chinook;
import kz.umyt.engines.Engine;
import kz.umyt.engines.Shop;
import kz.umyt.engines.TestDatabase;
import kz.umyt.plan.Cascaded;
import kz.umyt.report.Act;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A database that was not made for us, up to its Act: invoice lines that go with their invoice,
 * employees who report to each other, and customers who point back to an invoice.
 */
class ChinookIT {

  private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

  @TempDir Path folder;

  @BeforeEach
  void dataAreHere() {
    assumeTrue(Files.isDirectory(Chinook.DATA), "no real data on this machine");
  }

  /** A name in braces as an engine's script spells it: {@code InvoiceLine} or invoice_line. */
  private static String spelt(Engine engine, String sql) {
    return NAME.matcher(sql)
        .replaceAll(
            name ->
                engine == Engine.POSTGRESQL
                    ? name.group(1)
                    : List.of(name.group(1).split("_")).stream()
                        .map(
                            part ->
                                part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
                        .collect(Collectors.joining()));
  }

  private TestDatabase chinook(Engine engine) throws IOException {
    TestDatabase database = Chinook.in(engine.fresh(folder), engine);
    String drop =
        engine == Engine.MARIADB
            ? "ALTER TABLE {invoice_line} DROP FOREIGN KEY FK_InvoiceLineInvoiceId"
            : "ALTER TABLE {invoice_line} DROP CONSTRAINT invoice_line_invoice_id_fkey";
    for (String sql :
        List.of(
            drop,
            "ALTER TABLE {invoice_line} ADD FOREIGN KEY ({invoice_id}) REFERENCES {invoice}"
                + " ({invoice_id}) ON DELETE CASCADE",
            "ALTER TABLE {customer} ADD {closed_on} DATE",
            "ALTER TABLE {customer} ADD {last_invoice} INT",
            "UPDATE {customer} SET {last_invoice} = (SELECT MAX({invoice_id}) FROM {invoice} WHERE"
                + " {invoice}.{customer_id} = {customer}.{customer_id})",
            // Customers up to 10 are long over, up to 20 they still have invoices that must stay.
            "UPDATE {customer} SET {closed_on} = DATE '2022-01-01' WHERE {customer_id} <= 20",
            "UPDATE {invoice} SET {invoice_date} = '2021-06-01' WHERE {customer_id} <= 10",
            "UPDATE {customer} SET {last_invoice} = (SELECT MIN({invoice_id}) FROM {invoice} WHERE"
                + " {invoice}.{customer_id} = 21) WHERE {customer_id} = 21",
            "UPDATE {invoice} SET {invoice_date} = '2021-06-01' WHERE {invoice_id} ="
                + " (SELECT {last_invoice} FROM {customer} WHERE {customer_id} = 21)",
            "ALTER TABLE {customer} ADD FOREIGN KEY ({last_invoice}) REFERENCES {invoice}"
                + " ({invoice_id})",
            "ALTER TABLE {employee} ADD {left_on} DATE",
            "UPDATE {employee} SET {left_on} = DATE '2020-01-01' WHERE {employee_id} IN (1, 6, 7,"
                + " 8)",
            "UPDATE {employee} SET {reports_to} = 8 WHERE {employee_id} = 7",
            "UPDATE {employee} SET {reports_to} = 7 WHERE {employee_id} = 8")) {
      database.execute(spelt(engine, sql));
    }
    return database;
  }

  private static final String DUE = "CASE WHEN %s < '2024-05-01' THEN 'due' ELSE 'stays' END";

  /** All rows and references by a query of our own, and what must be left of them. */
  private record Oracle(Set<String> all, Set<String> left) {

    static Oracle of(TestDatabase database, Engine engine) {
      Set<String> all = new TreeSet<>();
      Set<String> left = new TreeSet<>();
      Set<List<String>> references = new HashSet<>();
      for (List<String> rows :
          List.of(
              List.of("invoice", "invoice_date", "customer:customer_id"),
              List.of("customer", "closed_on", "invoice:last_invoice", "employee:support_rep_id"),
              List.of("employee", "left_on", "employee:reports_to"))) {
        String id = "{" + rows.get(0) + "_id}";
        for (String reference : rows.subList(2, rows.size())) {
          int colon = reference.indexOf(':');
          String sql =
              "SELECT %s, %s, {%s} FROM {%s}"
                  .formatted(
                      id,
                      DUE.formatted("{" + rows.get(1) + "}"),
                      reference.substring(colon + 1),
                      rows.get(0));
          for (String row : database.rows(spelt(engine, sql))) {
            List<String> cells = List.of(row.split("\\|"));
            String name = rows.get(0) + " " + cells.get(0);
            all.add(name);
            if (cells.get(1).equals("stays")) {
              left.add(name);
            }
            references.add(List.of(name, reference.substring(0, colon) + " " + cells.get(2)));
          }
        }
      }
      boolean grows = true;
      while (grows) {
        grows = false;
        for (List<String> reference : references) {
          grows |=
              left.contains(reference.get(0))
                  && all.contains(reference.get(1))
                  && left.add(reference.get(1));
        }
      }
      return new Oracle(all, left);
    }

    long gone(String table) {
      return all.stream().filter(row -> row.startsWith(table + " ") && !left.contains(row)).count();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "MARIADB"})
  void goesAsFarAsItsOwnRowsLetIt(Engine engine) throws IOException {
    TestDatabase database = chinook(engine);
    Oracle oracle = Oracle.of(database, engine);
    Set<String> lines = new TreeSet<>();
    for (String row :
        database.rows(
            spelt(engine, "SELECT {invoice_line_id}, {invoice_id} FROM {invoice_line}"))) {
      List<String> cells = List.of(row.split("\\|"));
      if (oracle.left.contains("invoice " + cells.get(1))) {
        lines.add(cells.get(0));
      }
    }
    long allLines = database.number(spelt(engine, "SELECT COUNT(*) FROM {invoice_line}"));
    Shop shop = Shop.in(folder.resolve("shop")).database("db", database);
    shop.job(
        spelt(
            engine,
            """
            targets:
              - {source: db, table: {employee}, retention: contract-end-p2y, clock: {left_on}, action: destroy}
              - {source: db, table: {customer}, retention: contract-end-p2y, clock: {closed_on}, action: destroy}
              - {source: db, table: {invoice}, retention: contract-end-p2y, clock: {invoice_date}, action: destroy, cascades: [{invoice_line}]}
            """));
    Night night = new Night(shop);

    RunResult result = night.run();

    Oracle after = Oracle.of(database, engine);
    assertThat(result.status()).isEqualTo(RunResult.Status.VERIFIED);
    assertThat(after.all).isEqualTo(oracle.left);
    assertThat(
            new TreeSet<>(
                database.rows(spelt(engine, "SELECT {invoice_line_id} FROM {invoice_line}"))))
        .isEqualTo(lines);
    for (String table : List.of("invoice", "customer", "employee")) {
      Act.ActTarget target = Night.target(result, spelt(engine, "{" + table + "}"));
      assertThat(oracle.gone(table)).as(table).isPositive();
      assertThat(target.destroyed()).as(table).isEqualTo(oracle.gone(table));
      assertThat(target.failed()).as(table).isZero();
      assertThat(target.postponed()).as(table).isPositive().isEqualTo(target.remaining());
      assertThat(target.planned().due()).isEqualTo(target.destroyed() + target.remaining());
    }
    assertThat(Night.target(result, spelt(engine, "{invoice}")).cascaded())
        .extracting(Cascaded::records)
        .containsExactly(allLines - lines.size());
    night.assertLeftClean();
  }
}
