package kz.umyt.recognize.pattern;

import java.util.BitSet;
import kz.umyt.recognize.text.Folding;

/** The sets of characters that expressions name, as symbols where that says the same. */
final class CharacterSets {

  /** Any character. */
  static final Expression ANY = new Expression.Chars(Symbols.all());

  private CharacterSets() {}

  /**
   * One character.
   *
   * @param caseless whether the other case of a letter is meant, too
   */
  static Expression of(int codePoint, boolean caseless) {
    int symbol = Symbols.named(codePoint);
    boolean folded = codePoint <= 0xFFFF && Folding.fold((char) codePoint) != (char) codePoint;
    if (symbol < 0 || folded) {
      return new Expression.Vague(Shape.of(codePoint));
    }
    BitSet symbols = new BitSet(Symbols.COUNT);
    symbols.set(symbol);
    if (caseless) {
      setNamed(symbols, Character.toLowerCase(codePoint));
      setNamed(symbols, Character.toUpperCase(codePoint));
    }
    return new Expression.Chars(symbols);
  }

  private static void setNamed(BitSet symbols, int codePoint) {
    int symbol = Symbols.named(codePoint);
    if (symbol >= 0) {
      symbols.set(symbol);
    }
  }

  /** All characters from one to another. */
  static Expression range(int from, int to, boolean caseless) {
    if (to > Symbols.LAST_NAMED_LETTER) {
      // Folding and case lead from far away to ASCII: take it for anything.
      boolean folds = to <= 0x24F || (from <= 0x212A && to >= 0x2000) || to >= 0xFF00;
      return new Expression.Vague(folds || from <= 0x52F ? Shape.ANY : Shape.of(to));
    }
    BitSet symbols = new BitSet(Symbols.COUNT);
    for (int c = from; c <= to; c++) {
      if (!(of(c, caseless) instanceof Expression.Chars chars)) {
        return new Expression.Vague(Shape.ANY);
      }
      symbols.or(chars.symbols());
    }
    return new Expression.Chars(symbols);
  }

  static Expression digits(boolean negated) {
    return perhaps(negated, Edges.digits());
  }

  /** ASCII letters, digits and the underscore. */
  static Expression word(boolean negated) {
    BitSet word = Edges.digits();
    word.set('a', 'z' + 1);
    word.set('A', 'Z' + 1);
    word.set('_');
    return perhaps(negated, word);
  }

  static Expression spaces(boolean negated) {
    BitSet spaces = new BitSet(Symbols.COUNT);
    spaces.set('\t', '\n' + 1);
    spaces.set('\f', '\r' + 1);
    spaces.set(' ');
    return perhaps(negated, spaces);
  }

  /**
   * A kind of Unicode by RE2's name of it.
   *
   * @param caseless whether the other case of a letter is meant, too
   */
  static Expression kind(String name, boolean negated, boolean caseless) {
    return switch (name) {
      case "Lu" ->
          caseless ? new Expression.Vague(Shape.ANY) : perhaps(negated, Symbols.capitals());
      case "L" -> perhaps(negated, Symbols.letters());
      case "M" -> perhaps(negated, Symbols.marks());
      case "N" -> perhaps(negated, Symbols.numbers());
      default -> new Expression.Vague(Shape.ANY);
    };
  }

  private static Expression perhaps(boolean negated, BitSet symbols) {
    return negated ? allBut(symbols) : new Expression.Chars(symbols);
  }

  static Expression allBut(BitSet refused) {
    BitSet symbols = Symbols.all();
    symbols.andNot(refused);
    return new Expression.Chars(symbols);
  }
}
