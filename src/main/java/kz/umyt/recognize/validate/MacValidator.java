package kz.umyt.recognize.validate;

import java.util.List;
import kz.umyt.recognize.text.Characters;

/**
 * Hardware address (IEEE 802, section 8.2): not all zeros, not the broadcast or a known multicast,
 * and not a part of a longer row of pairs. One of decimal digits only may as well be a time or an
 * amount, one with the bit of groups anything: those need a context word.
 */
final class MacValidator implements Validator {

  private static final int DIGITS = 12;
  private static final String SIGNS = ":-.";

  /** Broadcast, IPv4 (RFC 1112), IPv6 (RFC 2464), bridges (IEEE 802.1D). */
  private static final List<String> GROUPS = List.of("ffffffffffff", "01005e", "3333", "0180c2");

  @Override
  public Verdict judge(String text, int start, int end) {
    if (end - start < DIGITS) {
      return Verdict.refused(start, end);
    }
    if (isInRow(text, start, end)) {
      return Verdict.refusedUntil(end);
    }
    boolean zeros = true;
    boolean letters = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      zeros &= c == '0' || !Characters.isHex(c);
      letters |= Characters.isLatin(c);
    }
    if (zeros || isKnownGroup(text, start, end) || Surroundings.isMasked(text, start, end)) {
      return Verdict.refused(start, end);
    }
    return letters && !isOfGroup(text, start)
        ? Verdict.accepted(start, end)
        : Verdict.needsContext(start, end);
  }

  /** The lowest bit of the first octet. */
  private static boolean isOfGroup(String text, int start) {
    return Character.digit(text.charAt(start + 1), 16) % 2 == 1;
  }

  /** Of the broadcast and of the multicasts of IP and of bridges. */
  private static boolean isKnownGroup(String text, int start, int end) {
    StringBuilder digits = new StringBuilder(DIGITS);
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (Characters.isHex(c)) {
        digits.append(Character.toLowerCase(c));
      }
    }
    return GROUPS.stream().anyMatch(digits.toString()::startsWith);
  }

  /** Whether more pairs stand before or after; the C of {@code MAC:} is none. */
  private static boolean isInRow(String text, int start, int end) {
    boolean before =
        start >= 3
            && SIGNS.indexOf(text.charAt(start - 1)) >= 0
            && Characters.isHex(text.charAt(start - 2))
            && Characters.isHex(text.charAt(start - 3))
            && !Surroundings.isWordAt(text, start - 4);
    boolean after =
        end + 1 < text.length()
            && SIGNS.indexOf(text.charAt(end)) >= 0
            && Characters.isHex(text.charAt(end + 1));
    return before || after;
  }
}
