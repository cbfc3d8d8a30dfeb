package kz.umyt.recognize.validate;

/**
 * Card verification code (CVV2, CVC2, CID): three or four digits after their label. Refuses those
 * that go on as a decimal, a date, a range, a share or a masked number.
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
            || Surroundings.isWordAt(text, end);
    return refused ? Verdict.refused(start, end) : Verdict.accepted(start, end);
  }
}
