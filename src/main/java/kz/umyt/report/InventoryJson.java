package kz.umyt.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import kz.umyt.discover.Alarm;
import kz.umyt.discover.ColumnTraits;
import kz.umyt.discover.Damage;
import kz.umyt.discover.DateShape;
import kz.umyt.discover.Density;
import kz.umyt.discover.FileEncoding;
import kz.umyt.discover.Inventory;
import kz.umyt.discover.Inventory.ColumnInventory;
import kz.umyt.discover.Inventory.EntityFinding;
import kz.umyt.discover.Inventory.Gap;
import kz.umyt.discover.Inventory.Reference;
import kz.umyt.discover.Inventory.SourceInventory;
import kz.umyt.discover.Inventory.TableInventory;
import kz.umyt.discover.Inventory.Undeclared;
import kz.umyt.discover.ScanResult;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes {@code inventory.json}: what personal data is where, for machines. */
public final class InventoryJson {

  private InventoryJson() {}

  /**
   * Writes the inventory whole or not at all. Times are ISO-8601 with offset; what is absent is
   * null; a share goes from 0 to 1, of the cells that hold more than blanks, and is never rounded
   * away; confidence has two decimals; {@code validated} counts cells, {@code distinct} values;
   * {@code dates} and {@code density} are left out where they do not apply; {@code encoding} has
   * only a file, and its {@code confidence} is null where the source states it. {@code changes} is
   * null where there was no last scan to compare with.
   *
   * @return lower-case hex SHA-256 of the bytes written
   * @throws IOException if the file cannot be written; the old one, if any, is still whole
   */
  public static String write(ScanResult result, Path file) throws IOException {
    return DurableFile.write(file, bytes(result));
  }

  static byte[] bytes(ScanResult result) {
    return JsonText.bytes(root(result));
  }

  /** The same JSON on one line, without a line end. */
  public static String line(ScanResult result) {
    return root(result).toString();
  }

  private static ObjectNode root(ScanResult result) {
    Inventory inventory = result.inventory();
    ObjectNode root = JsonText.NODES.objectNode();
    root.put("job", inventory.job());
    root.put("started", time(inventory.started()));
    root.put("finished", time(inventory.finished()));
    ArrayNode sources = root.putArray("sources");
    inventory.sources().forEach(source -> source(sources.addObject(), source));
    ArrayNode undeclared = root.putArray("undeclared");
    for (Undeclared one : inventory.undeclared()) {
      undeclared
          .addObject()
          .put("entity", one.entity())
          .put("source", one.source())
          .put("table", one.table())
          .put("column", one.column());
    }
    ArrayNode gaps = root.putArray("gaps");
    for (Gap gap : inventory.gaps()) {
      ObjectNode one = gaps.addObject().put("source", gap.source());
      DecisionJson.putText(one, "table", gap.table());
      DecisionJson.putText(one, "column", gap.column());
      one.put("reason", gap.reason());
      one.put("expected", gap.expected());
    }
    root.set("policyCheck", PolicyCheckJson.node(result.policyCheck()));
    ArrayNode alarms = root.putArray("alarms");
    for (Alarm alarm : result.alarms()) {
      ObjectNode one = alarms.addObject().put("entity", alarm.entity());
      ChangesJson.put(one, alarm.place());
      one.put("cells", alarm.cells()).put("advice", alarm.advice());
    }
    result
        .changes()
        .ifPresentOrElse(
            changes -> root.set("changes", ChangesJson.node(changes)),
            () -> root.putNull("changes"));
    return root;
  }

  private static void source(ObjectNode node, SourceInventory source) {
    node.put("name", source.name());
    node.put("kind", ActJson.word(source.kind()));
    ArrayNode tables = node.putArray("tables");
    source.tables().forEach(table -> table(tables.addObject(), table));
  }

  private static void table(ObjectNode node, TableInventory table) {
    node.put("name", table.name());
    if (table.rows().isPresent()) {
      node.put("rows", table.rows().getAsLong());
    } else {
      node.putNull("rows");
    }
    node.put("scanned", table.scanned());
    table.encoding().ifPresent(encoding -> encoding(node.putObject("encoding"), encoding));
    table.primaryKey().forEach(node.putArray("primaryKey")::add);
    ArrayNode references = node.putArray("references");
    for (Reference reference : table.references()) {
      ObjectNode one = references.addObject();
      reference.columns().forEach(one.putArray("columns")::add);
      one.put("table", reference.table());
      reference.parentColumns().forEach(one.putArray("parentColumns")::add);
      one.put("cascades", reference.cascades());
    }
    ArrayNode columns = node.putArray("columns");
    for (ColumnInventory column : table.columns()) {
      ObjectNode one = columns.addObject();
      column(one, column);
      ColumnTraits traits = table.traits().get(column.name());
      if (traits != null) {
        traits(one.putObject("traits"), traits);
      }
    }
  }

  private static void encoding(ObjectNode node, FileEncoding encoding) {
    node.put("name", encoding.name());
    encoding
        .confidence()
        .ifPresentOrElse(
            sure -> node.put("confidence", Math.round(sure * 100) / 100.0),
            () -> node.putNull("confidence"));
  }

  private static void traits(ObjectNode node, ColumnTraits traits) {
    node.put("holds", ActJson.word(traits.holds()));
    node.put("length", traits.length());
    node.put("unique", traits.unique());
    node.put("generated", traits.generated());
  }

  private static void column(ObjectNode node, ColumnInventory column) {
    node.put("name", column.name());
    node.put("type", column.type());
    node.put("nullable", column.nullable());
    node.put("nonNull", column.nonNull());
    node.put("filled", column.filled());
    node.put("distinct", column.distinct());
    DecisionJson.putText(node, "entity", column.entity());
    node.put("confidence", Math.round(column.confidence() * 100) / 100.0);
    ArrayNode findings = node.putArray("findings");
    column.findings().forEach(finding -> finding(findings.addObject(), finding));
    column.dates().ifPresent(dates -> dates(node.putObject("dates"), dates));
    ArrayNode damage = node.putArray("damage");
    for (Damage one : column.damage()) {
      damage.addObject().put("kind", ActJson.word(one.kind())).put("cells", one.cells());
    }
    ObjectNode explanation = node.putObject("explanation");
    explanation.put("rule", ActJson.word(column.explanation().rule()));
    DecisionJson.putText(explanation, "named", column.explanation().named());
    DecisionJson.putText(explanation, "word", column.explanation().word());
  }

  private static void finding(ObjectNode node, EntityFinding finding) {
    node.put("entity", finding.entity());
    node.put("cells", finding.cells());
    node.put("distinct", finding.distinct());
    node.put("share", finding.share());
    node.put("validated", finding.validated());
    if (finding.density().isPresent()) {
      Density density = finding.density().get();
      node.putObject("density")
          .put("candidates", density.candidates())
          .put("passed", density.passed())
          .put("chance", density.chance());
    }
    finding.evidence().forEach(node.putArray("evidence")::add);
  }

  private static void dates(ObjectNode node, DateShape dates) {
    DecisionJson.putText(node, "format", dates.format());
    dates.otherFormat().ifPresent(other -> node.put("otherFormat", other));
    node.put("cells", dates.cells());
    node.put("sentinels", dates.sentinels());
    node.put("future", dates.future());
  }

  static String time(OffsetDateTime time) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
  }
}
