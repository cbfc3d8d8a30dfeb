package kz.umyt.recognize.text;

import java.text.Normalizer;

/**
 * Folds one character to the form that patterns are written for: every space to a plain one, every
 * dash and minus to a hyphen, what has no width to nothing, and the rest as Unicode's NFKC does.
 */
public final class Folding {

  /** Stands for "drop this character"; no text holds it, since U+FFFF is not a character. */
  static final char REMOVED = '\uFFFF';

  /** Signs beyond ASCII that patterns may name, and which therefore stay as they are. */
  public static final String SIGNS = "№«»„“”‘’°′″…§•₸₽€";

  private Folding() {}

  /** The folded form of a character that folds to one character or to none; others stay. */
  public static char fold(char c) {
    if (c < '\u00A0') {
      return c;
    }
    if (c >= '\uFF01' && c <= '\uFF5E') {
      return (char) (c - 0xFEE0);
    }
    if (c >= '\u2000' && c <= '\u206F') {
      return foldGeneralPunctuation(c);
    }
    if (c >= '\uFE00' && c <= '\uFE0F') {
      return REMOVED; // what makes an emoji of the digit before
    }
    return switch (c) {
      case '\u00A0', '\u1680', '\u3000' -> ' ';
      case '\u00AD', '\uFEFF', '\u180E', '\u061C', '\u20E3' -> REMOVED;
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

  /**
   * The folded form of a character that folds to one character whatever follows it, or {@link
   * #REMOVED} if it does not.
   */
  static char foldAlone(char c) {
    if (isCyrillicLetter(c)) {
      return c;
    }
    char folded = fold(c);
    boolean alone = folded != c || (!Character.isSurrogate(c) && !concerns(c));
    return alone ? folded : REMOVED;
  }

  /** Whether text with this code point may have to be folded. */
  public static boolean concerns(int codePoint) {
    if (codePoint < 0xA0 || isCyrillicLetter(codePoint) || isLeft(codePoint)) {
      return false;
    }
    return (codePoint <= 0xFFFF && changes((char) codePoint))
        || isMark(codePoint)
        || !Normalizer.isNormalized(Character.toString(codePoint), Normalizer.Form.NFKC);
  }

  private static boolean changes(char c) {
    char folded = fold(c);
    return folded != c || folded == REMOVED;
  }

  private static boolean isCyrillicLetter(int codePoint) {
    return codePoint >= 0x400 && codePoint <= 0x52F && (codePoint < 0x482 || codePoint > 0x489);
  }

  /**
   * What NFKC would change and must not be: signs that patterns name, footnote marks and fractions,
   * whose digits are no digits of the number before them, and emoji.
   */
  private static boolean isLeft(int codePoint) {
    return SIGNS.indexOf(codePoint) >= 0
        || (codePoint >= 0x1F000 && codePoint <= 0x1FAFF)
        || Character.getType(codePoint) == Character.OTHER_NUMBER;
  }

  /** Whether a code point joins the character before it. */
  static boolean isMark(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  /** A character with the marks that follow it, in NFKC. */
  static String compose(String cluster) {
    return Normalizer.normalize(cluster, Normalizer.Form.NFKC);
  }
}
