package kz.umyt.report;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import kz.umyt.discover.Damage;
import kz.umyt.discover.Density;
import kz.umyt.discover.Inventory;
import kz.umyt.discover.Inventory.EntityFinding;
import kz.umyt.discover.Inventory.Gap;
import kz.umyt.report.InventoryMap.MappedSource;
import kz.umyt.report.InventoryMap.MappedTable;
import kz.umyt.report.MappedColumn.MappedEntity;
import org.apache.commons.csv.CSVFormat;

/**
 * Writes {@code inventory.csv}: the inventory for spreadsheets. RFC 4180 (commas, CRLF) in UTF-8
 * with byte order mark, without which Excel reads Cyrillic in the code page of the machine; JSON is
 * there for programs.
 */
public final class InventoryCsv {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private static final List<String> HEADER =
      List.of(
          "source",
          "table",
          "column",
          "type",
          "rows",
          "nullable",
          "nonNull",
          "filled",
          "distinct",
          "dates",
          "damage",
          "entity",
          "as",
          "confidence",
          "cells",
          "share",
          "validated",
          "chance",
          "samples",
          "undeclared",
          "reason");

  private InventoryCsv() {}

  /**
   * Writes a line for each column and entity whole or not at all. {@code as} is {@code class} (of
   * the column), {@code finding} (beside or without a class), {@code none} (nothing was found in
   * the column) or {@code gap} (not read, for the {@code reason}; table and column are empty where
   * all of them are meant). Shares and confidence go from 0 to 1 with a point; {@code rows} is
   * empty where reading broke off; samples are masked, a bar between them; {@code undeclared} is
   * {@code yes} where the policy does not list the entity, {@code chance} where its check is passed
   * no more often than by chance; {@code dates} is how many cells are dates; {@code damage} has the
   * kind and how many cells it befell. Text that a spreadsheet would take for a formula has an
   * apostrophe before it.
   *
   * @return lower-case hex SHA-256 of the bytes written
   * @throws IOException if the file cannot be written; the old one, if any, is still whole
   */
  public static String write(Inventory inventory, Path file) throws IOException {
    return DurableFile.write(file, bytes(inventory));
  }

  static byte[] bytes(Inventory inventory) {
    StringBuilder text = new StringBuilder().append(BYTE_ORDER_MARK);
    add(text, HEADER);
    for (MappedSource source : InventoryMap.of(inventory).sources()) {
      for (MappedTable table : source.tables()) {
        for (MappedColumn column : table.columns()) {
          column(text, source, table, column);
        }
      }
    }
    for (Gap gap : inventory.gaps()) {
      gap(text, gap);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void add(StringBuilder text, List<String> line) {
    text.append(CSVFormat.RFC4180.format(line.toArray())).append("\r\n");
  }

  private static void column(
      StringBuilder text, MappedSource source, MappedTable table, MappedColumn column) {
    List<String> place =
        List.of(
            SpreadsheetText.of(source.source().name()),
            SpreadsheetText.of(table.table().name()),
            SpreadsheetText.of(column.column().name()),
            SpreadsheetText.of(column.column().type()),
            number(table.table().rows()),
            column.column().nullable() ? "yes" : "",
            Long.toString(column.column().nonNull()),
            Long.toString(column.column().filled()),
            Long.toString(column.column().distinct()),
            column.column().dates().map(dates -> Long.toString(dates.cells())).orElse(""),
            damage(column.column().damage()));
    if (!column.personal()) {
      add(text, with(place, "", "none", "", "", "", "", "", "", "", ""));
    }
    for (MappedEntity one : column.entities()) {
      add(
          text,
          with(
              place,
              SpreadsheetText.of(one.entity()),
              one.columnClass() ? "class" : "finding",
              one.columnClass()
                  ? String.format(Locale.ROOT, "%.2f", column.column().confidence())
                  : "",
              Long.toString(one.cells()),
              one.finding().map(finding -> share(finding.share())).orElse("0"),
              Long.toString(one.validated()),
              one.finding().flatMap(EntityFinding::density).filter(Density::chance).isPresent()
                  ? "yes"
                  : "",
              SpreadsheetText.of(String.join(" | ", one.samples())),
              one.undeclared() ? "yes" : "",
              ""));
    }
  }

  private static void gap(StringBuilder text, Gap gap) {
    List<String> place =
        List.of(
            SpreadsheetText.of(gap.source()),
            SpreadsheetText.of(gap.table().orElse("")),
            SpreadsheetText.of(gap.column().orElse("")),
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "");
    add(text, with(place, "", "gap", "", "", "", "", "", "", "", SpreadsheetText.of(gap.reason())));
  }

  private static String damage(List<Damage> damage) {
    return damage.stream()
        .map(one -> ActJson.word(one.kind()) + " " + one.cells())
        .collect(Collectors.joining(" | "));
  }

  private static List<String> with(List<String> place, String... more) {
    List<String> line = new ArrayList<>(place);
    line.addAll(List.of(more));
    return line;
  }

  private static String number(OptionalLong number) {
    return number.isPresent() ? Long.toString(number.getAsLong()) : "";
  }

  /** Never in powers of ten, and never rounded to nothing. */
  private static String share(double share) {
    return new BigDecimal(share).round(new MathContext(4)).stripTrailingZeros().toPlainString();
  }
}
