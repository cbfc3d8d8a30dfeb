package kz.umyt.recognize;

import java.util.Arrays;
import kz.umyt.recognize.pattern.Anchor;
import kz.umyt.recognize.pattern.Edges;
import kz.umyt.recognize.pattern.Gate;
import kz.umyt.recognize.pattern.Symbols;
import kz.umyt.recognize.text.Characters;
import kz.umyt.recognize.text.Folding;
import kz.umyt.recognize.text.Homoglyphs;

/**
 * For each character what the first pass over a text must know: whether a match may start there,
 * what it is to the character after it, and whether the text must be folded first. One number each,
 * so that a text in which nothing can match is read at the speed of a table.
 */
final class Looks {

  /** The lowest bits ask for a closer look after the contexts of {@link Gate}; this one always. */
  private static final int ALWAYS = 1 << Gate.CONTEXTS;

  /** Above them stands what the character after it is asked with. */
  private static final int NEXT = Gate.CONTEXTS + 1;

  /** What the first character of a text is asked with. */
  static final int FIRST = askingAfter(Gate.START_OF_TEXT);

  private static final short UNKNOWN = -1;

  private final Gate gate;
  private final Symbols symbols;
  private final Rule[] anchored;

  /** Filled as characters are met, always with the same values. */
  private final short[] known = new short[1 << 16];

  Looks(Gate gate, Symbols symbols, Rule[] anchored) {
    this.gate = gate;
    this.symbols = symbols;
    this.anchored = anchored.clone();
    Arrays.fill(known, UNKNOWN);
  }

  /** The look of a character; that of an unknown one asks for everything. */
  int of(char c) {
    return known[c];
  }

  /** The look of a character, found out if it was not met before. */
  int learned(char c) {
    if (known[c] == UNKNOWN) {
      known[c] = (short) learn(c);
    }
    return known[c];
  }

  /**
   * The next character of a part of a text that wants a closer look, or the end of that part.
   *
   * @param asked what the first one is asked with
   */
  int nextWanted(char[] text, int from, int end, int asked) {
    int before = asked;
    for (int at = from; at < end; at++) {
      int look = known[text[at]];
      if ((look & before) != 0) {
        return at;
      }
      before = asking(look);
    }
    return end;
  }

  /** Whether it wants one whatever stands before. */
  static boolean isAlways(int look) {
    return (look & ALWAYS) != 0;
  }

  /** What the character after one of this look is asked with. */
  static int asking(int look) {
    return look >>> NEXT;
  }

  static int askingAfter(int context) {
    return ALWAYS | 1 << context;
  }

  /** The context of the gate that a character is asked with. */
  static int context(int asked) {
    return Integer.numberOfTrailingZeros(asked);
  }

  /** What the character after a pair is asked with; {@code at} is the second half. */
  int askingAfterPair(String text, int at) {
    return askingAfter(
        Edges.WORD.get(symbols.before(text, at + 1)) ? Gate.AFTER_WORD : Gate.AFTER_OTHER);
  }

  private int learn(char c) {
    if (Character.isSurrogate(c)) {
      return ALWAYS | askingAfter(Gate.AFTER_OTHER) << NEXT; // pairs are told apart where they are
    }
    int symbol = symbols.of(c);
    int look = askingAfter(contextOf(c, symbol)) << NEXT;
    for (int context = 0; context < Gate.CONTEXTS; context++) {
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

  /**
   * Whether a wanted character, or its meeting the one before, asks for folding.
   *
   * @param look of the character
   * @param context what stands before
   */
  static boolean mustFold(String text, int at, int look, int context) {
    char c = text.charAt(at);
    if (isAlways(look)) {
      return Folding.concerns(Character.isSurrogate(c) ? text.codePointAt(at) : c);
    }
    return switch (context) {
      case Gate.AFTER_WORD -> Homoglyphs.isLatin(c) && Homoglyphs.isCyrillic(text.charAt(at - 1));
      case Gate.AFTER_LATIN -> Homoglyphs.isCyrillic(c) && Homoglyphs.isLatin(text.charAt(at - 1));
      default -> false;
    };
  }
}
