package kz.umyt.recognize.pattern;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import kz.umyt.settings.Located;
import kz.umyt.settings.RecognizerSpec.Boundary;
import kz.umyt.settings.RegexFlags;
import kz.umyt.settings.SettingsException;
import org.jspecify.annotations.Nullable;

/**
 * One regular expression, made safe and fast: neighbours that must not stand beside a match are
 * consumed instead of looked at, since RE2 has no lookaround, and RE2J sees only what an {@link
 * Automaton} cannot do.
 *
 * <p>Expressions are read as Presidio reads them: case is ignored, {@code ^} and {@code $} match at
 * lines, and the dot matches line ends, unless their file says otherwise ({@link RegexFlags}). A
 * word edge at one end only, or inside, is that of RE2, which takes letters beyond a to z for
 * signs: more is found beside such a letter than by Presidio, never less.
 */
public final class SearchPattern {

  /** The group that, where an expression has it, is the finding; the rest is its label. */
  private static final String VALUE = "value";

  private static final String START = "\\A";
  private static final String END = "\\z";

  /** A part of a text. */
  public record Span(int start, int end) {}

  private final double score;
  private final Expression expression;
  private final Edges edges;
  private final boolean valued;
  private final @Nullable Automaton automaton;
  private final @Nullable Anchor anchor;
  private final PlainSearch plainSearch;
  private final int longest;

  private SearchPattern(
      double score,
      Expression expression,
      Edges edges,
      boolean valued,
      PlainSearch plainSearch,
      Symbols symbols) {
    this.score = score;
    this.expression = expression;
    this.edges = edges;
    this.valued = valued;
    this.plainSearch = plainSearch;
    this.longest = expression.shape().longest();
    this.automaton = Automaton.of(expression, edges, symbols);
    this.anchor = automaton == null ? Anchor.of(expression, edges, symbols) : null;
  }

  /**
   * Compiles an expression.
   *
   * @param owner recognizer and pattern as error messages name them
   * @param flags the flags that are off count for this expression alone
   * @throws SettingsException if RE2J refuses it or would read it differently
   */
  public static SearchPattern compile(
      String owner,
      Located<String> regex,
      double score,
      Boundary boundary,
      RegexFlags flags,
      Symbols symbols) {
    try {
      String whole = PythonRegex.inRe2(regex.value(), flags);
      // On its own: wrapped, an unbalanced bracket could go unnoticed.
      Pattern bare = Pattern.compile(whole);
      String word = WordEdges.inside(whole);
      Boundary beside = word == null ? boundary : Boundary.WORD;
      String written = flagged(word == null ? whole : word, flags);
      Expression read = RegexReader.read(written);
      Expression inside = withoutEnds(written, read);
      Expression expression = inside == null ? read : inside;
      if (expression.shape().shortest() == 0 || bare.matches("")) {
        throw new SettingsException(
            regex.at(), owner + " matches empty text; make at least one character compulsory");
      }
      return new SearchPattern(
          score,
          expression,
          new Edges(beside, inside != null),
          bare.namedGroups().containsKey(VALUE),
          new PlainSearch(written, beside, read.shape()),
          symbols);
    } catch (PatternSyntaxException e) {
      throw new SettingsException(
          regex.at(),
          owner + ": RE2 refuses '" + e.getPattern() + "' (" + e.getDescription() + ")");
    } catch (MisreadConstructException e) {
      throw new SettingsException(regex.at(), owner + ": " + e.getMessage());
    }
  }

  private static String flagged(String regex, RegexFlags flags) {
    return flags.off().isEmpty() ? regex : "(?-" + flags.off() + ":" + regex + ")";
  }

  /** What stands between {@code \A} and {@code \z}, if both hold for all of an expression. */
  private static @Nullable Expression withoutEnds(String regex, Expression read) {
    boolean whole =
        read instanceof Expression.Sequence && regex.startsWith(START) && regex.endsWith(END);
    if (!whole || regex.length() <= START.length() + END.length()) {
      return null;
    }
    String inside = regex.substring(START.length(), regex.length() - END.length());
    // An escaped backslash before the z makes it a letter.
    return inside.endsWith("\\") ? null : RegexReader.read(inside);
  }

  /** How sure a match is, from 0 to 1. */
  public double score() {
    return score;
  }

  Expression expression() {
    return expression;
  }

  /** The length of the longest match, or more. */
  public int longest() {
    return longest;
  }

  /** What may stand beside a match. */
  public Edges edges() {
    return edges;
  }

  /** Finds where matches end; null if the pattern has no automaton of its own. */
  public @Nullable Automaton automaton() {
    return automaton;
  }

  /** Finds matches around one sign; null if the pattern is not of that kind. */
  public @Nullable Anchor anchor() {
    return anchor;
  }

  /** Finds matches by RE2J alone. */
  public PlainSearch plainSearch() {
    return plainSearch;
  }

  /** The value in a match: its group of that name, or all of it. */
  public Span value(String text, int start, int end) {
    if (!valued) {
      return new Span(start, end);
    }
    Matcher matcher = plainSearch.body().matcher(text.substring(start, end));
    boolean inside = matcher.matches() && matcher.start(VALUE) >= 0;
    return inside
        ? new Span(start + matcher.start(VALUE), start + matcher.end(VALUE))
        : new Span(start, end);
  }
}
