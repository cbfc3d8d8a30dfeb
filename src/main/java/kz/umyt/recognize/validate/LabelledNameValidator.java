package kz.umyt.recognize.validate;

import java.util.List;
import kz.umyt.recognize.text.Words;

/**
 * A name whose label or column says that it is one, so that any words will do: up to the next label
 * or word that is no part of a name.
 */
final class LabelledNameValidator implements Validator {

  private static final int LONGEST_NAME = 4;
  private static final int LONGEST_INITIAL = 2;

  @Override
  public Verdict judge(String text, int start, int end) {
    List<String> words = Words.of(text, start, end);
    if (FieldText.isNoPerson(text, start, end, words) || isFirm(text, end, words)) {
      return Verdict.refused(start, end);
    }
    int until = endOfName(text, start, end);
    return until - start < 2 || !mayBeName(text, start, until)
        ? Verdict.refused(start, end)
        : Verdict.accepted(start, until);
  }

  /** {@code My name is Kaspi Bank}; a colon would make the word the next label. */
  private static boolean isFirm(String text, int end, List<String> words) {
    for (String word : words) {
      if (OrganizationValidator.isKindOfFirm(word)) {
        return ":=".indexOf(Surroundings.signAfter(text, end)) < 0;
      }
    }
    return false;
  }

  private static int endOfName(String text, int start, int end) {
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
      String word = Words.joined(text, at, letters);
      if (isNoPart(word)) {
        break;
      }
      boolean initial = word.length() <= LONGEST_INITIAL && text.charAt(to - 1) == '.';
      until = initial ? to : letters;
      // Where a comma is let in, the given name follows the surname.
      boolean surname = count == 0 && letters == to - 1 && text.charAt(letters) == ',';
      if (letters < to && !initial && !surname) {
        break; // a sign closes the name
      }
      at = to;
      while (at < end && text.charAt(at) == ' ') {
        at++;
      }
    }
    return until;
  }

  private static boolean isNoPart(String word) {
    return word.isEmpty()
        || OrganizationValidator.isLegalForm(word)
        || (word.length() > 1 && PersonNames.isOther(word));
  }

  /** In small letters only names that are known as such. */
  private static boolean mayBeName(String text, int start, int end) {
    return !Character.isLowerCase(text.charAt(start))
        || Words.of(text, start, end).stream().anyMatch(LabelledNameValidator::isKnown);
  }

  private static boolean isKnown(String word) {
    return PersonNames.isGivenName(word)
        || PersonNames.patronymic(word) == PersonNames.Patronymic.YES;
  }
}
