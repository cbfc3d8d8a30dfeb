package kz.umyt.source.csv;

/** Reads and writes the characters of one cell, as Commons CSV does. */
record CellText(Dialect dialect) {

  /** Behind a backslash, and what they stand for. */
  private static final String LETTERS = "rntbf";

  private static final String CONTROLS = "\r\n\t\b\f";

  /** What a cell without quotes says. */
  String plain(String raw) {
    return dialect.escaping().hasBackslash() ? unescaped(raw, false) : raw;
  }

  /** What a cell in quotes says, given without them. */
  String insideQuotes(String raw) {
    return dialect.escaping().hasBackslash() ? unescaped(raw, true) : raw.replace("\"\"", "\"");
  }

  private String unescaped(String raw, boolean quoted) {
    StringBuilder value = new StringBuilder(raw.length());
    for (int at = 0; at < raw.length(); at++) {
      char character = raw.charAt(at);
      boolean last = at + 1 == raw.length();
      if (character == Dialect.BACKSLASH && !last) {
        at++;
        append(value, raw.charAt(at));
      } else {
        value.append(character);
        boolean doubled =
            quoted && character == Dialect.QUOTE && !last && raw.charAt(at + 1) == Dialect.QUOTE;
        at += doubled ? 1 : 0;
      }
    }
    return value.toString();
  }

  private void append(StringBuilder value, char escaped) {
    int letter = LETTERS.indexOf(escaped);
    if (escaped == dialect.delimiter()) {
      value.append(escaped);
    } else if (letter >= 0) {
      value.append(CONTROLS.charAt(letter));
    } else if (escaped == Dialect.BACKSLASH
        || (escaped == Dialect.QUOTE && dialect.escaping().hasQuotes())
        || CONTROLS.indexOf(escaped) >= 0) {
      value.append(escaped);
    } else {
      value.append(Dialect.BACKSLASH).append(escaped);
    }
  }

  /**
   * A new value as it is written.
   *
   * @param quoted whether the cell stood in quotes
   * @param alone whether it is the only cell of its record, which would be a blank line without it
   */
  String written(String value, boolean quoted, boolean alone) {
    if (dialect.escaping().hasBackslash()) {
      String escaped = escaped(value);
      if (quoted) {
        return Dialect.QUOTE + escaped + Dialect.QUOTE;
      }
      return value.isEmpty() && alone ? Dialect.NOTHING : escaped;
    }
    return quoted || needsQuotes(value, alone)
        ? Dialect.QUOTE + value.replace("\"", "\"\"") + Dialect.QUOTE
        : value;
  }

  private String escaped(String value) {
    StringBuilder escaped = new StringBuilder(value.length());
    for (int at = 0; at < value.length(); at++) {
      char character = value.charAt(at);
      int control = CONTROLS.indexOf(character);
      if (control >= 0) {
        escaped.append(Dialect.BACKSLASH).append(LETTERS.charAt(control));
      } else {
        boolean special =
            character == Dialect.BACKSLASH
                || character == dialect.delimiter()
                || (character == Dialect.QUOTE && dialect.escaping().hasQuotes());
        escaped.append(special ? "\\" : "").append(character);
      }
    }
    return escaped.toString();
  }

  private boolean needsQuotes(String value, boolean alone) {
    return (value.isEmpty() && alone)
        || value.indexOf(dialect.delimiter()) >= 0
        || value.indexOf(Dialect.QUOTE) >= 0
        || value.indexOf('\n') >= 0
        || value.indexOf('\r') >= 0;
  }
}
