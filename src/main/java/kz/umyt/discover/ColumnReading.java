package kz.umyt.discover;

import kz.umyt.source.Column;
import kz.umyt.source.jdbc.ValueForm;

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

  /**
   * How a column is read.
   *
   * @param form in which its values come, where its kind does not tell
   * @param streams whether the engine gives long values as streams
   */
  static ColumnReading of(Column column, ValueForm form, boolean streams) {
    return switch (column.kind()) {
      case TEXT -> streams && column.length() == 0 ? STREAM : TEXT;
      case INTEGER, DECIMAL -> NUMBER;
      case DATE, TIMESTAMP, INSTANT -> DATE;
      case OTHER ->
          switch (form) {
            case TEXT -> TEXT;
            case NUMBER -> NUMBER;
            case BYTES -> BYTES;
            case NONE -> NONE;
          };
    };
  }
}
