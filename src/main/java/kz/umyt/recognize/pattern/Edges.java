package kz.umyt.recognize.pattern;

import java.util.BitSet;
import kz.umyt.settings.RecognizerSpec.Boundary;

/**
 * What must stand beside a match; an empty set asks for nothing. The end of the text counts as
 * {@link Symbols#END} on both sides.
 *
 * @param whole whether the match must be the whole text
 */
public record Edges(Boundary boundary, boolean whole) {

  /** Letters, marks, numbers and the underscore; never changed. */
  public static final BitSet WORD = word();

  BitSet neighbours() {
    BitSet symbols = new BitSet(Symbols.COUNT);
    if (whole) {
      symbols.set(Symbols.END);
      return symbols;
    }
    return switch (boundary) {
      case NONE -> symbols;
      case DIGITS -> allBut(digits());
      case WORD -> allBut(WORD);
    };
  }

  private static BitSet allBut(BitSet refused) {
    BitSet symbols = Symbols.all();
    symbols.set(Symbols.END);
    symbols.andNot(refused);
    return symbols;
  }

  static BitSet digits() {
    BitSet digits = new BitSet(Symbols.COUNT);
    digits.set('0', '9' + 1);
    return digits;
  }

  private static BitSet word() {
    BitSet word = Symbols.letters();
    word.or(Symbols.marks());
    word.or(Symbols.numbers());
    word.set('_');
    return word;
  }
}
