package kz.umyt.recognize;

/**
 * For each character what the first pass over a text must know: whether a match may start there,
 * what it is to the character after it, and whether the text must be folded first. One byte each,
 * so that a text in which nothing can match is read at the speed of a table.
 */
final class Looks {

  /** The four lowest bits ask for a closer look after the four contexts of {@link Gate}. */
  private static final int CONTEXT = 5;

  private static final int ALWAYS = 1 << 4;
  private static final int UNKNOWN = 1 << 7;

  private final Gate gate;
  private final Symbols symbols;
  private final Rule[] anchored;

  /** Filled as characters are met, always with the same values. */
  private final byte[] known = new byte[1 << 16];

  Looks(Gate gate, Symbols symbols, Rule[] anchored) {
    this.gate = gate;
    this.symbols = symbols;
    this.anchored = anchored.clone();
    for (int c = 0; c < known.length; c++) {
      known[c] = (byte) (UNKNOWN | ALWAYS);
    }
  }

  /** The look of a character: flags, of which those of an unknown character ask for everything. */
  int of(char c) {
    return known[c];
  }

  /** The look of a character, found out if it was not met before. */
  int learned(char c) {
    int look = known[c];
    if (look < 0) {
      look = learn(c);
      known[c] = (byte) look;
    }
    return look;
  }

  /** Whether a character of this look wants a closer one after that context. */
  static boolean isWanted(int look, int context) {
    return (look & (ALWAYS | 1 << context)) != 0;
  }

  /** What a character of this look is to the one after it. */
  static int contextAfter(int look) {
    return look >>> CONTEXT & 3;
  }

  /** What the second half of a pair is, with the first one, to the character after it. */
  int contextAfter(String text, int at) {
    return Edges.WORD.get(symbols.before(text, at + 1)) ? Gate.AFTER_WORD : Gate.AFTER_OTHER;
  }

  private int learn(char c) {
    if (Character.isSurrogate(c)) {
      return ALWAYS; // pairs are told apart where they stand
    }
    int symbol = symbols.of(c);
    int look = contextOf(c, symbol) << CONTEXT;
    for (int context = 0; context < 4; context++) {
      if (gate.mayStart(symbol, context)) {
        look |= 1 << context;
      }
    }
    if (Folding.concerns(c) || isAnchor(c)) {
      look |= ALWAYS;
    }
    // Where alphabets meet within a word, it may have to be put right.
    if (Homoglyphs.isLatin(c)) {
      look |= 1 << Gate.AFTER_WORD;
    } else if (Homoglyphs.isCyrillic(c)) {
      look |= 1 << Gate.AFTER_LATIN;
    }
    return look;
  }

  private boolean isAnchor(char c) {
    for (Rule rule : anchored) {
      Anchor anchor = rule.pattern().anchor();
      if (anchor != null && anchor.sign() == c) {
        return true;
      }
    }
    return false;
  }

  private static int contextOf(char c, int symbol) {
    if (Characters.isDigit(c)) {
      return Gate.AFTER_DIGIT;
    }
    if (c == '_' || Homoglyphs.isLatin(c)) {
      return Gate.AFTER_LATIN;
    }
    return Edges.WORD.get(symbol) ? Gate.AFTER_WORD : Gate.AFTER_OTHER;
  }

  /** Whether the character at an offset, or its meeting the one before, asks for folding. */
  boolean mustFold(String text, int at) {
    char c = text.charAt(at);
    if (c < 0xA0 && (at == 0 || text.charAt(at - 1) < 0xA0)) {
      return false;
    }
    if (Folding.concerns(Character.isSurrogate(c) ? text.codePointAt(at) : c)) {
      return true;
    }
    if (at == 0) {
      return false;
    }
    char before = text.charAt(at - 1);
    return (Homoglyphs.isLatin(c) && Homoglyphs.isCyrillic(before))
        || (Homoglyphs.isCyrillic(c) && Homoglyphs.isLatin(before));
  }
}
