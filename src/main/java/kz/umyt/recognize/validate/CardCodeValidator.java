package kz.umyt.recognize.validate;

/**
 * Card verification code (CVV2, CVC2, CID): three or four digits after their label. Refuses those
 * that go on as a decimal, a date, a range, a share or a masked number, and the year in {@code CVC
 * (2024)}. After a hyphen, as in {@code cvc-100}, it may as well be a model.
 */
final class CardCodeValidator implements Validator {

  @Override
  public Verdict judge(String text, int start, int end) {
    boolean refused =
        Surroundings.isPointed(text, start, end)
            || Surroundings.isMasked(text, start, end)
            || Surroundings.precedes(text, end, '-')
            || Surroundings.precedes(text, end, '/')
            || Surroundings.precedes(text, end, ':')
            || Surroundings.isAmount(text, start, end)
            || Surroundings.isWordAt(text, end)
            || isYear(text, start, end);
    if (refused) {
      return Verdict.refused(start, end);
    }
    return isModel(text, start) ? Verdict.needsContext(start, end) : Verdict.accepted(start, end);
  }

  private static boolean isYear(String text, int start, int end) {
    return end - start == 4
        && (text.startsWith("(19", start - 1) || text.startsWith("(20", start - 1))
        && text.startsWith(")", end);
  }

  private static boolean isModel(String text, int start) {
    return start >= 2
        && text.charAt(start - 1) == '-'
        && Character.isLetterOrDigit(text.charAt(start - 2));
  }
}
