package kz.umyt.recognize;

/**
 * Identifier that software gives a device: an advertising identifier (a UUID of RFC 9562), Android
 * ID, UDID or a token. It holds digits and is not one character over and over, such as the
 * advertising identifier of all zeros that devices give when tracking is forbidden.
 */
final class DeviceTokenValidator implements Validator {

  private static final int FEWEST_DIGITS = 2;

  @Override
  public Verdict judge(String text, int start, int end) {
    int digits = 0;
    boolean varied = false;
    char first = text.charAt(start);
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      digits += Characters.isDigit(c) ? 1 : 0;
      varied |= c != first && c != '-';
    }
    return digits >= FEWEST_DIGITS && varied && !Surroundings.isMasked(text, start, end)
        ? Verdict.accepted(start, end)
        : Verdict.refused(start, end);
  }
}
