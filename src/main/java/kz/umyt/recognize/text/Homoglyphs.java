package kz.umyt.recognize.text;

/**
 * Puts right the words that mix Latin and Cyrillic letters of the same look: {@code əкесі} typed
 * with a Latin schwa, {@code ИBАНОВ}, an IBAN with a Cyrillic К.
 */
public final class Homoglyphs {

  private static final String LATIN = "ABCEHIKMOPTXYaceiopxykmth\u0259\u018F";
  private static final String CYRILLIC = "АВСЕНІКМОРТХУасеіорхукмтһәӘ";

  private static final int NEITHER = 0;
  private static final int LATIN_LETTER = 1;
  private static final int CYRILLIC_LETTER = 2;
  private static final int BOTH = LATIN_LETTER | CYRILLIC_LETTER;

  private Homoglyphs() {}

  /** Whether it is an ASCII letter. */
  public static boolean isLatin(char c) {
    return c < 128 ? Characters.isLatin(c) : c == '\u0259' || c == '\u018F';
  }

  /** Whether it is a Cyrillic letter. */
  public static boolean isCyrillic(char c) {
    return c >= '\u0400' && c <= '\u0527';
  }

  /**
   * Replaces look-alikes in words of both alphabets: Latin by Cyrillic letters if all Latin ones of
   * the word have a twin, else Cyrillic by Latin ones if all those have one.
   */
  static void replace(char[] text, int length) {
    int before = NEITHER;
    for (int at = 0; at < length; at++) {
      int alphabet = alphabet(text[at]);
      if ((before | alphabet) == BOTH) {
        at = replaceWord(text, at, length);
        alphabet = NEITHER;
      }
      before = alphabet;
    }
  }

  /** Puts the word around an offset right, and says where it ends. */
  private static int replaceWord(char[] text, int at, int length) {
    int start = at;
    while (start > 0 && alphabet(text[start - 1]) != NEITHER) {
      start--;
    }
    int end = at;
    while (end < length && alphabet(text[end]) != NEITHER) {
      end++;
    }
    if (!replace(text, start, end, true)) {
      replace(text, start, end, false);
    }
    return end;
  }

  private static int alphabet(char c) {
    if (isCyrillic(c)) {
      return CYRILLIC_LETTER;
    }
    return isLatin(c) ? LATIN_LETTER : NEITHER;
  }

  private static boolean replace(char[] text, int from, int to, boolean ofLatin) {
    String wrong = ofLatin ? LATIN : CYRILLIC;
    String right = ofLatin ? CYRILLIC : LATIN;
    for (int i = from; i < to; i++) {
      if (isLatin(text[i]) == ofLatin && wrong.indexOf(text[i]) < 0) {
        return false;
      }
    }
    for (int i = from; i < to; i++) {
      int twin = isLatin(text[i]) == ofLatin ? wrong.indexOf(text[i]) : -1;
      if (twin >= 0) {
        text[i] = right.charAt(twin);
      }
    }
    return true;
  }
}
