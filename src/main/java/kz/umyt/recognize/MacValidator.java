package kz.umyt.recognize;

/**
 * Hardware address (IEEE 802, section 8.2): not all zeros, not a group address such as the
 * broadcast or a multicast one, and not a part of a longer row of pairs. One of decimal digits only
 * may as well be a time or an amount.
 */
final class MacValidator implements Validator {

  @Override
  public Verdict judge(String text, int start, int end) {
    if (goesOn(text, start - 1, start - 2) || goesOn(text, end, end + 1)) {
      return Verdict.refusedUntil(end);
    }
    boolean zeros = true;
    boolean letters = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      zeros &= c == '0' || !Characters.isHex(c);
      letters |= Characters.isLatin(c);
    }
    if (zeros || isOfGroup(text, start) || Surroundings.isMasked(text, start, end)) {
      return Verdict.refused(start, end);
    }
    return letters ? Verdict.accepted(start, end) : Verdict.needsContext(start, end);
  }

  /** The lowest bit of the first octet. */
  private static boolean isOfGroup(String text, int start) {
    return Character.digit(text.charAt(start + 1), 16) % 2 == 1;
  }

  private static boolean goesOn(String text, int sign, int pair) {
    return sign >= 0
        && pair >= 0
        && pair < text.length()
        && ":-.".indexOf(text.charAt(sign)) >= 0
        && Characters.isHex(text.charAt(pair));
  }
}
