package kz.umyt.recognize.validate;

import kz.umyt.recognize.text.Characters;
import kz.umyt.recognize.text.Words;

/**
 * Place on Earth in degrees, minutes and seconds (ISO 6709, annex D): at most 180 degrees, less
 * than 60 minutes and seconds each. Without a hemisphere a single one is an angle.
 */
final class DegreesValidator implements Validator {

  private static final int MOST_DEGREES = 180;
  private static final int SIXTY = 60;

  @Override
  public Verdict judge(String text, int start, int end) {
    boolean hemisphere = false;
    boolean valid = true;
    int coordinates = 0;
    int at = start;
    while (at < end) {
      char c = text.charAt(at);
      if (!Characters.isDigit(c)) {
        hemisphere |= Words.isWordPart(c);
        at++;
        continue;
      }
      int value = 0;
      int digits = 0;
      while (at < end && Characters.isDigit(text.charAt(at))) {
        value = digits < 4 ? value * 10 + text.charAt(at) - '0' : value;
        digits++;
        at++;
      }
      boolean decimals = at < end && ".,".indexOf(text.charAt(at)) >= 0;
      if (decimals) {
        at++;
        while (at < end && Characters.isDigit(text.charAt(at))) {
          at++;
        }
      }
      boolean degrees = Surroundings.signAfter(text, at) == '°';
      coordinates += degrees ? 1 : 0;
      valid &= degrees ? value <= MOST_DEGREES : value < SIXTY;
    }
    if (!valid) {
      return Verdict.refused(start, end);
    }
    return hemisphere || coordinates > 1
        ? Verdict.accepted(start, end)
        : Verdict.needsContext(start, end);
  }
}
