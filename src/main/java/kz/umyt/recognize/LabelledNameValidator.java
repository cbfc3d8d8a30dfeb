package kz.umyt.recognize;

/**
 * A name whose label or column says that it is one, so that any words will do: up to the next label
 * or word that is no part of a name.
 */
final class LabelledNameValidator implements Validator {

  private static final int LONGEST_NAME = 4;
  private static final int LONGEST_INITIAL = 2;

  @Override
  public Verdict judge(String text, int start, int end) {
    if (FieldText.isNoPerson(text, start, end)) {
      return Verdict.refused(start, end);
    }
    int until = start;
    int at = start;
    for (int count = 0; count < LONGEST_NAME && at < end; count++) {
      int to = at;
      while (to < end && text.charAt(to) != ' ') {
        to++;
      }
      int letters = to;
      while (letters > at && !Words.isWordPart(text.charAt(letters - 1))) {
        letters--;
      }
      String word = letters == at ? "" : String.join("", Words.of(text, at, letters));
      if (word.isEmpty()
          || OrganizationValidator.isLegalForm(word)
          || (word.length() > 1 && PersonNames.isOther(word))) {
        break;
      }
      boolean initial = word.length() <= LONGEST_INITIAL && text.charAt(to - 1) == '.';
      until = initial ? to : letters;
      if (letters < to && !initial) {
        break;
      }
      at = to;
      while (at < end && text.charAt(at) == ' ') {
        at++;
      }
    }
    return until - start < 2 ? Verdict.refused(start, end) : Verdict.accepted(start, until);
  }
}
