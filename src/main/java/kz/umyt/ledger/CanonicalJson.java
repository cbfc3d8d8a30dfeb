package kz.umyt.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The one way to write a JSON object as bytes, so that its hash can be computed again by anyone.
 *
 * <p>As RFC 8785 (JSON Canonicalization Scheme), for values that are text, whole numbers, booleans,
 * arrays and objects: UTF-8; no whitespace; members sorted by the UTF-16 code units of their keys,
 * at every depth; in text only {@code "} and {@code \} are escaped with a backslash, the control
 * characters below U+0020 as {@code \b \t \n \f \r} or else as a backslash, {@code u00} and two
 * lower-case hex digits, and nothing else is escaped. One deviation: a number is a 64-bit integer
 * written in full, without sign if positive, leading zeros, fraction or exponent.
 */
final class CanonicalJson {
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private CanonicalJson() {}

  static byte[] bytes(Map<String, ?> object) {
    StringBuilder out = new StringBuilder(256);
    writeObject(object, out);
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** One member as it stands inside an object. */
  static byte[] member(String key, String text) {
    byte[] object = bytes(Map.of(key, text));
    return Arrays.copyOfRange(object, 1, object.length - 1);
  }

  private static void writeObject(Map<?, ?> object, StringBuilder out) {
    SortedMap<String, Object> sorted = new TreeMap<>();
    object.forEach((key, value) -> sorted.put((String) key, value));
    char separator = '{';
    for (Map.Entry<String, Object> member : sorted.entrySet()) {
      out.append(separator);
      writeText(member.getKey(), out);
      out.append(':');
      writeValue(member.getValue(), out);
      separator = ',';
    }
    out.append(separator == '{' ? "{}" : "}");
  }

  private static void writeValue(Object value, StringBuilder out) {
    if (value instanceof String text) {
      writeText(text, out);
    } else if (value instanceof Map<?, ?> object) {
      writeObject(object, out);
    } else if (value instanceof List<?> elements) {
      writeArray(elements, out);
    } else if (value instanceof Long || value instanceof Boolean) {
      out.append(value);
    } else {
      throw new IllegalArgumentException("no canonical form: " + value.getClass().getSimpleName());
    }
  }

  private static void writeArray(List<?> elements, StringBuilder out) {
    out.append('[');
    for (int at = 0; at < elements.size(); at++) {
      if (at > 0) {
        out.append(',');
      }
      writeValue(elements.get(at), out);
    }
    out.append(']');
  }

  private static void writeText(String text, StringBuilder out) {
    out.append('"');
    for (int at = 0; at < text.length(); at++) {
      char unit = text.charAt(at);
      switch (unit) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\f' -> out.append("\\f");
        case '\r' -> out.append("\\r");
        default -> {
          if (unit < ' ') {
            out.append("\\u00").append(HEX[unit >> 4]).append(HEX[unit & 15]);
          } else {
            out.append(unit);
          }
        }
      }
    }
    out.append('"');
  }
}
