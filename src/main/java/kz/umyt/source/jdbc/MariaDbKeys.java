package kz.umyt.source.jdbc;

import java.util.Locale;
import kz.umyt.source.Column;

/**
 * Columns of a key, read so that nothing of them is lost: the driver has no value for a zero date,
 * a year or a negative time, and the engine shows only six digits of a FLOAT.
 */
final class MariaDbKeys {
  private MariaDbKeys() {}

  static String read(String expression, Column column) {
    String type = column.type().toUpperCase(Locale.ROOT);
    return switch (type) {
      case "DATE", "DATETIME", "TIMESTAMP", "TIME", "YEAR" -> "CAST(" + expression + " AS CHAR)";
      case "BIT" -> "(" + expression + " + 0)";
      // The same number as a DOUBLE, of which every digit is shown.
      default -> isFloat(column) ? "(" + expression + " + 0E0)" : expression;
    };
  }

  /** What becomes a text that is equal only for equal values. */
  static String text(String expression, Column column) {
    String type = column.type().toUpperCase(Locale.ROOT);
    boolean isNumber = isFloat(column) || type.equals("BIT");
    return type.contains("BINARY")
        ? "HEX(" + expression + ")"
        : isNumber ? read(expression, column) : expression;
  }

  private static boolean isFloat(Column column) {
    return column.type().toUpperCase(Locale.ROOT).startsWith("FLOAT");
  }
}
