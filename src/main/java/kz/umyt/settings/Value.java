package kz.umyt.settings;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * One value of a settings file and the types it can be read as. Errors say what is expected and
 * which kind of value was found, and show a value only where it is a name.
 */
final class Value {

  private final YamlNode node;
  private final String name;

  /**
   * @param name how an error calls it, such as {@code 'term'}
   */
  Value(YamlNode node, String name) {
    this.node = node;
    this.name = name;
  }

  Position at() {
    return node.at();
  }

  boolean isMapping() {
    return node instanceof YamlNode.Mapping;
  }

  /** Whether {@link #anyText} can read it. */
  boolean isText() {
    return node instanceof YamlNode.Scalar scalar
        && switch (scalar.kind()) {
          case QUOTED, PLAIN, VARIABLE -> true;
          case NUMBER, BOOLEAN, NULL -> false;
        };
  }

  boolean isNumber() {
    return node instanceof YamlNode.Scalar scalar && scalar.kind() == YamlNode.Kind.NUMBER;
  }

  boolean isNull() {
    return node instanceof YamlNode.Scalar scalar && scalar.kind() == YamlNode.Kind.NULL;
  }

  /** The word {@code null}, not a value that somebody forgot to write. */
  boolean isNullWord() {
    return isNull()
        && node instanceof YamlNode.Scalar scalar
        && scalar.text().equalsIgnoreCase("null");
  }

  SettingsException error(String message) {
    return new SettingsException(at(), name + " " + message);
  }

  /** Text that is not blank. */
  Located<String> text() {
    String text = anyText();
    if (text.isBlank()) {
      throw error("must not be empty");
    }
    return new Located<>(text, at());
  }

  /** Text that may be empty. */
  String anyText() {
    if (node instanceof YamlNode.Scalar scalar) {
      switch (scalar.kind()) {
        case QUOTED, PLAIN, VARIABLE -> {
          return scalar.text();
        }
        case NUMBER, BOOLEAN ->
            throw error("must be text, found " + scalar.kind().words() + "; put it in quotes");
        case NULL -> {}
      }
    }
    throw expected("text");
  }

  /** A name that can stand in file names: Latin letters, digits, and {@code - _ .} inside. */
  Located<String> id() {
    Located<String> text = text();
    String id = text.value();
    boolean allowed =
        IntStream.range(0, id.length())
            .allMatch(
                i -> {
                  char c = id.charAt(i);
                  return (c >= 'a' && c <= 'z')
                      || (c >= 'A' && c <= 'Z')
                      || (c >= '0' && c <= '9')
                      || (i > 0 && (c == '-' || c == '_' || c == '.'));
                });
    if (!allowed) {
      throw error(
          "must be Latin letters, digits, '-', '_' and '.', beginning with a letter or digit");
    }
    return text;
  }

  long integer(long least, long most) {
    String expected = "a whole number from " + least + " to " + most;
    try {
      long number = Long.parseLong(numeric(expected));
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw error("must be " + expected);
    }
    throw error("must be " + expected);
  }

  /** A share or score. */
  double fraction() {
    String expected = "a number from 0 to 1";
    try {
      double number = Double.parseDouble(numeric(expected));
      if (number >= 0 && number <= 1) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw error("must be " + expected);
    }
    throw error("must be " + expected);
  }

  boolean flag() {
    if (node instanceof YamlNode.Scalar scalar
        && (scalar.kind() == YamlNode.Kind.BOOLEAN || scalar.kind() == YamlNode.Kind.VARIABLE)) {
      if (scalar.text().equalsIgnoreCase("true")) {
        return true;
      }
      if (scalar.text().equalsIgnoreCase("false")) {
        return false;
      }
    }
    throw expected("true or false");
  }

  Period period() {
    return Literals.period(text().value())
        .orElseThrow(() -> error("must be an ISO 8601 period such as P2Y, P6M or P30D"));
  }

  Duration duration() {
    String expected = "a duration such as 100ms, 1s, 5m or 2h";
    if (isNumber()) {
      throw error("must be " + expected + ": the unit is missing");
    }
    return Literals.duration(text().value()).orElseThrow(() -> error("must be " + expected));
  }

  LocalDate date() {
    try {
      return LocalDate.parse(text().value());
    } catch (DateTimeException e) {
      throw error("must be a date such as 2026-01-31");
    }
  }

  LocalTime time() {
    try {
      return LocalTime.parse(text().value());
    } catch (DateTimeException e) {
      throw error("must be a time of day such as \"06:00\"");
    }
  }

  ZoneId zone() {
    String zone = text().value();
    if (!ZoneId.getAvailableZoneIds().contains(zone)) {
      throw error(
          "must be a time zone such as Asia/Almaty; '"
              + zone
              + "' is unknown"
              + NearestName.hint(zone, ZoneId.getAvailableZoneIds()));
    }
    return ZoneId.of(zone);
  }

  /** One of the given words. */
  <T> T oneOf(Map<String, T> words) {
    String word = text().value();
    T chosen = words.get(word);
    if (chosen == null) {
      throw error("cannot be '" + word + "'" + NearestName.hint(word, words.keySet()));
    }
    return chosen;
  }

  /** A section that knows these keys and no others. */
  Section section(String... keys) {
    return new Section(mapping(), name, List.of(keys));
  }

  /** A section whose keys are names that people choose. */
  List<Named> entries() {
    return mapping().entries().stream()
        .map(
            entry ->
                new Named(entry.key(), new Value(entry.value(), "'" + entry.key().value() + "'")))
        .toList();
  }

  List<Value> list() {
    if (node instanceof YamlNode.Sequence sequence) {
      return sequence.items().stream().map(item -> new Value(item, "item of " + name)).toList();
    }
    throw expected("a list");
  }

  /** A list of texts. */
  List<Located<String>> texts() {
    return list().stream().map(Value::text).toList();
  }

  private YamlNode.Mapping mapping() {
    if (node instanceof YamlNode.Mapping mapping) {
      return mapping;
    }
    throw expected("a section (keys with values)");
  }

  private String numeric(String expected) {
    if (node instanceof YamlNode.Scalar scalar
        && (scalar.kind() == YamlNode.Kind.NUMBER || scalar.kind() == YamlNode.Kind.VARIABLE)) {
      return scalar.text();
    }
    throw expected(expected);
  }

  private SettingsException expected(String what) {
    return error("must be " + what + ", found " + found());
  }

  private String found() {
    if (node instanceof YamlNode.Scalar scalar) {
      return scalar.kind().words();
    }
    return node instanceof YamlNode.Sequence ? "a list" : "a section";
  }

  /** A value under a name that somebody chose. */
  record Named(Located<String> key, Value value) {

    /** The name as a value, to check it like one. */
    Value keyAs(String name) {
      return new Value(new YamlNode.Scalar(key.value(), YamlNode.Kind.QUOTED, key.at()), name);
    }
  }
}
