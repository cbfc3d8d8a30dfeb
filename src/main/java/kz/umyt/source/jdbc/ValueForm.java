package kz.umyt.source.jdbc;

import java.util.List;
import java.util.Locale;

/** In which form the values of a column come that is no text, number or date by its kind. */
public enum ValueForm {
  /** Drivers write JSON, XML, arrays, enumerations, addresses and the like as text. */
  TEXT,
  NUMBER,
  /** Bytes, which may be text. */
  BYTES,
  /** Objects and shapes, which have no text, and references to what lies elsewhere. */
  NONE;

  private static final List<String> WITHOUT_TEXT =
      List.of("bfile", "geometry", "geography", "object", "oid");

  /** The last is the version of a row in SQL Server. */
  private static final List<String> BINARY = List.of("blob", "binary", "image", "raw", "timestamp");

  private static final List<String> FLOATING =
      List.of("double", "real", "float", "decfloat", "money", "binary_float", "binary_double");

  /** By the name of a type, for engines whose names begin or end with more than one word. */
  static ValueForm of(String type) {
    String name = type.toLowerCase(Locale.ROOT);
    if (FLOATING.stream().anyMatch(name::startsWith)) {
      return NUMBER;
    }
    if (BINARY.stream().anyMatch(name::contains)) {
      return BYTES;
    }
    return WITHOUT_TEXT.stream().anyMatch(name::contains) ? NONE : TEXT;
  }
}
