package kz.umyt.recognize.pattern;

import com.google.re2j.Pattern;
import java.util.BitSet;
import kz.umyt.recognize.text.Folding;

/**
 * What automata read instead of characters: ASCII, Cyrillic and common signs one by one, everything
 * else by the kind that RE2J gives it. RE2J itself is asked for kinds, so that both always agree.
 */
public final class Symbols {

  /** Characters before this one are their own symbols. */
  static final int ASCII = 128;

  private static final int CYRILLIC_FROM = 0x400;

  /** Letters after this one are younger than the Unicode version that RE2J knows. */
  static final int LAST_NAMED_LETTER = 0x527;

  private static final int CYRILLIC = ASCII;
  private static final int SIGN = CYRILLIC + LAST_NAMED_LETTER - CYRILLIC_FROM + 1;

  static final int OTHER_LETTER = SIGN + Folding.SIGNS.length();
  static final int OTHER_MARK = OTHER_LETTER + 1;
  static final int OTHER_NUMBER = OTHER_LETTER + 2;
  static final int OTHER = OTHER_LETTER + 3;

  /** A letter like the others, and a capital. */
  static final int OTHER_CAPITAL = OTHER_LETTER + 4;

  /** The end of the text. */
  static final int END = OTHER_LETTER + 5;

  static final int COUNT = OTHER_LETTER + 6;

  private static final short UNKNOWN = -1;

  private static final Pattern LETTERS = Pattern.compile("\\pL");
  private static final Pattern CAPITALS = Pattern.compile("\\p{Lu}");
  private static final Pattern MARKS = Pattern.compile("\\pM");
  private static final Pattern NUMBERS = Pattern.compile("\\pN");

  private static final BitSet LETTER_SYMBOLS = symbols(LETTERS, OTHER_LETTER, OTHER_CAPITAL);
  private static final BitSet CAPITAL_SYMBOLS = symbols(CAPITALS, OTHER_CAPITAL);
  private static final BitSet MARK_SYMBOLS = symbols(MARKS, OTHER_MARK);
  private static final BitSet NUMBER_SYMBOLS = symbols(NUMBERS, OTHER_NUMBER);

  /** The symbol of each character; filled as characters are met, always with the same values. */
  private final short[] known = new short[1 << 16];

  public Symbols() {
    for (int c = 0; c < known.length; c++) {
      int named = named(c);
      known[c] = named < 0 ? UNKNOWN : (short) named;
    }
  }

  /** The symbol of a code point that has one of its own, or -1. */
  static int named(int codePoint) {
    if (codePoint < ASCII) {
      return codePoint;
    }
    if (codePoint >= CYRILLIC_FROM && codePoint <= LAST_NAMED_LETTER) {
      return CYRILLIC + codePoint - CYRILLIC_FROM;
    }
    int sign = codePoint > 0xFFFF ? -1 : Folding.SIGNS.indexOf((char) codePoint);
    return sign < 0 ? -1 : SIGN + sign;
  }

  /** The symbols of RE2's {@code \pL}. */
  static BitSet letters() {
    return (BitSet) LETTER_SYMBOLS.clone();
  }

  /** The symbols of RE2's {@code \p{Lu}} where case counts. */
  static BitSet capitals() {
    return (BitSet) CAPITAL_SYMBOLS.clone();
  }

  /** The symbols of RE2's {@code \pM}. */
  static BitSet marks() {
    return (BitSet) MARK_SYMBOLS.clone();
  }

  /** The symbols of RE2's {@code \pN}. */
  static BitSet numbers() {
    return (BitSet) NUMBER_SYMBOLS.clone();
  }

  private static BitSet symbols(Pattern kind, int... others) {
    BitSet symbols = new BitSet(COUNT);
    for (int c = 0; c <= LAST_NAMED_LETTER; c++) {
      if (named(c) >= 0 && kind.matches(Character.toString(c))) {
        symbols.set(named(c));
      }
    }
    for (int other : others) {
      symbols.set(other);
    }
    return symbols;
  }

  /** Every symbol of a character, which the end of the text is not. */
  static BitSet all() {
    BitSet symbols = new BitSet(COUNT);
    symbols.set(0, END);
    return symbols;
  }

  /** The symbol of a character that is not half of a pair. */
  public int of(char c) {
    int symbol = known[c];
    if (symbol == UNKNOWN) {
      symbol = kindOf(c);
      known[c] = (short) symbol;
    }
    return symbol;
  }

  /** The symbol at an offset, where a pair may start. */
  int at(String text, int at) {
    char c = text.charAt(at);
    return Character.isSurrogate(c) ? kindOf(text.codePointAt(at)) : of(c);
  }

  /** The symbol before an offset, where a pair may end. */
  public int before(String text, int at) {
    char c = text.charAt(at - 1);
    return Character.isSurrogate(c) ? kindOf(text.codePointBefore(at)) : of(c);
  }

  private static int kindOf(int codePoint) {
    if (codePoint >= 0x1F000 && codePoint <= 0x1FAFF) {
      return OTHER; // emoji, which are frequent enough to be spared the way below
    }
    String character = Character.toString(codePoint);
    if (LETTERS.matches(character)) {
      return CAPITALS.matches(character) ? OTHER_CAPITAL : OTHER_LETTER;
    }
    if (MARKS.matches(character)) {
      return OTHER_MARK;
    }
    return NUMBERS.matches(character) ? OTHER_NUMBER : OTHER;
  }
}
