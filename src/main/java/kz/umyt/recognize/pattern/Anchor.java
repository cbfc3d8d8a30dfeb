package kz.umyt.recognize.pattern;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds matches around a sign that each of them holds exactly once, such as the {@code @} of an
 * e-mail address: from the sign back to the earliest start, and on to the end. However long a match
 * may be, each character is read at most twice.
 */
public final class Anchor {

  private final char sign;
  private final Automaton before;
  private final Automaton after;

  private Anchor(char sign, Automaton before, Automaton after) {
    this.sign = sign;
    this.before = before;
    this.after = after;
  }

  /** The anchor of an expression, or null if it has none. */
  static @Nullable Anchor of(Expression expression, Edges edges, Symbols symbols) {
    if (!expression.isPlain()
        || edges.whole()
        || !(expression instanceof Expression.Sequence sequence)) {
      return null;
    }
    List<Expression> parts = sequence.parts();
    for (int i = 0; i < parts.size(); i++) {
      int sign = onlySign(parts.get(i));
      Expression left = new Expression.Sequence(parts.subList(0, i));
      Expression right = new Expression.Sequence(parts.subList(i + 1, parts.size()));
      if (sign >= 0 && !holds(left, sign) && !holds(right, sign)) {
        Automaton before = Automaton.backward(left, edges, symbols);
        Automaton after = Automaton.forward(right, edges, symbols);
        return before == null || after == null ? null : new Anchor((char) sign, before, after);
      }
    }
    return null;
  }

  /** The ASCII sign that an expression is, or -1 if it is something else. */
  private static int onlySign(Expression part) {
    if (!(part instanceof Expression.Chars chars) || chars.symbols().cardinality() != 1) {
      return -1;
    }
    int symbol = chars.symbols().nextSetBit(0);
    boolean sign = symbol > ' ' && symbol < 127 && !Edges.WORD.get(symbol);
    return sign ? symbol : -1;
  }

  private static boolean holds(Expression part, int symbol) {
    BitSet symbols = new BitSet(Symbols.COUNT);
    part.addSymbols(symbols);
    return symbols.get(symbol);
  }

  /** The sign that every match holds exactly once. */
  public char sign() {
    return sign;
  }

  /**
   * The match around the sign at an offset, or null.
   *
   * @param least where a match may start
   */
  public SearchPattern.@Nullable Span around(String text, int at, int least) {
    int start = before.start(text, at, least);
    if (start < 0) {
      return null;
    }
    int end = after.end(text, at + 1);
    return end < 0 ? null : new SearchPattern.Span(start, end);
  }
}
