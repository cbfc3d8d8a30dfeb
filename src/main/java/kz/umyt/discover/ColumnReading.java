package kz.umyt.discover;

import java.util.List;
import java.util.Locale;
import kz.umyt.source.Column;
import kz.umyt.source.ColumnKind;

/** How the values of a column come to be read as text. */
enum ColumnReading {
  TEXT,
  /** Text without a limit, which must not be in memory as a whole. */
  LONG_TEXT,
  NUMBER,
  /** The engine turns the value into text: JSON, XML, arrays, enumerations, addresses. */
  CAST,
  /** Bytes, whose text nobody knows. */
  BYTES;

  private static final List<String> BYTE_TYPES =
      List.of("blob", "binary", "bytea", "image", "raw", "bfile", "geometry", "object", "oid");

  private static final List<String> FLOATING_TYPES =
      List.of("double", "real", "float", "decfloat", "money");

  /** How a column of this kind and type is read. */
  static ColumnReading of(Column column) {
    ColumnKind kind = column.kind();
    String type = column.type().toLowerCase(Locale.ROOT);
    return switch (kind) {
      case TEXT -> column.length() == 0 ? LONG_TEXT : TEXT;
      case INTEGER, DECIMAL -> NUMBER;
      case DATE, TIMESTAMP, INSTANT -> TEXT;
      case OTHER ->
          FLOATING_TYPES.stream().anyMatch(type::startsWith)
              ? NUMBER
              : BYTE_TYPES.stream().anyMatch(type::contains) ? BYTES : CAST;
    };
  }
}
