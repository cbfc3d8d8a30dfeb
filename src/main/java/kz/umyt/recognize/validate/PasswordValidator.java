package kz.umyt.recognize.validate;

import java.util.Locale;
import kz.umyt.recognize.text.Characters;
import kz.umyt.recognize.text.Words;

/**
 * Password after its label. Masks, variables, placeholders, calls, types, words of sentences and
 * dates are not.
 */
final class PasswordValidator implements Validator {

  private static final int LEAST = 4;
  private static final String MASKS = "*•●xXхХ.#_-…";

  @Override
  public Verdict judge(String text, int start, int end) {
    int to = end;
    if (to > start && text.charAt(to - 1) == '.' && endsSentence(text, to)) {
      to--;
    }
    while (to > start && isUnpaired(text, start, to)) {
      to--;
    }
    return isPassword(text, start, to) ? Verdict.accepted(start, to) : Verdict.refused(start, end);
  }

  private static boolean isPassword(String text, int start, int end) {
    if (end - start < LEAST
        || isMask(text, start, end)
        || isVariable(text, start, end)
        || Dates.isOfNumbers(text, start, end)
        || Dates.isIso(text, start, end)) {
      return false;
    }
    String value = text.substring(start, end);
    String lower = value.toLowerCase(Locale.ROOT);
    if (FieldText.isNoValue(lower)
        || lower.contains("://")
        || isMember(value)
        || isCall(text, start, end)) {
      return false;
    }
    if (Surroundings.isWholeText(text, start, end) || Characters.hasDigit(text, start, end)) {
      return true;
    }
    boolean prose = Words.isCyrillic(text, start, end) || text.startsWith("- ", start - 2);
    return !prose && !FieldText.isInSentence(text, start, end);
  }

  private static boolean endsSentence(String text, int end) {
    return end == text.length() || text.charAt(end) <= ' ';
  }

  /** A closing bracket that belongs to what stands around the value. */
  private static boolean isUnpaired(String text, int start, int end) {
    int sign = ")]}".indexOf(text.charAt(end - 1));
    if (sign < 0) {
      return false;
    }
    int open = text.indexOf("([{".charAt(sign), start);
    return open < 0 || open >= end;
  }

  /** Two masking characters in a row, or nothing but them. */
  private static boolean isMask(String text, int start, int end) {
    boolean only = true;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      only &= MASKS.indexOf(c) >= 0;
      if (i > start && "*•●".indexOf(c) >= 0 && text.charAt(i - 1) == c) {
        return true;
      }
    }
    return only || Surroundings.isMasked(text, start, end);
  }

  /** {@code ${NAME}}, {@code $NAME}, {@code %s}, {@code :name}, {@code @name}, {@code {{ … }}}. */
  private static boolean isVariable(String text, int start, int end) {
    char first = text.charAt(start);
    if ("{<[?(".indexOf(first) >= 0) {
      return true;
    }
    if ("$%:@&".indexOf(first) < 0) {
      return false;
    }
    for (int i = start + 1; i < end; i++) {
      char c = text.charAt(i);
      boolean name = Characters.isLatin(c) || c == '_' || "{}%().-:".indexOf(c) >= 0;
      if (!name) {
        return false;
      }
    }
    return true;
  }

  /** Names joined by points, such as {@code form.password}. */
  private static boolean isMember(String value) {
    boolean points = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (!Characters.isLatin(c) && c != '_' && c != '.') {
        return false;
      }
      points |= c == '.';
    }
    return points;
  }

  /** A name and an opening bracket: {@code getPassword()}, {@code os.environ['X']}. */
  private static boolean isCall(String text, int start, int end) {
    int at = start;
    while (at < end
        && (Characters.isLatin(text.charAt(at)) || "._".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    return at > start && at < text.length() && "([".indexOf(text.charAt(at)) >= 0;
  }
}
