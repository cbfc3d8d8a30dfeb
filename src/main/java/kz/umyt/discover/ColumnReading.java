package kz.umyt.discover;

import java.util.List;
import java.util.Locale;
import kz.umyt.source.Column;

/** How the values of a column come to be read as text. */
enum ColumnReading {
  TEXT,
  /** Text without a limit, which comes as a stream and is never in memory as a whole. */
  STREAM,
  NUMBER,
  /** Dates and times that the engine stores as such. */
  DATE,
  /** Bytes, which may be text. */
  BYTES,
  /** Objects and shapes, which have no text, and references to what lies elsewhere. */
  NONE;

  private static final List<String> WITHOUT_TEXT =
      List.of("bfile", "geometry", "geography", "object", "oid");

  /** The last is the version of a row in SQL Server. */
  private static final List<String> BINARY =
      List.of("blob", "binary", "bytea", "image", "raw", "timestamp");

  private static final List<String> FLOATING =
      List.of("double", "real", "float", "decfloat", "money", "binary_float", "binary_double");

  /**
   * How a column of this kind and type is read.
   *
   * @param streams whether the engine gives long values as streams
   */
  static ColumnReading of(Column column, boolean streams) {
    return switch (column.kind()) {
      case TEXT -> streams && column.length() == 0 ? STREAM : TEXT;
      case INTEGER, DECIMAL -> NUMBER;
      case DATE, TIMESTAMP, INSTANT -> DATE;
      case OTHER -> other(column.type().toLowerCase(Locale.ROOT));
    };
  }

  /** Drivers write JSON, XML, arrays, enumerations, addresses and the like as text. */
  private static ColumnReading other(String type) {
    if (FLOATING.stream().anyMatch(type::startsWith)) {
      return NUMBER;
    }
    if (BINARY.stream().anyMatch(type::contains)) {
      return BYTES;
    }
    return WITHOUT_TEXT.stream().anyMatch(type::contains) ? NONE : TEXT;
  }
}
