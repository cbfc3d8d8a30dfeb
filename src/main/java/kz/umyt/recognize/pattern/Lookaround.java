package kz.umyt.recognize.pattern;

import com.google.re2j.Pattern;

/**
 * A look at neighbours, which RE2 cannot do (github.com/google/re2/wiki/Syntax), and what a
 * recognizer says instead.
 */
final class Lookaround {

  /** A digit in the ways that expressions name it. */
  private static final Pattern DIGIT = Pattern.compile("\\\\d|0-9|\\[0-9\\]|\\\\p\\{?Nd?\\}?");

  private static final Pattern LETTER =
      Pattern.compile("\\\\[wW]|[aA]-[zZ]|[а-яА-Я]-[а-яА-Я]|\\\\p?[LM]|\\\\p\\{L|alnum|alpha");

  private Lookaround() {}

  /**
   * The error for a lookaround.
   *
   * @param from the offset of its opening parenthesis
   */
  static MisreadConstructException at(String regex, int from) {
    boolean behind = regex.startsWith("(?<", from);
    int sign = from + (behind ? 3 : 2);
    boolean negative = regex.charAt(sign) == '!';
    int to = end(regex, from);
    String inside = regex.substring(sign + 1, Math.max(sign + 1, to - 1));
    String kind = (negative ? "negative " : "") + (behind ? "lookbehind" : "lookahead");
    boolean edge = behind ? from == 0 : to == regex.length();
    return MisreadConstructException.missing(
        kind, regex.substring(from, to), advice(inside, negative, edge));
  }

  private static String advice(String inside, boolean negative, boolean edge) {
    if (edge && negative) {
      boolean letters = LETTER.matcher(inside).find();
      if (letters) {
        return "leave it out and write 'boundary: word'";
      }
      if (DIGIT.matcher(inside).find()) {
        return "leave it out and write 'boundary: digits'";
      }
    }
    if (edge) {
      return "match the neighbour too and put what is to be found in a group (?P<value>…)";
    }
    return negative
        ? "write the allowed forms out as alternatives, or name a 'validator'"
        : "write the wanted forms out as alternatives, or match it too and put what is to be found"
            + " in a group (?P<value>…)";
  }

  /** The offset after the parenthesis that closes a group. */
  private static int end(String regex, int from) {
    int depth = 0;
    boolean inClass = false;
    for (int at = from; at < regex.length(); at++) {
      switch (regex.charAt(at)) {
        case '\\' -> at++;
        case '[' -> inClass = true;
        case ']' -> inClass = false;
        case '(' -> depth += inClass ? 0 : 1;
        case ')' -> {
          depth -= inClass ? 0 : 1;
          if (depth == 0) {
            return at + 1;
          }
        }
        default -> {}
      }
    }
    return regex.length();
  }
}
