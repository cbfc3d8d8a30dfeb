package kz.umyt.recognize.validate;

import kz.umyt.recognize.text.Characters;

/**
 * Machine-readable lines of travel and identity documents (ICAO Doc 9303): the check digit of the
 * document number, of 30 characters for cards (part 5) and of 44 for passports (part 4); in the
 * latter also those of both dates.
 */
final class MachineLineValidator implements Validator {

  private static final int CARD_LINE = 30;
  private static final int PASSPORT_LINE = 44;

  private static final int[] WEIGHTS = {7, 3, 1};

  @Override
  public Verdict judge(String text, int start, int end) {
    boolean correct =
        switch (end - start) {
          case CARD_LINE -> isChecked(text, start + 5, 9);
          case PASSPORT_LINE ->
              isChecked(text, start, 9)
                  && isChecked(text, start + 13, 6)
                  && isChecked(text, start + 21, 6);
          default -> false;
        };
    return correct ? Verdict.accepted(start, end) : Verdict.refused(start, end);
  }

  /** Whether the digit after a field is its check digit. */
  private static boolean isChecked(String text, int from, int length) {
    int sum = 0;
    for (int i = 0; i < length; i++) {
      sum += value(text.charAt(from + i)) * WEIGHTS[i % 3];
    }
    return text.charAt(from + length) - '0' == sum % 10;
  }

  private static int value(char c) {
    if (Characters.isDigit(c)) {
      return c - '0';
    }
    return c == '<' ? 0 : Character.toUpperCase(c) - 'A' + 10;
  }

  @Override
  public double leastScore() {
    return CHECK_DIGIT_SCORE;
  }
}
