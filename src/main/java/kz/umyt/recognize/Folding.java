package kz.umyt.recognize;

/**
 * Folds one character to the form that patterns are written for: every space to a plain one, every
 * dash and minus to a hyphen, full-width forms to ASCII, and what has no width to nothing.
 */
final class Folding {

  /** Stands for "drop this character"; no text holds it, since U+FFFF is not a character. */
  static final char REMOVED = '\uFFFF';

  private Folding() {}

  static char fold(char c) {
    if (c < '\u00A0') {
      return c;
    }
    if (c >= '\uFF01' && c <= '\uFF5E') {
      return (char) (c - 0xFEE0);
    }
    if (c >= '\u2000' && c <= '\u206F') {
      return foldGeneralPunctuation(c);
    }
    return switch (c) {
      case '\u00A0', '\u1680', '\u3000' -> ' ';
      case '\u00AD', '\uFEFF', '\u180E', '\u061C' -> REMOVED;
      case '\u2212', '\uFE63', '\uFE58' -> '-';
      // The two characters outside ASCII that equal a Latin letter when case is ignored.
      case '\u212A' -> 'K';
      case '\u017F' -> 's';
      default -> c;
    };
  }

  private static char foldGeneralPunctuation(char c) {
    if (c <= '\u200A' || c == '\u202F' || c == '\u205F') {
      return ' ';
    }
    if (c >= '\u2010' && c <= '\u2015') {
      return '-';
    }
    boolean invisible =
        c <= '\u200F' || (c >= '\u202A' && c <= '\u202E') || (c >= '\u2060' && c <= '\u206F');
    return invisible ? REMOVED : c;
  }
}
