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
  private static final String NONE = "000000000000";
  private static final String SIGNS = ":-.";

  /** Broadcast, IPv4 (RFC 1112), IPv6 (RFC 2464), bridges (IEEE 802.1D). */
  private static final List<String> GROUPS = List.of("ffffffffffff", "01005e", "3333", "0180c2");

  @Override
  public Verdict judge(String text, int start, int end) {
    String digits = digits(text, start, end);
    if (digits.length() != DIGITS) {
      return Verdict.refused(start, end);
    }
    if (isInRow(text, start, end)) {
      return Verdict.refusedUntil(end);
    }
    boolean letters = digits.chars().anyMatch(c -> Characters.isLatin((char) c));
    if (NONE.equals(digits)
        || GROUPS.stream().anyMatch(digits::startsWith)
        || Surroundings.isMasked(text, start, end)) {
      return Verdict.refused(start, end);
    }
    // The lowest bit of the first octet is that of groups.
    boolean group = Character.digit(digits.charAt(1), 16) % 2 == 1;
    return letters && !group ? Verdict.accepted(start, end) : Verdict.needsContext(start, end);
  }

  /** The digits in lower case; octets between colons may lack their zero, as in {@code 0:1a:…}. */
  private static String digits(String text, int start, int end) {
    StringBuilder digits = new StringBuilder(DIGITS);
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      boolean alone =
          (i == start || text.charAt(i - 1) == ':') && (i + 1 == end || text.charAt(i + 1) == ':');
      if (Characters.isHex(c)) {
        digits.append(alone ? "0" : "").append(Character.toLowerCase(c));
      }
    }
    return digits.toString();
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
