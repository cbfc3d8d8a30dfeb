package kz.umyt.recognize.pattern;

import kz.umyt.recognize.text.Characters;

/** The few kinds of characters that patterns and the filter before them tell apart. */
final class CharacterKinds {

  /** Everything beyond ASCII. */
  static final int OTHER = 0;

  static final int DIGIT = 1;
  static final int LETTER = 2;
  static final int AT = 3;
  static final int DOT = 4;
  static final int COLON = 5;
  static final int HYPHEN = 6;
  static final int SPACE = 7;
  static final int PLUS = 8;
  static final int OPEN = 9;
  static final int CLOSE = 10;
  static final int UNDERSCORE = 11;

  /** What parts fields and tags: {@code , ; | " < >}. */
  static final int SEPARATOR = 12;

  static final int CONTROL = 13;
  static final int SIGN = 14;

  /** A set of kinds is a mask of bits; this one holds all. */
  static final int ALL = (1 << 15) - 1;

  private static final byte[] KINDS = new byte[128];

  /** What each ASCII character adds to the lanes. */
  static final long[] WEIGHTS = new long[128];

  static {
    for (char c = 0; c < 128; c++) {
      KINDS[c] = (byte) kindOfAscii(c);
      WEIGHTS[c] = weightOfAscii(c);
    }
  }

  private CharacterKinds() {}

  static int kind(char c) {
    return c < 128 ? KINDS[c] : OTHER;
  }

  private static int kindOfAscii(char c) {
    if (Characters.isDigit(c)) {
      return DIGIT;
    }
    if (Characters.isLatin(c)) {
      return LETTER;
    }
    return switch (c) {
      case '@' -> AT;
      case '.' -> DOT;
      case ':' -> COLON;
      case '-' -> HYPHEN;
      case ' ' -> SPACE;
      case '+' -> PLUS;
      case '(' -> OPEN;
      case ')' -> CLOSE;
      case '_' -> UNDERSCORE;
      case ',', ';', '|', '"', '<', '>' -> SEPARATOR;
      default -> c < ' ' || c == 127 ? CONTROL : SIGN;
    };
  }

  private static long weightOfAscii(char c) {
    return switch (kindOfAscii(c)) {
      case DIGIT -> Lanes.one(Lanes.DIGIT) + Lanes.one(Lanes.ALNUM);
      case LETTER -> Lanes.one(Lanes.LETTER) + Lanes.one(Lanes.ALNUM);
      case AT -> Lanes.one(Lanes.AT);
      case DOT -> Lanes.one(Lanes.DOT);
      case COLON -> Lanes.one(Lanes.COLON);
      case HYPHEN -> Lanes.one(Lanes.HYPHEN);
      default -> 0;
    };
  }
}
