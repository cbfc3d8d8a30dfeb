package kz.umyt.discover;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import kz.umyt.discover.Inventory.Gap;
import kz.umyt.discover.Inventory.Reference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The result of a piece as one line of JSON. Holds no personal value. */
public final class PieceResultJson {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private PieceResultJson() {}

  public static String write(PieceResult result) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    result.counts().ifPresent(counts -> put(node.putObject("counts"), counts));
    node.set("gaps", gaps(result.gaps()));
    return node.toString();
  }

  private static void put(ObjectNode node, TableCounts counts) {
    node.put("name", counts.name()).put("whole", counts.whole());
    counts.rows().ifPresent(rows -> node.put("rows", rows));
    node.put("scanned", counts.scanned());
    ArrayNode columns = node.putArray("columns");
    counts.columns().forEach(column -> put(columns.addObject(), column));
    put(node, counts.shape());
  }

  private static void put(ObjectNode node, TableShape shape) {
    shape.primaryKey().forEach(node.putArray("primaryKey")::add);
    ObjectNode traits = node.putObject("traits");
    shape
        .traits()
        .forEach(
            (column, one) ->
                traits
                    .putObject(column)
                    .put("holds", one.holds().name())
                    .put("length", one.length())
                    .put("unique", one.unique())
                    .put("generated", one.generated()));
    ArrayNode references = node.putArray("references");
    for (Reference reference : shape.references()) {
      ObjectNode one = references.addObject().put("table", reference.table());
      one.put("cascades", reference.cascades());
      reference.columns().forEach(one.putArray("columns")::add);
      reference.parentColumns().forEach(one.putArray("parentColumns")::add);
    }
    shape
        .encoding()
        .ifPresent(
            encoding -> {
              ObjectNode one = node.putObject("encoding").put("name", encoding.name());
              encoding.confidence().ifPresent(sure -> one.put("confidence", sure));
            });
  }

  private static void put(ObjectNode node, CountedColumn column) {
    ColumnHead head = column.head();
    node.put("name", head.name()).put("type", head.type()).put("nullable", head.nullable());
    node.put("reading", head.reading().name());
    node.set("counts", ColumnCountsJson.write(column.counts()));
    UnreadValues unread = column.unread();
    node.putObject("unread")
        .put("cut", unread.cut())
        .put("longest", unread.longest())
        .put("binary", unread.binary())
        .put("bytes", unread.bytes());
  }

  /** Gaps by themselves, for {@link #readGaps}. */
  public static String writeGaps(List<Gap> gaps) {
    return gaps(gaps).toString();
  }

  private static ArrayNode gaps(List<Gap> gaps) {
    ArrayNode node = JsonNodeFactory.instance.arrayNode();
    for (Gap gap : gaps) {
      ObjectNode one = node.addObject().put("source", gap.source());
      gap.table().ifPresent(table -> one.put("table", table));
      gap.column().ifPresent(column -> one.put("column", column));
      one.put("reason", gap.reason()).put("expected", gap.expected());
    }
    return node;
  }

  /** Reads what {@link #write} wrote. */
  public static PieceResult read(String json) {
    JsonNode node = MAPPER.readTree(json);
    return new PieceResult(
        Optional.ofNullable(node.get("counts")).map(PieceResultJson::counts),
        list(node.required("gaps"), PieceResultJson::gap));
  }

  /** Reads what {@link #writeGaps} wrote. */
  public static List<Gap> readGaps(String json) {
    return list(MAPPER.readTree(json), PieceResultJson::gap);
  }

  private static TableCounts counts(JsonNode node) {
    return new TableCounts(
        node.required("name").stringValue(),
        node.required("whole").booleanValue(),
        node.has("rows")
            ? OptionalLong.of(node.required("rows").longValue())
            : OptionalLong.empty(),
        node.required("scanned").longValue(),
        list(node.required("columns"), PieceResultJson::column),
        shape(node));
  }

  private static TableShape shape(JsonNode node) {
    Map<String, ColumnTraits> traits = new HashMap<>();
    node.required("traits")
        .properties()
        .forEach(one -> traits.put(one.getKey(), traits(one.getValue())));
    return new TableShape(
        list(node.required("primaryKey"), JsonNode::stringValue),
        list(node.required("references"), PieceResultJson::reference),
        traits,
        Optional.ofNullable(node.get("encoding")).map(PieceResultJson::encoding));
  }

  private static FileEncoding encoding(JsonNode node) {
    return new FileEncoding(
        node.required("name").stringValue(),
        node.has("confidence")
            ? OptionalDouble.of(node.required("confidence").doubleValue())
            : OptionalDouble.empty());
  }

  private static ColumnTraits traits(JsonNode node) {
    return new ColumnTraits(
        ColumnTraits.Holds.valueOf(node.required("holds").stringValue()),
        node.required("length").intValue(),
        node.required("unique").booleanValue(),
        node.required("generated").booleanValue());
  }

  private static CountedColumn column(JsonNode node) {
    return new CountedColumn(
        new ColumnHead(
            node.required("name").stringValue(),
            node.required("type").stringValue(),
            node.required("nullable").booleanValue(),
            ColumnReading.valueOf(node.required("reading").stringValue())),
        ColumnCountsJson.read(node.required("counts")),
        unread(node.required("unread")));
  }

  private static UnreadValues unread(JsonNode node) {
    return new UnreadValues(
        node.required("cut").longValue(),
        node.required("longest").intValue(),
        node.required("binary").longValue(),
        node.required("bytes").longValue());
  }

  private static Reference reference(JsonNode node) {
    return new Reference(
        list(node.required("columns"), JsonNode::stringValue),
        node.required("table").stringValue(),
        list(node.required("parentColumns"), JsonNode::stringValue),
        node.required("cascades").booleanValue());
  }

  private static Gap gap(JsonNode node) {
    return new Gap(
        node.required("source").stringValue(),
        Optional.ofNullable(node.get("table")).map(JsonNode::stringValue),
        Optional.ofNullable(node.get("column")).map(JsonNode::stringValue),
        node.required("reason").stringValue(),
        node.required("expected").booleanValue());
  }

  private static <T> List<T> list(JsonNode node, Function<JsonNode, T> element) {
    List<T> elements = new ArrayList<>();
    node.forEach(one -> elements.add(element.apply(one)));
    return elements;
  }
}
