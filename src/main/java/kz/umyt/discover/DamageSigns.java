package kz.umyt.discover;

import kz.umyt.recognize.text.Characters;

/** Signs that a cell is no longer what it was. */
public final class DamageSigns {

  /** 8.50101E+11: exponents that a spreadsheet gives to identifiers. */
  private static final int LEAST_EXPONENT = 8;

  private static final int MOST_EXPONENT = 24;

  /** One such pair of letters stands in good text now and then. */
  private static final int PAIRS = 2;

  /** So many letters in a row that are all accented are in no Latin word. */
  private static final int ACCENTED = 4;

  private static final char REPLACEMENT = '\uFFFD';

  /** First bytes of Cyrillic letters in UTF-8, read as windows-1251. */
  private static final String FIRST_CYRILLIC = "РСТУ";

  private static final char LAST_FIRST_CYRILLIC =
      FIRST_CYRILLIC.charAt(FIRST_CYRILLIC.length() - 1);

  /** Second bytes, read so; letters that Russian and Kazakh write themselves left out. */
  private static final String SECOND_CYRILLIC = "°±ґµЂЃѓ‚„…†‡€‰Љ‹ЊЌЋЏђљ›њќћџЎўЈ¤Ґ¦¬®Її¶јЅѕєЄ";

  /** The same with windows-1252. */
  private static final String FIRST_LATIN = "ÐÑÒÓ";

  private static final String SECOND_LATIN = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";

  private DamageSigns() {}

  /** Whether a cell is a number as a spreadsheet shows it, without its last digits. */
  public static boolean isScientific(String cell) {
    int end = cell.length();
    int e = end - 4;
    if (e < 1
        || e > 18
        || (cell.charAt(e) != 'E' && cell.charAt(e) != 'e')
        || cell.charAt(e + 1) != '+'
        || !Characters.isOfDigits(cell, e + 2, end)
        || !Characters.isDigit(cell.charAt(0))) {
      return false;
    }
    int exponent = (cell.charAt(e + 2) - '0') * 10 + cell.charAt(e + 3) - '0';
    boolean fraction = e > 2 && (cell.charAt(1) == '.' || cell.charAt(1) == ',');
    int decimals = fraction ? e - 2 : 0;
    return exponent >= LEAST_EXPONENT
        && exponent <= MOST_EXPONENT
        && decimals < exponent
        && (fraction ? Characters.isOfDigits(cell, 2, e) : e == 1);
  }

  /** Whether a text was read in another encoding than it was written in. */
  static boolean isMojibake(String cell) {
    if (isAscii(cell)) {
      return false;
    }
    int pairs = 0;
    int accented = 0;
    char before = ' ';
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      accented = c >= '\u00C0' && c <= '\u00FF' ? accented + 1 : 0;
      if (c == REPLACEMENT || accented == ACCENTED) {
        return true;
      }
      if (c > '\u007F' && isPair(before, c) && ++pairs == PAIRS) {
        return true;
      }
      before = c;
    }
    return false;
  }

  private static boolean isAscii(String text) {
    int all = 0;
    for (int i = 0; i < text.length(); i++) {
      all |= text.charAt(i);
    }
    return all < 0x80;
  }

  private static boolean isPair(char first, char second) {
    if (first < FIRST_LATIN.charAt(0) || first > LAST_FIRST_CYRILLIC) {
      return false; // as nearly all letters, at the price of a comparison
    }
    if (FIRST_CYRILLIC.indexOf(first) >= 0) {
      return SECOND_CYRILLIC.indexOf(second) >= 0;
    }
    return FIRST_LATIN.indexOf(first) >= 0
        && ((second >= '\u0080' && second <= '\u00BF') || SECOND_LATIN.indexOf(second) >= 0);
  }
}
