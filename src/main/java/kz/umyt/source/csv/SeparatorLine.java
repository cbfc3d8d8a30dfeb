package kz.umyt.source.csv;

import org.jspecify.annotations.Nullable;

/** The line {@code sep=;} that Excel reads and writes before the header. */
final class SeparatorLine {

  private static final String WORD = "sep=";

  private SeparatorLine() {}

  /** The delimiter that the first line names, or null if it is an ordinary line. */
  static @Nullable Character delimiter(String text) {
    boolean quoted = !text.isEmpty() && text.charAt(0) == Dialect.QUOTE;
    int start = quoted ? 1 : 0;
    int at = start + WORD.length();
    if (!text.regionMatches(true, start, WORD, 0, WORD.length()) || at >= text.length()) {
      return null;
    }
    char delimiter = text.charAt(at);
    int end = at + 1;
    if (quoted) {
      if (end >= text.length() || text.charAt(end) != Dialect.QUOTE) {
        return null;
      }
      end++;
    }
    boolean lineEnds = end == text.length() || isLineEnd(text.charAt(end));
    return lineEnds && !isLineEnd(delimiter) && delimiter != Dialect.QUOTE ? delimiter : null;
  }

  private static boolean isLineEnd(char character) {
    return character == '\n' || character == '\r';
  }
}
