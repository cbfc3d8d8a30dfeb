package kz.umyt.recognize.validate;

import java.util.List;
import java.util.Set;
import kz.umyt.recognize.text.WordLists;
import kz.umyt.recognize.text.Words;

/**
 * A name in Latin letters behind the label of a client, a patient or the like, where firms stand as
 * well: its first word must be a given name, of other countries or of ours.
 */
final class ForeignNameValidator implements Validator {

  private static final Set<String> GIVEN =
      WordLists.of("names.txt").set("given names of other countries");

  @Override
  public Verdict judge(String text, int start, int end) {
    List<String> words = Words.of(text, start, end);
    if (words.isEmpty()) {
      return Verdict.refused(start, end);
    }
    List<String> after = Surroundings.wordsAfter(text, end);
    boolean firm =
        text.startsWith(" ", end)
            && !after.isEmpty()
            && (OrganizationValidator.isLegalForm(after.get(0))
                || OrganizationValidator.isKindOfFirm(after.get(0)));
    boolean known = GIVEN.contains(words.get(0)) || PersonNames.isGivenName(words.get(0));
    boolean person =
        known
            && !firm
            && words.stream().noneMatch(PersonNames::isOther)
            && words.stream().noneMatch(OrganizationValidator::isLegalForm)
            && words.stream().noneMatch(OrganizationValidator::isKindOfFirm);
    return person ? Verdict.accepted(start, end) : Verdict.refused(start, end);
  }
}
