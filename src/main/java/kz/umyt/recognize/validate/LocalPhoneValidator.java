package kz.umyt.recognize.validate;

import kz.umyt.recognize.text.Characters;

/**
 * Telephone number within a city, which nothing but its label tells from other numbers: it stands
 * alone, is no rest of a longer number and no date.
 */
final class LocalPhoneValidator implements Validator {

  @Override
  public Verdict judge(String text, int start, int end) {
    char before = Surroundings.signBefore(text, start);
    char after = end < text.length() ? text.charAt(end) : ' ';
    boolean rest =
        Characters.isDigit(before)
            || ")-+*/".indexOf(before) >= 0
            || Surroundings.follows(text, start, '.')
            || "-*/".indexOf(after) >= 0
            || Surroundings.precedes(text, end, '.')
            || (after == ' ' && Characters.isDigit(Surroundings.signAfter(text, end)));
    return rest ? Verdict.refused(start, end) : Verdict.needsContext(start, end);
  }
}
