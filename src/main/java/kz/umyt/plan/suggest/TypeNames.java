package kz.umyt.plan.suggest;

import java.util.Locale;
import kz.umyt.source.ColumnKind;

/** What a column holds, by the name that its engine has for the type. */
final class TypeNames {
  private TypeNames() {}

  static ColumnKind kind(String type) {
    String name = type.toLowerCase(Locale.ROOT);
    if (name.startsWith("timestamp") || name.startsWith("datetime")) {
      return ColumnKind.TIMESTAMP;
    }
    if (name.equals("date")) {
      return ColumnKind.DATE;
    }
    if (isText(name)) {
      return ColumnKind.TEXT;
    }
    if (name.contains("int") && !name.contains("interval") && !name.contains("point")) {
      return ColumnKind.INTEGER;
    }
    if (name.endsWith("serial")) {
      return ColumnKind.INTEGER;
    }
    return name.startsWith("decimal") || name.startsWith("numeric")
        ? ColumnKind.DECIMAL
        : ColumnKind.OTHER;
  }

  private static boolean isText(String name) {
    return name.startsWith("char")
        || name.startsWith("varchar")
        || name.startsWith("nchar")
        || name.startsWith("nvarchar")
        || name.startsWith("bpchar")
        || name.startsWith("citext")
        || name.equals("text")
        || name.endsWith("text") && !name.startsWith("_")
        || name.equals("clob")
        || name.equals("nclob");
  }
}
