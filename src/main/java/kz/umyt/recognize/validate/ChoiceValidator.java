package kz.umyt.recognize.validate;

import java.util.List;
import java.util.Set;
import kz.umyt.recognize.text.Words;

/**
 * One word out of few, such as a sex: neither a part of an abbreviation ({@code ж/б}) nor a choice
 * of a blank form that nobody has made yet ({@code М/Ж}, {@code male/female}).
 */
final class ChoiceValidator implements Validator {

  private static final Set<String> OR = Set.of("или", "немесе", "or");

  /** What a blank form offers in second place. */
  private static final Set<String> OTHERS =
      Set.of(
          "мужской", "женский", "муж", "жен", "м", "ж", "әйел", "ер", "female", "male", "f", "m",
          "other", "другой");

  @Override
  public Verdict judge(String text, int start, int end) {
    boolean open =
        isPart(text, end, 1)
            || isFollowedByOther(text, end)
            || isInitial(text, start, end)
            || isPart(text, start - 1, -1)
            || Surroundings.isMasked(text, start, end);
    return open ? Verdict.refused(start, end) : Verdict.accepted(start, end);
  }

  /** {@code мужской / женский}, {@code male or female}. */
  private static boolean isFollowedByOther(String text, int end) {
    List<String> after = Surroundings.wordsAfter(text, end);
    char sign = Surroundings.signAfter(text, end);
    boolean joined = "/|\\".indexOf(sign) >= 0;
    int other = joined || after.isEmpty() || !OR.contains(after.get(0)) ? 0 : 1;
    return (joined || (other == 1 && Words.isWordPart(sign)))
        && after.size() > other
        && OTHERS.contains(after.get(other));
  }

  /** {@code пол М. Иванова}: without a sign before it a letter with a point is no sex. */
  private static boolean isInitial(String text, int start, int end) {
    return end - start == 1
        && text.startsWith(".", end)
        && Words.isWordPart(Surroundings.signBefore(text, start));
  }

  /** Whether a sign that joins words and then a letter stand there. */
  private static boolean isPart(String text, int sign, int step) {
    int letter = sign + step;
    boolean inside = Math.min(sign, letter) >= 0 && Math.max(sign, letter) < text.length();
    return inside
        && "/|\\-".indexOf(text.charAt(sign)) >= 0
        && Words.isWordPart(text.charAt(letter));
  }
}
