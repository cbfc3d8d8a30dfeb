package kz.umyt.recognize;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a regular expression that RE2J accepted, for two purposes: the {@link Shape} that the cheap
 * filter needs, and the constructs that RE2J reads differently from what their author meant. What
 * it does not know in detail it takes for "any character", so that the filter never asks for more
 * than the expression does.
 */
final class RegexReader {

  private static final Expression ANY = new Expression.Vague(Shape.ANY);
  private static final Expression ASSERTION = new Expression.Vague(Shape.EMPTY);

  private final String regex;
  private int at;

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
    Expression expression = sequence();
    while (accept('|')) {
      expression = new Expression.Either(expression, sequence());
    }
    return expression;
  }

  private Expression sequence() {
    List<Expression> parts = new ArrayList<>();
    while (more() && peek() != '|' && peek() != ')') {
      parts.add(repeated(item()));
    }
    return new Expression.Sequence(parts);
  }

  private Expression item() {
    char c = take();
    return switch (c) {
      case '(' -> group();
      case '[' -> new CharacterClassReader().read();
      case '\\' -> escape();
      case '.' -> ANY;
      case '^', '$' -> ASSERTION;
      default -> Expression.Chars.of(codePoint(c));
    };
  }

  private Expression group() {
    boolean flags = false;
    if (accept('?')) {
      if (accept('P') || peek() == '<') {
        skipPast('>');
      } else {
        flags = peek() != ':';
        while (more() && peek() != ':' && peek() != ')') {
          at++;
        }
        if (accept(')')) {
          return ASSERTION;
        }
        accept(':');
      }
    }
    Expression inside = alternatives();
    accept(')');
    return flags ? new Expression.Vague(inside.shape()) : inside;
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
      case 'd' -> Expression.Chars.range('0', '9');
      case 'w' -> Expression.Chars.WORD;
      case 's' -> Expression.Chars.SPACE;
      case 'b', 'B', 'A', 'z' -> ASSERTION;
      case 'p', 'P' -> new Expression.Vague(property(c == 'P'));
      case 'Q' -> quoted();
      case 't' -> Expression.Chars.of('\t');
      case 'n' -> Expression.Chars.of('\n');
      case 'r' -> Expression.Chars.of('\r');
      case 'f', 'v', 'a' -> new Expression.Vague(Shape.of('\n'));
      case 'x' -> Expression.Chars.of(hexadecimal());
      default -> isAlnum(c) ? unknownEscape() : Expression.Chars.of(codePoint(c));
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

  private Shape property(boolean negated) {
    String name = "";
    if (accept('{')) {
      int from = at;
      skipPast('}');
      name = regex.substring(from, at - 1);
    } else {
      name = String.valueOf(take());
    }
    int other = 1 << Characters.OTHER;
    if (negated) {
      return Shape.ANY;
    }
    return switch (name) {
      case "L" -> new Shape(0, 1 << Characters.LETTER | other, 1, 1);
      case "N" -> new Shape(0, 1 << Characters.DIGIT | other, 1, 1);
      case "M" -> new Shape(0, other, 1, 1);
      default -> Shape.ANY;
    };
  }

  private Expression quoted() {
    List<Expression> parts = new ArrayList<>();
    while (more() && !regex.startsWith("\\E", at)) {
      parts.add(Expression.Chars.of(codePoint(take())));
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

    private Expression.Chars chars = Expression.Chars.NONE;

    /** What cannot be written as {@link Expression.Chars}, if anything. */
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
      if (negated) {
        return ANY;
      }
      if (vague == null) {
        return chars;
      }
      return new Expression.Vague(chars.isEmpty() ? vague : vague.or(chars.shape()));
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
        add(Expression.Chars.of(from));
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
      } else if (to > 127) {
        // The range may hold characters that fold to ASCII: take it for anything.
        boolean folds = to <= 0x24F || (from <= 0x212A && to >= 0x2000) || to >= 0xFF00;
        addVague(folds || from <= 127 ? Shape.ANY : Shape.of(to));
      } else {
        add(Expression.Chars.range(from, to));
      }
    }

    private void add(Expression member) {
      if (member instanceof Expression.Chars more) {
        chars = chars.with(more);
      } else {
        addVague(member.shape());
      }
    }

    private void addVague(Shape shape) {
      vague = vague == null ? shape : vague.or(shape);
    }
  }
}
