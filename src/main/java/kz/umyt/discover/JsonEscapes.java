package kz.umyt.discover;

import java.util.Arrays;
import java.util.Optional;
import kz.umyt.recognize.text.Characters;

/**
 * A text with its JSON escapes read: whoever writes JSON in ASCII writes names and addresses as
 * rows of \u0410 and the like, in which nobody finds them.
 */
final class JsonEscapes {

  private static final String MARK = "\\u";
  private static final int DIGITS = 4;

  private final String text;

  /** For each offset of the text, its end included, the offset in the original. */
  private final int[] origin;

  private JsonEscapes(String text, int[] origin) {
    this.text = text;
    this.origin = origin;
  }

  /** The text with its escapes read; empty where it has none. */
  static Optional<JsonEscapes> read(String text) {
    if (text.indexOf(MARK) < 0) {
      return Optional.empty();
    }
    StringBuilder read = new StringBuilder(text.length());
    int[] origin = new int[text.length() + 1];
    int at = 0;
    boolean any = false;
    while (at < text.length()) {
      origin[read.length()] = at;
      if (text.charAt(at) != '\\' || at + 1 == text.length()) {
        read.append(text.charAt(at));
        at++;
      } else if (isEscape(text, at)) {
        read.append((char) Integer.parseInt(text.substring(at + 2, at + 2 + DIGITS), 16));
        at += MARK.length() + DIGITS;
        any = true;
      } else {
        // An escaped backslash begins no escape itself.
        read.append(text.charAt(at));
        origin[read.length()] = at + 1;
        read.append(text.charAt(at + 1));
        at += 2;
      }
    }
    origin[read.length()] = at;
    return any
        ? Optional.of(new JsonEscapes(read.toString(), Arrays.copyOf(origin, read.length() + 1)))
        : Optional.empty();
  }

  private static boolean isEscape(String text, int at) {
    int end = at + MARK.length() + DIGITS;
    if (!text.startsWith(MARK, at) || end > text.length()) {
      return false;
    }
    for (int i = at + MARK.length(); i < end; i++) {
      if (!Characters.isHex(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** What is written. */
  String text() {
    return text;
  }

  /** Where in the original an offset of the text is. */
  int originOf(int offset) {
    return origin[offset];
  }
}
