package kz.umyt.recognize.validate;

import java.util.List;
import java.util.Locale;
import kz.umyt.recognize.text.Characters;

/**
 * The {@code User-Agent} header field (RFC 9110, section 10.1.5): products with their versions, and
 * comments in brackets. The candidate is its start, or what follows the name of an app; it is
 * followed to its end. Crawlers are no persons.
 */
final class UserAgentValidator implements Validator {

  private static final int LONGEST = 1024;
  private static final int LONGEST_APP = 80;

  private static final List<String> MACHINES =
      List.of("bot", "crawl", "spider", "slurp", "monitor", "uptime", "preview", "scanner");

  private static final List<String> LONE_WORDS = List.of("mobile", "tablet", "like", "gecko");

  /** What stands in second place, after the name of the app. */
  private static final List<String> SECOND = List.of("(", "cfnetwork", "alamofire");

  @Override
  public Verdict judge(String text, int candidate, int end) {
    int start = withApp(text, candidate);
    int limit = Math.min(text.length(), start + LONGEST);
    int to = endOfToken(text, start, limit);
    int at = to;
    while (at + 1 < limit && text.charAt(at) == ' ') {
      int next =
          text.charAt(at + 1) == '('
              ? endOfComment(text, at + 1, limit)
              : endOfProduct(text, at + 1, limit);
      if (next < 0) {
        break;
      }
      to = next;
      at = next;
    }
    if (Surroundings.isWholeText(text, start, end)) {
      to = end; // a whole cell, also with words that only its app knows
    }
    String found = text.substring(start, to).toLowerCase(Locale.ROOT);
    return MACHINES.stream().anyMatch(found::contains) || found.indexOf('*') >= 0
        ? Verdict.refusedUntil(Math.max(end, to))
        : Verdict.accepted(start, Math.max(to, start + 1));
  }

  @Override
  public double leastScore() {
    return CHECK_DIGIT_SCORE;
  }

  /** Where the product before a candidate starts, if the candidate comes second. */
  private static int withApp(String text, int start) {
    boolean second =
        SECOND.stream().anyMatch(word -> text.regionMatches(true, start, word, 0, word.length()));
    if (!second || start == 0 || text.charAt(start - 1) != ' ') {
      return start;
    }
    int least = Math.max(0, start - LONGEST_APP);
    int at = start - 1;
    boolean slash = false;
    while (at > least && (isProductPart(text.charAt(at - 1)) || text.charAt(at - 1) == '%')) {
      at--;
      slash |= text.charAt(at) == '/';
    }
    return slash && Characters.isLatin(text.charAt(at)) ? at : start;
  }

  private static int endOfToken(String text, int from, int limit) {
    int at = from;
    while (at < limit && isTokenPart(text.charAt(at))) {
      at++;
    }
    int end = at;
    while (end > from && ".,".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  private static boolean isTokenPart(char c) {
    return Characters.isLatin(c) || Characters.isDigit(c) || "/\\._-+!%()".indexOf(c) >= 0;
  }

  /** Balanced brackets on one line, or -1. */
  private static int endOfComment(String text, int from, int limit) {
    int depth = 0;
    for (int i = from; i < limit; i++) {
      char c = text.charAt(i);
      if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
        if (depth == 0) {
          return i + 1;
        }
      } else if (c == '\n' || c == '"') {
        return -1;
      }
    }
    return -1;
  }

  /** A product with its version, or one of the words that browsers put between, or -1. */
  private static int endOfProduct(String text, int from, int limit) {
    int at = from;
    boolean slash = false;
    while (at < limit && isProductPart(text.charAt(at))) {
      slash |= text.charAt(at) == '/';
      at++;
    }
    int end = at;
    while (end > from && ".,".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    boolean product = slash && Characters.isLatin(text.charAt(from)) && end > from;
    return product || isLoneWord(text, from, end) ? end : -1;
  }

  private static boolean isProductPart(char c) {
    return Characters.isLatin(c) || Characters.isDigit(c) || "/\\._-+!".indexOf(c) >= 0;
  }

  private static boolean isLoneWord(String text, int from, int end) {
    return LONE_WORDS.contains(text.substring(from, end).toLowerCase(Locale.ROOT));
  }
}
