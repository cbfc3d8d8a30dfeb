package kz.umyt.recognize;

/**
 * One word out of few, such as a sex: neither a part of an abbreviation ({@code ж/б}) nor a choice
 * of a blank form that nobody has made yet ({@code М/Ж}, {@code male/female}).
 */
final class ChoiceValidator implements Validator {

  @Override
  public Verdict judge(String text, int start, int end) {
    boolean open =
        isPart(text, end, 1)
            || isPart(text, start - 1, -1)
            || Surroundings.isMasked(text, start, end);
    return open ? Verdict.refused(start, end) : Verdict.accepted(start, end);
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
