package kz.umyt.recognize;

/**
 * Identifier of a session or a visitor: random letters and digits. Words, placeholders and the
 * security identifiers of Windows ({@code S-1-5-…}), which share the label {@code sid}, are not.
 */
final class SessionValidator implements Validator {

  private static final int SHORTEST_NUMBER = 10;

  @Override
  public Verdict judge(String text, int start, int end) {
    int digits = 0;
    int letters = 0;
    boolean varied = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      digits += Characters.isDigit(c) ? 1 : 0;
      letters += Characters.isLatin(c) ? 1 : 0;
      varied |= c != text.charAt(start);
    }
    boolean random = letters > 0 ? digits > 0 : digits >= SHORTEST_NUMBER;
    boolean refused =
        !random
            || !varied
            || text.startsWith("S-1-", start)
            || Dates.isIso(text, start, end)
            || Surroundings.isMasked(text, start, end);
    return refused ? Verdict.refused(start, end) : Verdict.accepted(start, end);
  }
}
