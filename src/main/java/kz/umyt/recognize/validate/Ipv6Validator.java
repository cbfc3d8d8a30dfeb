package kz.umyt.recognize.validate;

import kz.umyt.recognize.text.Characters;
import kz.umyt.recognize.text.Words;

/**
 * IPv6 address (RFC 4291), also with an IPv4 address at its end. The candidate is a whole run of
 * hexadecimal digits, colons and points; the unspecified address {@code ::}, times, hardware
 * addresses and key fingerprints are refused.
 */
final class Ipv6Validator implements Validator {

  private static final int GROUPS = 8;

  @Override
  public Verdict judge(String text, int start, int end) {
    int to = end;
    while (to > start && (text.charAt(to - 1) == '.' || isLoneColon(text, start, to))) {
      to--;
    }
    if (isInsideRun(text, start) || goesOn(text, end) || Surroundings.isMasked(text, start, to)) {
      return Verdict.refusedUntil(end);
    }
    int compressed = indexOf(text, "::", start, to);
    int groups = groups(text, start, to);
    boolean valid =
        compressed < 0
            ? groups == GROUPS && !arePairs(text, start, to)
            : groups >= 1 && groups < GROUPS && indexOf(text, "::", compressed + 1, to) < 0;
    if (!valid || !hasDigit(text, start, to)) {
      return Verdict.refusedUntil(end);
    }
    return compressed >= 0 && to - start < 6
        ? Verdict.needsContext(start, to)
        : Verdict.accepted(start, to);
  }

  /** A colon that belongs to the sentence. */
  private static boolean isLoneColon(String text, int start, int to) {
    return text.charAt(to - 1) == ':' && to - 2 >= start && text.charAt(to - 2) != ':';
  }

  /**
   * Whether the run began before: a label such as {@code IPv6:} may stand there, a group may not.
   */
  private static boolean isInsideRun(String text, int start) {
    if (start == 0 || (text.charAt(start - 1) != ':' && text.charAt(start - 1) != '.')) {
      return false;
    }
    int at = start - 1;
    boolean group = at > 0;
    while (at > 0 && (Words.isWordPart(text.charAt(at - 1)) || isDigitAt(text, at - 1))) {
      at--;
      group &= Characters.isHex(text.charAt(at));
    }
    return group;
  }

  /** Whether another group follows, of a fingerprint or a dotted number. */
  private static boolean goesOn(String text, int end) {
    if (end + 1 >= text.length()) {
      return false;
    }
    char sign = text.charAt(end);
    char next = text.charAt(end + 1);
    return (sign == ':' && (next == ':' || Characters.isHex(next)))
        || (sign == '.' && Characters.isDigit(next));
  }

  private static boolean isDigitAt(String text, int at) {
    return Characters.isDigit(text.charAt(at));
  }

  /** How many groups the span holds, an IPv4 end counting as two; -1 if it is none. */
  private static int groups(String text, int start, int end) {
    int groups = 0;
    int at = start;
    while (at < end) {
      int from = at;
      while (at < end && Characters.isHex(text.charAt(at))) {
        at++;
      }
      if (at < end && text.charAt(at) == '.') {
        boolean ipv4 = Ipv4Validator.octets(text, from, end).length == 4;
        boolean preceded = groups > 0 || from - start == 2;
        return ipv4 && preceded ? groups + 2 : -1;
      }
      if (at - from > 4) {
        return -1;
      }
      if (at > from) {
        groups++;
      } else if (!isPartOfDouble(text, start, at, end)) {
        return -1;
      }
      at++;
    }
    return isEndOfGroup(text, start, end) ? groups : -1;
  }

  private static boolean isPartOfDouble(String text, int start, int colon, int end) {
    return (colon > start && text.charAt(colon - 1) == ':')
        || (colon + 1 < end && text.charAt(colon + 1) == ':');
  }

  private static boolean isEndOfGroup(String text, int start, int end) {
    return end - start >= 2 && (text.charAt(end - 1) != ':' || text.charAt(end - 2) == ':');
  }

  /** Eight pairs are a hardware address or the start of a fingerprint. */
  private static boolean arePairs(String text, int start, int end) {
    for (int i = start + 2; i < end; i += 3) {
      if (text.charAt(i) != ':') {
        return false;
      }
    }
    return end - start == GROUPS * 3 - 1;
  }

  private static boolean hasDigit(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (isDigitAt(text, i)) {
        return true;
      }
    }
    return false;
  }

  private static int indexOf(String text, String wanted, int from, int to) {
    for (int i = from; i + wanted.length() <= to; i++) {
      if (text.startsWith(wanted, i)) {
        return i;
      }
    }
    return -1;
  }
}
