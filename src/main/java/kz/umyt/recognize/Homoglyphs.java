package kz.umyt.recognize;

/**
 * Puts right the words that mix Latin and Cyrillic letters of the same look: {@code əкесі} typed
 * with a Latin schwa, {@code ИBАНОВ}, an IBAN with a Cyrillic К.
 */
final class Homoglyphs {

  private static final String LATIN = "ABCEHIKMOPTXYaceiopxykmth\u0259\u018F";
  private static final String CYRILLIC = "АВСЕНІКМОРТХУасеіорхукмтһәӘ";

  private Homoglyphs() {}

  static boolean isLatin(char c) {
    return c < 128 ? Characters.isLatin(c) : c == '\u0259' || c == '\u018F';
  }

  static boolean isCyrillic(char c) {
    return c >= '\u0400' && c <= '\u0527';
  }

  /**
   * Replaces look-alikes in words of both alphabets: Latin by Cyrillic letters if all Latin ones of
   * the word have a twin, else Cyrillic by Latin ones if all those have one.
   */
  static void replace(char[] text, int length) {
    int at = 0;
    while (at < length) {
      int start = at;
      boolean latin = false;
      boolean cyrillic = false;
      while (at < length && (isLatin(text[at]) || isCyrillic(text[at]))) {
        latin |= isLatin(text[at]);
        cyrillic |= isCyrillic(text[at]);
        at++;
      }
      if (latin && cyrillic && !replace(text, start, at, true)) {
        replace(text, start, at, false);
      }
      if (at == start) {
        at++;
      }
    }
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
