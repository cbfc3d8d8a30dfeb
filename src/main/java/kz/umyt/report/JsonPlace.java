package kz.umyt.report;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/**
 * A value in a JSON document and the way to it, for errors that show nothing of the value itself.
 *
 * @param path such as {@code sources[0].name}; empty for the document
 */
record JsonPlace(JsonNode node, String path) {

  static JsonPlace root(JsonNode node) throws IOException {
    JsonPlace root = new JsonPlace(node, "");
    if (!node.isObject()) {
      throw new IOException("it is no JSON object");
    }
    return root;
  }

  /** What is made of one element of a list. */
  interface Element<T> {
    T of(JsonPlace element) throws IOException;
  }

  private JsonPlace field(String name) {
    return new JsonPlace(node.path(name), path.isEmpty() ? name : path + "." + name);
  }

  private boolean isAbsent() {
    return node.isMissingNode() || node.isNull();
  }

  private IOException wrong(String what) {
    return new IOException("\"" + path + "\" " + what);
  }

  /** A field that must be there. */
  JsonPlace required(String name) throws IOException {
    JsonPlace field = field(name);
    if (field.isAbsent()) {
      throw field.wrong("is missing");
    }
    return field;
  }

  String text(String name) throws IOException {
    return required(name).asText();
  }

  Optional<String> optionalText(String name) throws IOException {
    JsonPlace field = field(name);
    return field.isAbsent() ? Optional.empty() : Optional.of(field.asText());
  }

  String asText() throws IOException {
    if (!node.isString()) {
      throw wrong("is no text");
    }
    return node.stringValue();
  }

  /** A time with offset. */
  OffsetDateTime time(String name) throws IOException {
    try {
      return OffsetDateTime.parse(text(name));
    } catch (DateTimeParseException unreadable) {
      throw field(name).wrong("is no time with offset");
    }
  }

  /** A constant as JSON files of ours write it. */
  <E extends Enum<E>> E word(String name, Class<E> type) throws IOException {
    String written = text(name);
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> ActJson.word(constant).equals(written))
        .findFirst()
        .orElseThrow(() -> field(name).wrong("is no known word"));
  }

  /** A whole number from nought; empty if it is not there. */
  OptionalLong count(String name) throws IOException {
    JsonPlace field = field(name);
    if (field.isAbsent()) {
      return OptionalLong.empty();
    }
    if (!field.node.isIntegralNumber()
        || !field.node.canConvertToLong()
        || field.node.longValue() < 0) {
      throw field.wrong("is no count");
    }
    return OptionalLong.of(field.node.longValue());
  }

  /** A number from 0 to 1; 0 if it is not there. */
  double share(String name) throws IOException {
    return optionalShare(name).orElse(0);
  }

  /** A number from 0 to 1; empty if it is not there. */
  OptionalDouble optionalShare(String name) throws IOException {
    JsonPlace field = field(name);
    if (field.isAbsent()) {
      return OptionalDouble.empty();
    }
    if (!field.node.isNumber()
        || !(field.node.doubleValue() >= 0 && field.node.doubleValue() <= 1)) {
      throw field.wrong("is no share from 0 to 1");
    }
    return OptionalDouble.of(field.node.doubleValue());
  }

  /** Yes or no. */
  boolean flag(String name, boolean ifAbsent) throws IOException {
    JsonPlace field = field(name);
    if (field.isAbsent()) {
      return ifAbsent;
    }
    if (!field.node.isBoolean()) {
      throw field.wrong("is neither true nor false");
    }
    return field.node.booleanValue();
  }

  /** What is made of an object; empty if it is not there. */
  <T> Optional<T> optional(String name, Element<T> made) throws IOException {
    JsonPlace field = field(name);
    if (field.isAbsent()) {
      return Optional.empty();
    }
    if (!field.node.isObject()) {
      throw field.wrong("is no object");
    }
    return Optional.of(made.of(field));
  }

  /** The elements of a field; none if it is not there. */
  <T> List<T> list(String name, Element<T> element) throws IOException {
    JsonPlace field = field(name);
    return field.isAbsent() ? List.of() : field.elements(element);
  }

  <T> List<T> elements(Element<T> element) throws IOException {
    if (!node.isArray()) {
      throw wrong("is no list");
    }
    List<T> made = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      made.add(element.of(new JsonPlace(node.get(i), path + "[" + i + "]")));
    }
    return made;
  }
}
