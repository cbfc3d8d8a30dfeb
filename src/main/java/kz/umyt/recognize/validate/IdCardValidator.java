package kz.umyt.recognize.validate;

/**
 * Identity card number of Kazakhstan: nine digits without a check digit. Refuses what the label of
 * a card beside it cannot make one: amounts, parts of longer numbers, a digit repeated.
 */
final class IdCardValidator implements Validator {

  @Override
  public Verdict judge(String text, int start, int end) {
    boolean refused =
        isOneDigit(text, start, end)
            || Surroundings.isPointed(text, start, end)
            || Surroundings.isMasked(text, start, end)
            || Surroundings.isHexadecimal(text, start, end)
            || isPart(text, start, end)
            || Surroundings.isAmount(text, start, end);
    return refused ? Verdict.refused(start, end) : Verdict.accepted(start, end);
  }

  private static boolean isOneDigit(String text, int start, int end) {
    for (int i = start + 1; i < end; i++) {
      if (text.charAt(i) != text.charAt(start)) {
        return false;
      }
    }
    return true;
  }

  /** Whether signs join it to more digits, as in {@code 8-701-…} or {@code 2024/…}. */
  private static boolean isPart(String text, int start, int end) {
    return (start > 0 && text.charAt(start - 1) == '+')
        || Surroundings.isJoined(text, start, end, "-/");
  }
}
