package kz.umyt.discover;

import java.util.Locale;
import kz.umyt.source.TableName;

/**
 * A pattern over the tables of a database, whatever the case: {@code name} or {@code schema.name}.
 * A {@code *} stands for any characters, none included; without a point it does so in every schema.
 */
final class TablePattern {

  private final String pattern;

  TablePattern(String pattern) {
    this.pattern = pattern.toLowerCase(Locale.ROOT);
  }

  boolean matches(TableName table) {
    return matches(table.name()) || (pattern.indexOf('.') >= 0 && matches(table.toString()));
  }

  /** As {@link #matches(TableName)}, of a table written as {@code schema.name}. */
  boolean matchesWritten(String table) {
    return matches(table.substring(table.indexOf('.') + 1))
        || (pattern.indexOf('.') >= 0 && matches(table));
  }

  private boolean matches(String name) {
    String text = name.toLowerCase(Locale.ROOT);
    int at = 0;
    int in = 0;
    int star = -1;
    int covered = 0;
    while (in < text.length()) {
      if (at < pattern.length() && pattern.charAt(at) == '*') {
        star = at++;
        covered = in;
      } else if (at < pattern.length() && pattern.charAt(at) == text.charAt(in)) {
        at++;
        in++;
      } else if (star >= 0) {
        // The last star covers one character more, and what stands behind it is tried again.
        at = star + 1;
        in = ++covered;
      } else {
        return false;
      }
    }
    while (at < pattern.length() && pattern.charAt(at) == '*') {
      at++;
    }
    return at == pattern.length();
  }
}
