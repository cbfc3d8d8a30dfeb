package kz.umyt.recognize.validate;

import kz.umyt.recognize.text.Characters;

/**
 * Identifier that a program made up: of a session, a visitor, a device (UUID of RFC 9562, Android
 * ID, UDID, token). It holds digits and is not one character over and over, such as the advertising
 * identifier of all zeros that devices give when tracking is forbidden. Words, dates and the
 * security identifiers of Windows ({@code S-1-5-…}), which share the label {@code sid}, are none.
 */
final class TokenValidator implements Validator {

  private static final int FEWEST_DIGITS = 2;

  private final int shortestNumber;

  /**
   * A validator.
   *
   * @param shortestNumber how many digits one without letters has at least
   */
  TokenValidator(int shortestNumber) {
    this.shortestNumber = shortestNumber;
  }

  @Override
  public Verdict judge(String text, int start, int end) {
    boolean valid =
        isMadeUp(text, start, end)
            && !text.startsWith("S-1-", start)
            && !Dates.isIso(text, start, end)
            && !Surroundings.isMasked(text, start, end);
    return valid ? Verdict.accepted(start, end) : Verdict.refused(start, end);
  }

  private boolean isMadeUp(String text, int start, int end) {
    int digits = 0;
    boolean letters = false;
    boolean varied = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      digits += Characters.isDigit(c) ? 1 : 0;
      letters |= Characters.isLatin(c);
      varied |= c != text.charAt(start) && c != '-';
    }
    return varied && digits >= (letters ? FEWEST_DIGITS : shortestNumber);
  }
}
