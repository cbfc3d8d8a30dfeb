package kz.umyt.recognize.pattern;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Word edges at both ends of an expression, the usual form of Presidio's patterns. RE2 knows only
 * the words of ASCII, so a match beside a Kazakh letter would count that does not in Python; where
 * a match begins and ends with a letter or digit, the boundary {@code word} says the same for all
 * alphabets.
 */
final class WordEdges {

  private static final String EDGE = "\\b";

  private WordEdges() {}

  /** What stands between the edges; null if there are none, or the boundary does not say it. */
  static @Nullable String inside(String regex) {
    boolean grouped = regex.startsWith("(" + EDGE) && regex.endsWith(EDGE + ")");
    String edged = grouped ? regex.substring(1, regex.length() - 1) : regex;
    if (!edged.startsWith(EDGE) || !edged.endsWith(EDGE) || edged.length() <= 2 * EDGE.length()) {
      return null;
    }
    String inside = edged.substring(EDGE.length(), edged.length() - EDGE.length());
    if (endsInBackslash(inside) || !isBalanced(inside)) {
      return null;
    }
    Expression read = RegexReader.read(inside);
    // Of alternatives, each edge would hold for one only.
    boolean one = read instanceof Expression.Sequence;
    return one && beginsWithWord(read) && beginsWithWord(read.reversed()) ? inside : null;
  }

  /** Whether the last character is escaped. */
  private static boolean endsInBackslash(String regex) {
    int at = regex.length();
    while (at > 0 && regex.charAt(at - 1) == '\\') {
      at--;
    }
    return (regex.length() - at) % 2 == 1;
  }

  /** Whether every group that is closed here was opened here. */
  private static boolean isBalanced(String regex) {
    int depth = 0;
    boolean inClass = false;
    for (int at = 0; at < regex.length() && depth >= 0; at++) {
      switch (regex.charAt(at)) {
        case '\\' -> at++;
        case '[' -> inClass = true;
        case ']' -> inClass = false;
        case '(' -> depth += inClass ? 0 : 1;
        case ')' -> depth -= inClass ? 0 : 1;
        default -> {}
      }
    }
    return depth == 0;
  }

  /** Whether all that it can begin with are letters, marks, digits or underscores. */
  private static boolean beginsWithWord(Expression expression) {
    if (expression instanceof Expression.Chars chars) {
      BitSet others = (BitSet) chars.symbols().clone();
      others.andNot(Edges.WORD);
      return others.isEmpty();
    }
    if (expression instanceof Expression.Either either) {
      return beginsWithWord(either.first()) && beginsWithWord(either.second());
    }
    if (expression instanceof Expression.Repeat repeat) {
      return beginsWithWord(repeat.part());
    }
    if (expression instanceof Expression.Sequence sequence) {
      for (Expression part : sequence.parts()) {
        if (!beginsWithWord(part)) {
          return false;
        }
        if (part.shape().shortest() > 0) {
          return true;
        }
      }
      return true;
    }
    return false;
  }
}
