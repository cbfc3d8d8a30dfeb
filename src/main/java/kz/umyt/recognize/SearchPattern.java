package kz.umyt.recognize;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import kz.umyt.settings.Located;
import kz.umyt.settings.RecognizerSpec.Boundary;
import kz.umyt.settings.SettingsException;
import org.jspecify.annotations.Nullable;

/**
 * One regular expression, made safe and fast: neighbours that must not stand beside a match are
 * consumed instead of looked at, since RE2 has no lookaround, and RE2J sees only those parts of a
 * text that hold the characters a match needs.
 *
 * <p>Expressions are read as Presidio reads them: case is ignored, {@code ^} and {@code $} match at
 * lines, and the dot matches line ends.
 */
final class SearchPattern {

  /** What becomes of a match: the offset at which the next match may start at the earliest. */
  interface Matches {
    int match(SearchPattern pattern, int start, int end);
  }

  private final double score;
  private final Boundary boundary;

  /** Finds the first match of a text. */
  private final Pattern first;

  /** Finds a later match, which has a neighbour before it in any case. */
  private final Pattern next;

  private final Shape shape;

  /** Stands in for RE2J where it can. */
  private final @Nullable Automaton automaton;

  private SearchPattern(
      double score,
      Boundary boundary,
      Pattern first,
      Pattern next,
      Shape shape,
      @Nullable Automaton automaton) {
    this.score = score;
    this.boundary = boundary;
    this.first = first;
    this.next = next;
    this.shape = shape;
    this.automaton = automaton;
  }

  /**
   * Compiles an expression.
   *
   * @param owner recognizer and pattern as error messages name them
   * @throws SettingsException if RE2J refuses it or would read it differently
   */
  static SearchPattern compile(
      String owner, Located<String> regex, double score, Boundary boundary) {
    String body = "(?ims:" + regex.value() + ")";
    String neighbour =
        switch (boundary) {
          case DIGITS -> "[^0-9]";
          case WORD -> "[^\\pL\\pM\\pN_]";
          case NONE -> "";
        };
    try {
      // On its own first: wrapped, an unbalanced bracket could go unnoticed.
      Pattern bare = Pattern.compile(regex.value());
      Expression expression = RegexReader.read(regex.value());
      Shape shape = expression.shape();
      if (shape.shortest() == 0 || bare.matches("")) {
        throw new SettingsException(
            regex.at(), owner + " matches empty text; make at least one character compulsory");
      }
      Automaton automaton = Automaton.of(expression, boundary);
      if (neighbour.isEmpty()) {
        Pattern pattern = Pattern.compile(body);
        return new SearchPattern(score, boundary, pattern, pattern, shape, automaton);
      }
      String after = "(?:\\z|" + neighbour + ")";
      return new SearchPattern(
          score,
          boundary,
          Pattern.compile("(?:\\A|" + neighbour + ")(" + body + ")" + after),
          Pattern.compile(neighbour + "(" + body + ")" + after),
          shape,
          automaton);
    } catch (PatternSyntaxException e) {
      throw new SettingsException(
          regex.at(),
          owner + ": RE2 refuses '" + e.getPattern() + "' (" + e.getDescription() + ")");
    } catch (MisreadConstructException e) {
      throw new SettingsException(regex.at(), owner + ": " + e.getMessage());
    }
  }

  double score() {
    return score;
  }

  /** The {@link Lanes} without which a text cannot hold a match. */
  long needs() {
    return shape.least();
  }

  /** Finds all matches in a folded text, RE2J being asked only about parts that can hold one. */
  void find(String text, Matches matches) {
    if (automaton != null) {
      automaton.find(text, this, matches);
      return;
    }
    if (shape.alphabet() == Characters.ALL) {
      search(text, 0, text.length(), matches);
      return;
    }
    int length = text.length();
    int at = 0;
    while (at < length) {
      while (at < length && !inAlphabet(text.charAt(at))) {
        at++;
      }
      int from = at;
      while (at < length && inAlphabet(text.charAt(at))) {
        at++;
      }
      if (at - from >= shape.shortest() && Lanes.covers(Lanes.of(text, from, at), shape.least())) {
        search(text, from, at, matches);
      }
    }
  }

  /** Finds all matches without any filter; what {@link #find} must agree with. */
  void findUnfiltered(String text, Matches matches) {
    search(text, 0, text.length(), matches);
  }

  private boolean inAlphabet(char c) {
    return (shape.alphabet() >>> Characters.kind(c) & 1) != 0;
  }

  /** Searches a part that holds its matches whole; its neighbours are shown to RE2J too. */
  private void search(String text, int from, int to, Matches matches) {
    int left = from == 0 ? 0 : text.offsetByCodePoints(from, -1);
    int right = to == text.length() ? to : text.offsetByCodePoints(to, 1);
    String part = text.substring(left, right);
    Matcher matcher = first.matcher(part);
    if (!matcher.find()) {
      return;
    }
    Matcher later = boundary == Boundary.NONE ? matcher : next.matcher(part);
    // RE2J searches a second time for groups: without neighbours there is no need for one.
    int group = boundary == Boundary.NONE ? 0 : 1;
    Matcher found = matcher;
    while (true) {
      int start = found.start(group);
      int end = found.end(group);
      int free = matches.match(this, left + start, left + end) - left;
      int resume = Math.max(free, start + 1);
      if (resume >= part.length()) {
        return;
      }
      // The character before the next match may have belonged to this one, as with lookbehind.
      if (!later.find(boundary == Boundary.NONE ? resume : part.offsetByCodePoints(resume, -1))) {
        return;
      }
      found = later;
    }
  }
}
