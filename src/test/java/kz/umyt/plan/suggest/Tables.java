package kz.umyt.plan.suggest;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import kz.umyt.discover.ColumnTraits;
import kz.umyt.discover.ColumnTraits.Holds;
import kz.umyt.discover.DateShape;
import kz.umyt.discover.Density;
import kz.umyt.discover.Explanation;
import kz.umyt.discover.Explanation.Rule;
import kz.umyt.discover.Inventory;
import kz.umyt.discover.Inventory.ColumnInventory;
import kz.umyt.discover.Inventory.EntityFinding;
import kz.umyt.discover.Inventory.Kind;
import kz.umyt.discover.Inventory.Reference;
import kz.umyt.discover.Inventory.SourceInventory;
import kz.umyt.discover.Inventory.TableInventory;

/** Tables and files as a scan would find them. */
public final class Tables {

  static final int ROWS = 1000;

  private final String name;
  private final List<ColumnInventory> columns = new ArrayList<>();
  private final List<String> primaryKey = new ArrayList<>();
  private final List<Reference> references = new ArrayList<>();
  private final Map<String, ColumnTraits> traits = new HashMap<>();

  private Tables(String name) {
    this.name = name;
  }

  /** A table with the primary key {@code ID}. */
  public static Tables table(String name) {
    Tables table = new Tables(name).number("ID");
    table.primaryKey.add("ID");
    return table;
  }

  static Tables withoutKey(String name) {
    return new Tables(name);
  }

  static Tables file(String name) {
    return new Tables(name);
  }

  /** A text column of a class. */
  public Tables personal(String column, String entity) {
    return personal(column, entity, true, new ColumnTraits(Holds.TEXT, 100, false, false));
  }

  Tables personal(String column, String entity, boolean nullable, ColumnTraits how) {
    traits.put(column, how);
    return add(column, nullable, Optional.of(entity), List.of(), Optional.empty());
  }

  /** A text column in which an entity was found once. */
  public Tables text(String column, String found) {
    traits.put(column, new ColumnTraits(Holds.TEXT, 100, false, false));
    EntityFinding once =
        new EntityFinding(found, 1, 1, 1.0 / ROWS, 1, Optional.empty(), List.of("85********23"));
    return add(column, true, Optional.empty(), List.of(once), Optional.empty());
  }

  /** A number that passes a check as often as any number would. */
  Tables chance(String column, String found) {
    traits.put(column, new ColumnTraits(Holds.NUMBER, 0, false, false));
    EntityFinding once =
        new EntityFinding(
            found, 9, 9, 0.009, 9, Optional.of(new Density(100, 9, true)), List.of("85********23"));
    return add(column, false, Optional.empty(), List.of(once), Optional.empty());
  }

  public Tables date(String column) {
    return date(column, new DateShape(Optional.empty(), ROWS, 0, 0));
  }

  Tables date(String column, DateShape dates) {
    traits.put(column, new ColumnTraits(Holds.DATE, 0, false, false));
    return add(column, true, Optional.empty(), List.of(), Optional.of(dates));
  }

  /** Dates written as text. */
  Tables written(String column, String format) {
    traits.put(column, new ColumnTraits(Holds.TEXT, 10, false, false));
    return add(
        column,
        true,
        Optional.empty(),
        List.of(),
        Optional.of(new DateShape(Optional.of(format), ROWS, 0, 0)));
  }

  Tables number(String column) {
    traits.put(column, new ColumnTraits(Holds.NUMBER, 0, false, false));
    return add(column, false, Optional.empty(), List.of(), Optional.empty());
  }

  /** A foreign key to the key of another table. */
  public Tables to(String parent, String column) {
    return to(parent, column, false);
  }

  Tables to(String parent, String column, boolean cascades) {
    references.add(new Reference(List.of(column), parent, List.of("ID"), cascades));
    return number(column);
  }

  private Tables add(
      String column,
      boolean nullable,
      Optional<String> entity,
      List<EntityFinding> findings,
      Optional<DateShape> dates) {
    columns.add(
        new ColumnInventory(
            column,
            "ANY",
            nullable,
            ROWS,
            ROWS,
            ROWS,
            entity,
            entity.isPresent() ? 1 : 0,
            findings,
            dates,
            List.of(),
            new Explanation(Rule.NOTHING, Optional.empty(), Optional.empty())));
    return this;
  }

  private TableInventory made() {
    return new TableInventory(
        name, OptionalLong.of(ROWS), ROWS, columns, primaryKey, references, traits);
  }

  /** An inventory of the database {@code crm}. */
  public static Inventory crm(Tables... tables) {
    return inventory(source("crm", Kind.JDBC, tables));
  }

  /** An inventory of the folder {@code exports}. */
  public static Inventory exports(Tables... files) {
    return inventory(source("exports", Kind.CSV, files));
  }

  private static SourceInventory source(String name, Kind kind, Tables... tables) {
    return new SourceInventory(
        name, kind, true, List.of(tables).stream().map(Tables::made).toList());
  }

  private static Inventory inventory(SourceInventory source) {
    OffsetDateTime time = OffsetDateTime.parse("2026-01-15T11:00:00+05:00");
    return new Inventory(
        "discovery", time, time.plusMinutes(1), List.of(source), List.of(), List.of());
  }

  /** The one column of a table with one. */
  static ColumnFacts only(Tables table) {
    return ColumnFacts.of(table.made(), Kind.JDBC).get(0);
  }
}
