package kz.umyt.discover;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the counts of a column as JSON and reads them back, so that a scan can go on in another
 * process. The hashes are written too: whoever keeps the JSON must keep the key elsewhere.
 */
final class ColumnCountsJson {

  private ColumnCountsJson() {}

  static ObjectNode write(ColumnCounts counts) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("nonNull", counts.nonNull());
    node.put("filled", counts.filled());
    node.set("distinct", write(counts.distinct()));
    node.set("entities", write(counts.entities()));
    node.set("restored", write(counts.restored()));
    node.put("shortNumbers", counts.shortNumbers());
    ObjectNode dates = node.putObject("dates");
    counts
        .dates()
        .forms()
        .forEach(
            (form, one) ->
                dates
                    .putObject(form.name())
                    .put("cells", one.cells())
                    .put("sentinels", one.sentinels())
                    .put("future", one.future())
                    .put("times", one.times()));
    ObjectNode damage = node.putObject("damage");
    counts.damage().forEach((kind, cells) -> damage.put(kind.name(), cells));
    return node;
  }

  private static ObjectNode write(SortedMap<String, EntityCounts> entities) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    entities.forEach((entity, one) -> node.set(entity, write(one)));
    return node;
  }

  private static ObjectNode write(EntityCounts counts) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("cells", counts.cells());
    node.put("validated", counts.validated());
    node.set("found", write(counts.found()));
    node.set("confirmed", write(counts.confirmed()));
    node.set("misses", write(counts.misses()));
    ArrayNode evidence = node.putArray("evidence");
    counts.evidence().forEach(evidence::add);
    return node;
  }

  private static ObjectNode write(DistinctCount count) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    if (count.isExact()) {
      long[] hashes = count.hashes();
      ByteBuffer bytes = ByteBuffer.allocate(hashes.length * Long.BYTES);
      bytes.asLongBuffer().put(hashes);
      node.put("hashes", Base64.getEncoder().encodeToString(bytes.array()));
    } else {
      node.put("sketch", Base64.getEncoder().encodeToString(count.sketch()));
    }
    return node;
  }

  /**
   * Reads what {@link #write(ColumnCounts)} wrote.
   *
   * @throws IllegalArgumentException if it was written by something else; the message quotes none
   *     of it
   */
  static ColumnCounts read(JsonNode node) {
    Map<DateForm, DateCounts.Count> dates = new EnumMap<>(DateForm.class);
    for (Map.Entry<String, JsonNode> one : object(node, "dates").properties()) {
      JsonNode count = one.getValue();
      dates.put(
          constant(DateForm.values(), one.getKey()),
          new DateCounts.Count(
              number(count, "cells"),
              number(count, "sentinels"),
              number(count, "future"),
              Math.toIntExact(number(count, "times"))));
    }
    Map<Damage.Kind, Long> damage = new EnumMap<>(Damage.Kind.class);
    JsonNode damaged = object(node, "damage");
    for (String kind : damaged.propertyNames()) {
      damage.put(constant(Damage.Kind.values(), kind), number(damaged, kind));
    }
    return new ColumnCounts(
        number(node, "nonNull"),
        number(node, "filled"),
        distinct(object(node, "distinct")),
        entities(object(node, "entities")),
        new DateCounts(dates),
        damage,
        entities(object(node, "restored")),
        number(node, "shortNumbers"));
  }

  private static SortedMap<String, EntityCounts> entities(JsonNode node) {
    SortedMap<String, EntityCounts> entities = new TreeMap<>();
    for (Map.Entry<String, JsonNode> one : node.properties()) {
      entities.put(one.getKey(), entity(one.getValue()));
    }
    return entities;
  }

  private static EntityCounts entity(JsonNode node) {
    JsonNode evidence = node.path("evidence");
    if (!evidence.isArray()) {
      throw wrong("evidence");
    }
    List<String> samples = evidence.valueStream().map(sample -> text(sample, "evidence")).toList();
    return new EntityCounts(
        number(node, "cells"),
        number(node, "validated"),
        distinct(object(node, "found")),
        distinct(object(node, "confirmed")),
        distinct(object(node, "misses")),
        samples);
  }

  private static DistinctCount distinct(JsonNode node) {
    JsonNode sketch = node.path("sketch");
    if (!sketch.isMissingNode()) {
      return DistinctCount.estimated(bytes(sketch, "sketch"));
    }
    byte[] bytes = bytes(node.path("hashes"), "hashes");
    if (bytes.length % Long.BYTES != 0) {
      throw wrong("hashes");
    }
    long[] hashes = new long[bytes.length / Long.BYTES];
    ByteBuffer.wrap(bytes).asLongBuffer().get(hashes);
    return DistinctCount.exact(hashes);
  }

  private static byte[] bytes(JsonNode node, String name) {
    try {
      return Base64.getDecoder().decode(text(node, name));
    } catch (IllegalArgumentException malformed) {
      throw wrong(name);
    }
  }

  private static JsonNode object(JsonNode node, String name) {
    JsonNode object = node.path(name);
    if (!object.isObject()) {
      throw wrong(name);
    }
    return object;
  }

  private static long number(JsonNode node, String name) {
    JsonNode number = node.path(name);
    if (!number.isIntegralNumber() || !number.canConvertToLong() || number.longValue() < 0) {
      throw wrong(name);
    }
    return number.longValue();
  }

  private static String text(JsonNode node, String name) {
    if (!node.isString()) {
      throw wrong(name);
    }
    return node.stringValue();
  }

  private static <E extends Enum<E>> E constant(E[] all, String name) {
    return Arrays.stream(all)
        .filter(constant -> constant.name().equals(name))
        .findFirst()
        .orElseThrow(() -> wrong("a name"));
  }

  private static IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException("counts of a column with a wrong " + what);
  }
}
