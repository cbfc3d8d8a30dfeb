package kz.umyt.recognize;

/**
 * Reads a regular expression that RE2J accepted, for two purposes: the {@link Shape} that the cheap
 * filter needs, and the constructs that RE2J reads differently from what their author meant. What
 * it does not know in detail it takes for "any character", so that the filter never asks for more
 * than the expression does.
 */
final class RegexReader {

  private static final Shape OTHER = new Shape(0, 1 << Characters.OTHER, 1);

  private final String regex;
  private int at;

  private RegexReader(String regex) {
    this.regex = regex;
  }

  /**
   * The shape of an expression.
   *
   * @throws MisreadConstructException if RE2J would read a part of it differently
   */
  static Shape read(String regex) {
    RegexReader reader = new RegexReader(regex);
    Shape shape = reader.alternatives();
    return reader.more() ? Shape.ANY : shape;
  }

  private Shape alternatives() {
    Shape shape = sequence();
    while (accept('|')) {
      shape = shape.or(sequence());
    }
    return shape;
  }

  private Shape sequence() {
    Shape shape = Shape.EMPTY;
    while (more() && peek() != '|' && peek() != ')') {
      Shape item = item();
      shape = shape.then(repeated(item));
    }
    return shape;
  }

  private Shape item() {
    char c = take();
    return switch (c) {
      case '(' -> group();
      case '[' -> new CharacterClassReader().read();
      case '\\' -> escape();
      case '.' -> Shape.ANY;
      case '^', '$' -> Shape.EMPTY;
      default -> Shape.of(codePoint(c));
    };
  }

  private Shape group() {
    if (accept('?')) {
      if (accept('P') || (peek() == '<')) {
        skipPast('>');
      } else {
        while (more() && peek() != ':' && peek() != ')') {
          at++;
        }
        if (accept(')')) {
          return Shape.EMPTY;
        }
        accept(':');
      }
    }
    Shape shape = alternatives();
    accept(')');
    return shape;
  }

  private Shape repeated(Shape item) {
    int before = at;
    Shape shape =
        switch (peek()) {
          case '*', '?' -> {
            at++;
            yield item.repeated(0);
          }
          case '+' -> {
            at++;
            yield item;
          }
          case '{' -> counted(item);
          default -> item;
        };
    if (at != before) {
      accept('?');
    }
    return shape;
  }

  /** {@code {n}}, {@code {n,}} or {@code {n,m}}; any other brace is a brace to RE2. */
  private Shape counted(Shape item) {
    int close = regex.indexOf('}', at);
    if (close < 0) {
      return item;
    }
    String inside = regex.substring(at + 1, close);
    int comma = inside.indexOf(',');
    String least = comma < 0 ? inside : inside.substring(0, comma);
    String most = comma < 0 ? "" : inside.substring(comma + 1);
    if (least.isEmpty() && !most.isEmpty() && isNumber(most)) {
      throw new MisreadConstructException("{" + inside + "}", "write {0" + inside + "}");
    }
    if (least.isEmpty() || !isNumber(least) || !isNumber(most)) {
      return item;
    }
    at = close + 1;
    return item.repeated(Integer.parseInt(least));
  }

  private Shape escape() {
    char c = take();
    return switch (c) {
      case 'd' -> Shape.of('0');
      case 'w' ->
          new Shape(0, kinds(Characters.DIGIT, Characters.LETTER, Characters.UNDERSCORE), 1);
      case 's' -> new Shape(0, kinds(Characters.SPACE, Characters.CONTROL), 1);
      case 'b', 'B', 'A', 'z' -> Shape.EMPTY;
      case 'p', 'P' -> property(c == 'P');
      case 'Q' -> quoted();
      case 't', 'n', 'r', 'f', 'v', 'a' -> Shape.of('\n');
      case 'x' -> Shape.of(hexadecimal());
      default -> Characters.isDigit(c) ? octal() : letterEscape(c);
    };
  }

  private static Shape letterEscape(char c) {
    return Characters.isLatin(c) ? Shape.ANY : Shape.of(c);
  }

  private Shape octal() {
    while (more() && Characters.isDigit(peek())) {
      at++;
    }
    return Shape.ANY;
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
    if (negated) {
      return Shape.ANY;
    }
    return switch (name) {
      case "L" -> new Shape(0, kinds(Characters.LETTER, Characters.OTHER), 1);
      case "N" -> new Shape(0, kinds(Characters.DIGIT, Characters.OTHER), 1);
      case "M" -> new Shape(0, kinds(Characters.OTHER), 1);
      default -> Shape.ANY;
    };
  }

  private Shape quoted() {
    Shape shape = Shape.EMPTY;
    while (more() && !regex.startsWith("\\E", at)) {
      shape = shape.then(Shape.of(codePoint(take())));
    }
    at = Math.min(regex.length(), at + 2);
    return shape;
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

  private static int kinds(int... kinds) {
    int mask = 0;
    for (int kind : kinds) {
      mask |= 1 << kind;
    }
    return mask;
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

    private long least = -1;
    private int alphabet;

    Shape read() {
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
      return negated ? Shape.ANY : new Shape(Math.max(0, least), alphabet, 1);
    }

    private void member() {
      if (regex.startsWith("[:", at)) {
        int close = regex.indexOf(":]", at);
        at = close < 0 ? regex.length() : close + 2;
        add(Shape.ANY);
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
        add(Shape.of(from));
      }
    }

    /** One code point, or -1 for an escape that stands for several, which is then added. */
    private int one() {
      char c = take();
      if (c != '\\') {
        return codePoint(c);
      }
      char escaped = peek();
      if (escaped == 'x') {
        at++;
        return hexadecimal();
      }
      if (!Characters.isLatin(escaped) && !Characters.isDigit(escaped)) {
        return codePoint(take());
      }
      add(escape());
      return -1;
    }

    private void range(int from, int to) {
      if (to < 0) {
        add(Shape.ANY);
        return;
      }
      for (int c = from; c <= Math.min(to, 127); c++) {
        add(Shape.of(c));
      }
      if (to > 127) {
        // The range may hold characters that fold to ASCII: take it for anything.
        add(to <= 0x24F || (from <= 0x212A && to >= 0x2000) || to >= 0xFF00 ? Shape.ANY : OTHER);
      }
    }

    private void add(Shape member) {
      least = least < 0 ? member.least() : Lanes.least(least, member.least());
      alphabet |= member.alphabet();
    }
  }
}
