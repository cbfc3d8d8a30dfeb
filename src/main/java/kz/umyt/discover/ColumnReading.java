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
  /** Dates and times that the engine stores as such. */
  DATE,
  /** Bytes, objects and shapes, which have no text. */
  NONE;

  private static final List<String> WITHOUT_TEXT =
      List.of("blob", "binary", "bytea", "image", "raw", "bfile", "geometry", "object", "oid");

  private static final List<String> FLOATING =
      List.of("double", "real", "float", "decfloat", "money");

  /** How a column of this kind and type is read. */
  static ColumnReading of(Column column) {
    ColumnKind kind = column.kind();
    String type = column.type().toLowerCase(Locale.ROOT);
    return switch (kind) {
      case TEXT -> column.length() == 0 ? LONG_TEXT : TEXT;
      case INTEGER, DECIMAL -> NUMBER;
      case DATE, TIMESTAMP, INSTANT -> DATE;
      // Drivers write JSON, XML, arrays, enumerations, addresses and the like as text.
      case OTHER ->
          FLOATING.stream().anyMatch(type::startsWith)
              ? NUMBER
              : WITHOUT_TEXT.stream().anyMatch(type::contains) ? NONE : TEXT;
    };
  }
}
