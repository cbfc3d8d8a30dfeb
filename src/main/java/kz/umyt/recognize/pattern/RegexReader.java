package kz.umyt.recognize.pattern;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import kz.umyt.recognize.text.Characters;
import org.jspecify.annotations.Nullable;

/**
 * Reads a regular expression that RE2J accepted, for two purposes: the {@link Shape} that the cheap
 * filter needs, and the constructs that RE2J reads differently from what their author meant. What
 * it does not know in detail it takes for "any character", so that the filter never asks for more
 * than the expression does.
 *
 * <p>Case is ignored unless {@code (?-i:…)} says otherwise, and the dot matches line ends, as
 * {@link SearchPattern} asks of RE2J.
 */
final class RegexReader {

  private static final Expression ANY = new Expression.Vague(Shape.ANY);
  private static final Expression ASSERTION = new Expression.Vague(Shape.EMPTY);

  private static final Expression NOTHING = new Expression.Sequence(List.of());

  private final String regex;
  private int at;
  private boolean caseless = true;

  private RegexReader(String regex) {
    this.regex = regex;
  }

  /**
   * The parts of an expression.
   *
   * @throws MisreadConstructException if RE2J would read a part of it differently
   */
  static Expression read(String regex) {
    RegexReader reader = new RegexReader(regex);
    Expression expression = reader.alternatives();
    return reader.more() ? ANY : expression;
  }

  private Expression alternatives() {
    List<Expression> all = new ArrayList<>(List.of(sequence()));
    while (accept('|')) {
      all.add(sequence());
    }
    return either(all);
  }

  /** As flat as can be: a list of denied words can be ten thousand alternatives. */
  private static Expression either(List<Expression> all) {
    int half = all.size() / 2;
    return all.size() == 1
        ? all.get(0)
        : new Expression.Either(
            either(all.subList(0, half)), either(all.subList(half, all.size())));
  }

  private Expression sequence() {
    List<Expression> parts = new ArrayList<>();
    List<Integer> edges = new ArrayList<>();
    while (more() && peek() != '|' && peek() != ')') {
      if (regex.startsWith("\\b", at)) {
        edges.add(parts.size());
      }
      parts.add(repeated(item()));
    }
    edges.forEach(edge -> refuseForeignWords(parts, edge));
    return new Expression.Sequence(parts);
  }

  /** To RE2 the edge of a word is one of ASCII: beside another letter it means nothing. */
  private static void refuseForeignWords(List<Expression> parts, int edge) {
    if (isForeignBeside(parts, edge, -1) || isForeignBeside(parts, edge, 1)) {
      throw new MisreadConstructException(
          "\\b", "it knows no letters beyond a to z; leave it out and write 'boundary: word'");
    }
  }

  private static boolean isForeignBeside(List<Expression> parts, int edge, int step) {
    for (int i = edge + step; i >= 0 && i < parts.size(); i += step) {
      Shape shape = parts.get(i).shape();
      if ((shape.alphabet() & 1 << CharacterKinds.OTHER) != 0) {
        return true;
      }
      if (shape.shortest() > 0) {
        return false;
      }
    }
    return false;
  }

  private Expression item() {
    char c = take();
    return switch (c) {
      case '(' -> group();
      case '[' -> new CharacterClassReader().read();
      case '\\' -> escape();
      case '.' -> CharacterSets.ANY;
      case '^', '$' -> ASSERTION;
      default -> character(codePoint(c));
    };
  }

  private Expression character(int codePoint) {
    return CharacterSets.of(codePoint, caseless);
  }

  private Expression group() {
    boolean before = caseless;
    boolean known = true;
    if (accept('?')) {
      if (accept('P') || peek() == '<') {
        skipPast('>');
      } else {
        int from = at;
        while (more() && peek() != ':' && peek() != ')') {
          at++;
        }
        known = flags(regex.substring(from, at));
        if (accept(')')) {
          return known && caseless == before ? NOTHING : ASSERTION;
        }
        accept(':');
      }
    }
    Expression inside = alternatives();
    accept(')');
    caseless = before;
    return known ? inside : new Expression.Vague(inside.shape());
  }

  /** Reads the flags of a group; false if they change more than case. */
  private boolean flags(String flags) {
    int minus = flags.indexOf('-');
    String on = minus < 0 ? flags : flags.substring(0, minus);
    String off = minus < 0 ? "" : flags.substring(minus + 1);
    if (off.equals("i")) {
      caseless = false;
    } else if (on.indexOf('i') >= 0) {
      caseless = true;
    }
    return (off.isEmpty() || off.equals("i"))
        && on.chars().allMatch(flag -> flag == 'i' || flag == 'm' || flag == 's');
  }

  private Expression repeated(Expression item) {
    int before = at;
    int min = 1;
    int max = 1;
    switch (peek()) {
      case '*' -> {
        at++;
        min = 0;
        max = Shape.UNBOUNDED;
      }
      case '+' -> {
        at++;
        max = Shape.UNBOUNDED;
      }
      case '?' -> {
        at++;
        min = 0;
      }
      case '{' -> {
        int[] counts = counts();
        min = counts[0];
        max = counts[1];
      }
      default -> {}
    }
    if (at == before) {
      return item;
    }
    return new Expression.Repeat(item, min, max, !accept('?'));
  }

  /** {@code {n}}, {@code {n,}} or {@code {n,m}}; any other brace is a brace to RE2. */
  private int[] counts() {
    int[] once = {1, 1};
    int close = regex.indexOf('}', at);
    if (close < 0) {
      return once;
    }
    String inside = regex.substring(at + 1, close);
    int comma = inside.indexOf(',');
    String least = comma < 0 ? inside : inside.substring(0, comma);
    String most = comma < 0 ? inside : inside.substring(comma + 1);
    if (least.isEmpty() && !most.isEmpty() && isNumber(most)) {
      throw new MisreadConstructException("{" + inside + "}", "write {0" + inside + "}");
    }
    if (least.isEmpty() || !isNumber(least) || !isNumber(most)) {
      return once;
    }
    at = close + 1;
    int min = Integer.parseInt(least);
    return new int[] {min, most.isEmpty() ? Shape.UNBOUNDED : Integer.parseInt(most)};
  }

  private Expression escape() {
    char c = take();
    return switch (c) {
      case 'd', 'D' -> CharacterSets.digits(c == 'D');
      case 'w', 'W' -> CharacterSets.word(c == 'W');
      case 's', 'S' -> CharacterSets.spaces(c == 'S');
      case 'b', 'B', 'A', 'z' -> ASSERTION;
      case 'p', 'P' -> property(c == 'P');
      case 'Q' -> quoted();
      case 't' -> character('\t');
      case 'n' -> character('\n');
      case 'r' -> character('\r');
      case 'f', 'v', 'a' -> new Expression.Vague(Shape.of('\n'));
      case 'x' -> character(hexadecimal());
      default -> isAlnum(c) ? unknownEscape() : character(codePoint(c));
    };
  }

  private static boolean isAlnum(char c) {
    return Characters.isLatin(c) || Characters.isDigit(c);
  }

  /** An octal number or a letter that RE2 gives a meaning of its own. */
  private Expression unknownEscape() {
    while (more() && Characters.isDigit(peek())) {
      at++;
    }
    return ANY;
  }

  private Expression property(boolean negated) {
    String name = "";
    if (accept('{')) {
      int from = at;
      skipPast('}');
      name = regex.substring(from, at - 1);
    } else {
      name = String.valueOf(take());
    }
    return CharacterSets.kind(name, negated, caseless);
  }

  private Expression quoted() {
    List<Expression> parts = new ArrayList<>();
    while (more() && !regex.startsWith("\\E", at)) {
      parts.add(character(codePoint(take())));
    }
    at = Math.min(regex.length(), at + 2);
    return new Expression.Sequence(parts);
  }

  /** The code point of {@code \xHH} or {@code \x{H…}}, after the x. */
  private int hexadecimal() {
    int from = at;
    if (accept('{')) {
      skipPast('}');
      return Integer.parseInt(regex.substring(from + 1, at - 1), 16);
    }
    at = Math.min(regex.length(), at + 2);
    return Integer.parseInt(regex.substring(from, at), 16);
  }

  private int codePoint(char first) {
    if (Character.isHighSurrogate(first) && more() && Character.isLowSurrogate(peek())) {
      return Character.toCodePoint(first, take());
    }
    return first;
  }

  private static boolean isNumber(String text) {
    return text.length() <= 4 && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private boolean more() {
    return at < regex.length();
  }

  private char peek() {
    return more() ? regex.charAt(at) : '\0';
  }

  private char take() {
    return more() ? regex.charAt(at++) : '\0';
  }

  private boolean accept(char c) {
    if (peek() != c || !more()) {
      return false;
    }
    at++;
    return true;
  }

  private void skipPast(char c) {
    int found = regex.indexOf(c, at);
    at = found < 0 ? regex.length() : found + 1;
  }

  /** Reads {@code [ … ]} after the opening bracket. */
  private final class CharacterClassReader {

    private final BitSet chars = new BitSet(Symbols.COUNT);

    /** What cannot be written as symbols, if anything. */
    private @Nullable Shape vague;

    Expression read() {
      boolean negated = accept('^');
      boolean first = true;
      while (more() && (first || peek() != ']')) {
        first = false;
        if (regex.startsWith("&&", at)) {
          throw new MisreadConstructException("&&", "write the wanted characters out");
        }
        member();
      }
      accept(']');
      if (vague != null) {
        return negated ? ANY : new Expression.Vague(either(vague));
      }
      return negated ? CharacterSets.allBut(chars) : new Expression.Chars(chars);
    }

    private Shape either(Shape shape) {
      return chars.isEmpty() ? shape : shape.or(new Expression.Chars(chars).shape());
    }

    private void member() {
      if (regex.startsWith("[:", at)) {
        int close = regex.indexOf(":]", at);
        at = close < 0 ? regex.length() : close + 2;
        addVague(Shape.ANY);
        return;
      }
      if (peek() == '[') {
        throw new MisreadConstructException("[ inside [ ]", "write \\[ for the bracket itself");
      }
      int from = one();
      if (from >= 0 && peek() == '-' && at + 1 < regex.length() && regex.charAt(at + 1) != ']') {
        at++;
        range(from, one());
      } else if (from >= 0) {
        add(character(from));
      }
    }

    /** One code point, or -1 for an escape that stands for several, which is then added. */
    private int one() {
      char c = take();
      if (c != '\\') {
        return codePoint(c);
      }
      if (peek() == 'x') {
        at++;
        return hexadecimal();
      }
      if (!isAlnum(peek())) {
        return codePoint(take());
      }
      add(escape());
      return -1;
    }

    private void range(int from, int to) {
      if (to < 0) {
        addVague(Shape.ANY);
      } else {
        add(CharacterSets.range(from, to, caseless));
      }
    }

    private void add(Expression member) {
      if (member instanceof Expression.Chars more) {
        chars.or(more.symbols());
      } else {
        addVague(member.shape());
      }
    }

    private void addVague(Shape shape) {
      vague = vague == null ? shape : vague.or(shape);
    }
  }
}
