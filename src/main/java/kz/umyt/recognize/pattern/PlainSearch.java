package kz.umyt.recognize.pattern;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import kz.umyt.settings.RecognizerSpec.Boundary;
import org.jspecify.annotations.Nullable;

/**
 * Searches with RE2J. It serves the expressions that no automaton can stand for, and is what all
 * automata must agree with.
 */
public final class PlainSearch {

  /** What becomes of a match: the offset at which the next match may start at the earliest. */
  public interface Matches {
    int match(int start, int end);
  }

  private final String regex;
  private final Boundary boundary;
  private final Shape shape;

  /** Compiled when first needed, which for most patterns is never. */
  private volatile @Nullable Compiled compiled;

  private record Compiled(Pattern body, Pattern first, Pattern next) {}

  PlainSearch(String regex, Boundary boundary, Shape shape) {
    this.regex = regex;
    this.boundary = boundary;
    this.shape = shape;
  }

  private Compiled compiled() {
    Compiled known = compiled;
    if (known == null) {
      String body = "(?ims:" + regex + ")";
      String neighbour =
          switch (boundary) {
            case DIGITS -> "[^0-9]";
            case WORD -> "[^\\pL\\pM\\pN_]";
            case NONE -> "";
          };
      Pattern bare = Pattern.compile(body);
      String after = "(?:\\z|" + neighbour + ")";
      known =
          boundary == Boundary.NONE
              ? new Compiled(bare, bare, bare)
              : new Compiled(
                  bare,
                  Pattern.compile("(?:\\A|" + neighbour + ")(" + body + ")" + after),
                  Pattern.compile(neighbour + "(" + body + ")" + after));
      compiled = known;
    }
    return known;
  }

  /** The expression without its neighbours. */
  Pattern body() {
    return compiled().body();
  }

  /** The {@link Lanes} without which a text cannot hold a match. */
  public long needs() {
    return shape.least();
  }

  /** Finds all matches in a folded text; RE2J is asked only about parts that can hold one. */
  public void find(String text, Matches matches) {
    if (shape.alphabet() == CharacterKinds.ALL) {
      findUnfiltered(text, matches);
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

  /** Finds all matches without any filter. */
  public void findUnfiltered(String text, Matches matches) {
    search(text, 0, text.length(), matches);
  }

  private boolean inAlphabet(char c) {
    return (shape.alphabet() >>> CharacterKinds.kind(c) & 1) != 0;
  }

  /** Searches a part that holds its matches whole; its neighbours are shown to RE2J too. */
  private void search(String text, int from, int to, Matches matches) {
    int left = from == 0 ? 0 : text.offsetByCodePoints(from, -1);
    int right = to == text.length() ? to : text.offsetByCodePoints(to, 1);
    String part = text.substring(left, right);
    Matcher matcher = compiled().first().matcher(part);
    if (!matcher.find()) {
      return;
    }
    Matcher later = boundary == Boundary.NONE ? matcher : compiled().next().matcher(part);
    // RE2J searches a second time for groups: without neighbours there is no need for one.
    int group = boundary == Boundary.NONE ? 0 : 1;
    Matcher found = matcher;
    while (true) {
      int start = found.start(group);
      int end = found.end(group);
      int free = matches.match(left + start, left + end) - left;
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
