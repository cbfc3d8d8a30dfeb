package kz.umyt.recognize.validate;

import java.util.List;
import java.util.Locale;
import kz.umyt.recognize.text.Characters;

/**
 * The pairs of a {@code Cookie} header or the one pair of a {@code Set-Cookie} header (RFC 6265,
 * section 4). The candidate is the first pair; it is followed to the end of the header. A header
 * that holds only protections against forgery, consents and settings tells nobody apart.
 */
final class CookieValidator implements Validator {

  private static final int LONGEST = 4096;
  private static final int SHORTEST_VALUE = 6;
  private static final String SET = "set-";
  private static final int LABEL = 24;

  private static final List<String> HARMLESS =
      List.of("csrf", "xsrf", "consent", "agree", "accept", "lang", "locale", "theme", "timezone");

  @Override
  public Verdict judge(String text, int start, int end) {
    boolean only = isSet(text, start);
    boolean telling = false;
    int limit = Math.min(text.length(), start + LONGEST);
    int to = start;
    int at = start;
    while (at >= 0) {
      int sign = endOfName(text, at, limit);
      if (sign == at || sign >= limit || text.charAt(sign) != '=') {
        break;
      }
      to = endOfValue(text, sign + 1, limit);
      telling |= isTelling(text, at, sign, to);
      at = only ? -1 : nextPair(text, to, limit);
    }
    return telling ? Verdict.accepted(start, to) : Verdict.refusedUntil(Math.max(end, to));
  }

  @Override
  public double leastScore() {
    return CHECK_DIGIT_SCORE;
  }

  private static boolean isSet(String text, int start) {
    for (int i = Math.max(0, start - LABEL); i < start; i++) {
      if (text.regionMatches(true, i, SET, 0, SET.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTelling(String text, int name, int sign, int to) {
    if (to - sign - 1 < SHORTEST_VALUE || text.charAt(sign + 1) == '*') {
      return false;
    }
    String lower = text.substring(name, sign).toLowerCase(Locale.ROOT);
    for (String harmless : HARMLESS) {
      if (lower.contains(harmless)) {
        return false;
      }
    }
    return true;
  }

  private static int endOfName(String text, int from, int limit) {
    int at = from;
    while (at < limit && isNamePart(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isNamePart(char c) {
    return Characters.isLatin(c) || Characters.isDigit(c) || "_.-[]!#$&^`|~+".indexOf(c) >= 0;
  }

  private static int endOfValue(String text, int from, int limit) {
    int at = from;
    while (at < limit && text.charAt(at) > ' ' && "\";,'<>\\".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  /** Where the next pair starts, or -1. */
  private static int nextPair(String text, int from, int limit) {
    int at = from;
    if (at >= limit || text.charAt(at) != ';') {
      return -1;
    }
    at++;
    while (at < limit && text.charAt(at) == ' ') {
      at++;
    }
    return at;
  }
}
