package kz.umyt.recognize.validate;

import kz.umyt.recognize.text.Words;

/**
 * The country in {@code гражданин РК}, which laws say of everybody: a name must follow or stand
 * right before, or nothing else on the line.
 */
final class CitizenValidator implements Validator {

  private static final int LONGEST_LABEL = 20;

  private final Validator choice = new ChoiceValidator();

  @Override
  public Verdict judge(String text, int start, int end) {
    int label = labelStart(text, start);
    boolean line =
        (label == 0 || text.charAt(label - 1) == '\n')
            && (end == text.length() || "\r\n".indexOf(text.charAt(end)) >= 0);
    return line || isBeforeName(text, end) || (isAfterName(text, label) && isClosed(text, end))
        ? choice.judge(text, start, end)
        : Verdict.refused(start, end);
  }

  /** Where the word or words before start: {@code гражданка}, {@code citizen of the}. */
  private static int labelStart(String text, int start) {
    int at = start;
    int least = Math.max(0, start - LONGEST_LABEL);
    while (at > least && isOfLabel(text.charAt(at - 1))) {
      at--;
    }
    while (at < start && text.charAt(at) == ' ') {
      at++;
    }
    return at;
  }

  private static boolean isOfLabel(char c) {
    return c == ' ' || c == '-' || Words.isWordPart(c);
  }

  /** {@code гражданин РК Ахметов Е.}: two words with capitals, or one and an initial. */
  private static boolean isBeforeName(String text, int end) {
    int name = end + (text.startsWith(", ", end) ? 2 : 1);
    int surname = endOfCapitalized(text, name);
    return name - 1 < text.length()
        && text.charAt(name - 1) == ' '
        && surname > name + 1
        && text.startsWith(" ", surname)
        && isCapitalizedOrInitial(text, surname + 1);
  }

  private static boolean isCapitalizedOrInitial(String text, int from) {
    int end = endOfCapitalized(text, from);
    return end > from + 1 || (end == from + 1 && text.startsWith(".", end));
  }

  /** The end of a word with a capital letter first, or -1. */
  private static int endOfCapitalized(String text, int from) {
    if (from >= text.length() || !Character.isUpperCase(text.charAt(from))) {
      return -1;
    }
    int at = from;
    while (at < text.length() && Words.isWordPart(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** {@code Ахметов Е. С., гражданин РК}. */
  private static boolean isAfterName(String text, int label) {
    int at = label - (text.startsWith(" ", label - 1) ? 2 : 1);
    if (at < 1 || text.charAt(at) != ',') {
      return false;
    }
    int end = text.charAt(at - 1) == '.' ? at - 1 : at;
    int from = end;
    while (from > 0 && Words.isWordPart(text.charAt(from - 1))) {
      from--;
    }
    boolean initial = end < at && end - from == 1;
    return from < end
        && Character.isUpperCase(text.charAt(from))
        && (initial || (end == at && from >= 2 && isInName(text, from)));
  }

  /** Whether another word with a capital stands before the one at {@code from}. */
  private static boolean isInName(String text, int from) {
    int at = from - 1;
    if (text.charAt(at) != ' ') {
      return false;
    }
    while (at > 0 && Words.isWordPart(text.charAt(at - 1))) {
      at--;
    }
    return Character.isUpperCase(text.charAt(at));
  }

  private static boolean isClosed(String text, int end) {
    return end == text.length() || ",;.)\n\r".indexOf(text.charAt(end)) >= 0;
  }
}
