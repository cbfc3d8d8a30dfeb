package kz.umyt.report;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import kz.umyt.discover.Damage;
import kz.umyt.discover.DateShape;
import kz.umyt.discover.Density;
import kz.umyt.discover.Explanation;
import kz.umyt.discover.Explanation.Rule;
import kz.umyt.discover.Inventory;
import kz.umyt.discover.Inventory.ColumnInventory;
import kz.umyt.discover.Inventory.EntityFinding;
import kz.umyt.discover.Inventory.Gap;
import kz.umyt.discover.Inventory.Kind;
import kz.umyt.discover.Inventory.SourceInventory;
import kz.umyt.discover.Inventory.TableInventory;
import kz.umyt.discover.Inventory.Undeclared;
import kz.umyt.discover.PolicyCheck;
import kz.umyt.discover.PolicyCheck.DataList;
import kz.umyt.discover.PolicyCheck.NotFound;
import kz.umyt.discover.PolicyCheck.PolicyRef;
import kz.umyt.discover.PolicyCheck.WithoutRule;
import kz.umyt.discover.ScanResult;

/** Inventories of an invented shop, and one whose every text tries to be more than text. */
final class SampleInventories {

  static final RecognizerNotes NOTES =
      new RecognizerNotes(
          entity ->
              entity.equals("CARD_CVV")
                  ? Optional.of("Delete the verification codes now.")
                  : Optional.empty(),
          column ->
              Optional.ofNullable(
                  Map.of(
                          "IIN", "KZ_IIN",
                          "PHONE", "PHONE_NUMBER",
                          "SECOND_PHONE", "PHONE_NUMBER",
                          "FULL_NAME", "PERSON",
                          "COMMENT", "FREE_TEXT",
                          "Телефон", "PHONE_NUMBER")
                      .get(column)));

  private static final OffsetDateTime STARTED = OffsetDateTime.parse("2026-01-15T02:15:00+05:00");

  private SampleInventories() {}

  /** A first scan, in which every table has a rule. */
  static ScanResult first(Inventory inventory) {
    return new ScanResult(inventory, check(List.of()), List.of(), Optional.empty());
  }

  static PolicyCheck check(List<WithoutRule> withoutRule) {
    return new PolicyCheck(
        new PolicyRef("shop", 1, "0".repeat(64)),
        List.of(new DataList("3.1", List.of("PERSON", "CITIZENSHIP"))),
        List.of(),
        List.of(new NotFound("CITIZENSHIP", List.of("3.1"), false)),
        withoutRule,
        List.of());
  }

  /** A database with a gap of each width, a folder, a source that was not reached. */
  static Inventory shop() {
    TableInventory clients =
        new TableInventory(
            "PUBLIC.CLIENTS",
            OptionalLong.of(1200),
            1200,
            List.of(
                column("ID", "BIGINT", 1200, null, 0),
                column(
                    "IIN",
                    "CHARACTER VARYING",
                    1200,
                    "KZ_IIN",
                    0.99,
                    finding("KZ_IIN", 1180, 1200, 1180, "85********14", "92********07")),
                column(
                    "FULL_NAME",
                    "CHARACTER VARYING",
                    1200,
                    "PERSON",
                    0.75,
                    finding("PERSON", 600, 1200, 0, "Ах***********на")),
                column(
                    "PHONE",
                    "CHARACTER VARYING",
                    1000,
                    "PHONE_NUMBER",
                    0.4,
                    finding("PHONE_NUMBER", 300, 1000, 290, "+7********33"),
                    finding("KZ_IIN", 1, 1000, 1, "77********05")),
                column(
                    "SECOND_PHONE",
                    "CHARACTER VARYING",
                    1000,
                    null,
                    0,
                    finding("PHONE_NUMBER", 42, 1000, 42, "77*******12")),
                column("CREATED_AT", "TIMESTAMP", 1200, null, 0)));
    TableInventory tickets =
        new TableInventory(
            "PUBLIC.TICKETS",
            OptionalLong.empty(),
            1_000_000,
            List.of(
                column(
                    "COMMENT",
                    "CHARACTER LARGE OBJECT",
                    1_000_000,
                    null,
                    0,
                    finding("PHONE_NUMBER", 51_204, 1_000_000, 51_204, "+7********01"),
                    finding("EMAIL_ADDRESS", 1, 1_000_000, 1, "d***@e***.kz"),
                    finding("CARD_CVV", 2, 1_000_000, 0, "***"))));
    TableInventory goods =
        new TableInventory(
            "PUBLIC.GOODS",
            OptionalLong.of(77),
            77,
            List.of(column("TITLE", "CHARACTER VARYING", 77, null, 0)));
    TableInventory export =
        new TableInventory(
            "2024/клиенты.csv",
            OptionalLong.of(15),
            15,
            List.of(
                column("Телефон", "text", 15, "PHONE_NUMBER", 0.5),
                column("Город", "text", 15, null, 0)));
    return new Inventory(
        "shop-discovery",
        STARTED,
        STARTED.plusSeconds(754),
        List.of(
            new SourceInventory("crm", Kind.JDBC, true, List.of(clients, goods, tickets)),
            new SourceInventory("exports", Kind.CSV, true, List.of(export)),
            new SourceInventory("billing", Kind.JDBC, false, List.of())),
        List.of(
            new Undeclared("EMAIL_ADDRESS", "crm", "PUBLIC.TICKETS", "COMMENT"),
            new Undeclared("CARD_CVV", "crm", "PUBLIC.TICKETS", "COMMENT")),
        List.of(
            gap("crm", "PUBLIC.CLIENTS", "PHOTO", "type BINARY LARGE OBJECT is not read"),
            gap("crm", "PUBLIC.TICKETS", null, "not read behind row 1000000: connection lost"),
            gap("billing", null, null, "the password is refused (28P01)")));
  }

  /** Order numbers, a tenth of which pass for cards. */
  static Inventory orders() {
    ColumnInventory number =
        new ColumnInventory(
            "NUMBER",
            "VARCHAR",
            true,
            904,
            904,
            904,
            Optional.empty(),
            0,
            List.of(
                new EntityFinding(
                    "CREDIT_CARD",
                    95,
                    95,
                    95 / 904.0,
                    95,
                    Optional.of(new Density(900, 95, true)),
                    List.of("440043******0007"))),
            Optional.empty(),
            List.of(new Damage(Damage.Kind.SCIENTIFIC, 4)),
            new Explanation(Rule.CHANCE, Optional.empty(), Optional.empty()));
    return new Inventory(
        "shop-discovery",
        STARTED,
        STARTED.plusSeconds(4),
        List.of(
            new SourceInventory(
                "crm",
                Kind.JDBC,
                true,
                List.of(
                    new TableInventory(
                        "PUBLIC.ORDERS", OptionalLong.of(904), 904, List.of(number))))),
        List.of(),
        List.of());
  }

  /** Everything read, nothing that the policy does not list. */
  static Inventory clear() {
    TableInventory goods = shop().sources().get(0).tables().get(1);
    return new Inventory(
        "shop-discovery",
        STARTED,
        STARTED.plusSeconds(4),
        List.of(new SourceInventory("crm", Kind.JDBC, true, List.of(goods))),
        List.of(),
        List.of());
  }

  /** The shop with every text that a source or a file of settings may give replaced. */
  static Inventory with(String text) {
    Inventory shop = shop();
    List<SourceInventory> sources = new ArrayList<>();
    for (SourceInventory source : shop.sources()) {
      sources.add(
          new SourceInventory(
              text,
              source.kind(),
              source.read(),
              source.tables().stream().map(table -> with(text, table)).toList()));
    }
    return new Inventory(
        text,
        shop.started(),
        shop.finished(),
        sources,
        List.of(new Undeclared(text, text, text, text)),
        List.of(gap(text, text, text, text)));
  }

  private static TableInventory with(String text, TableInventory table) {
    return new TableInventory(
        text,
        table.rows(),
        table.scanned(),
        table.columns().stream()
            .map(
                column ->
                    new ColumnInventory(
                        text,
                        text,
                        column.nullable(),
                        column.nonNull(),
                        column.filled(),
                        column.distinct(),
                        column.entity().map(entity -> text),
                        column.confidence(),
                        column.findings().isEmpty()
                            ? List.of()
                            : List.of(finding(text, 1, 2, 1, text, text)),
                        Optional.of(new DateShape(Optional.of(text), 1, 0, 0)),
                        column.damage(),
                        new Explanation(Rule.NOTHING, Optional.of(text), Optional.of(text))))
            .toList());
  }

  private static ColumnInventory column(
      String name,
      String type,
      long filled,
      String entity,
      double confidence,
      EntityFinding... findings) {
    return new ColumnInventory(
        name,
        type,
        true,
        filled,
        filled,
        filled,
        Optional.ofNullable(entity),
        confidence,
        List.of(findings),
        Optional.empty(),
        List.of(),
        new Explanation(Rule.NOTHING, Optional.empty(), Optional.empty()));
  }

  private static EntityFinding finding(
      String entity, long cells, long filled, long validated, String... evidence) {
    return new EntityFinding(
        entity,
        cells,
        cells,
        (double) cells / filled,
        validated,
        Optional.empty(),
        List.of(evidence));
  }

  private static Gap gap(String source, String table, String column, String reason) {
    return new Gap(source, Optional.ofNullable(table), Optional.ofNullable(column), reason);
  }
}
