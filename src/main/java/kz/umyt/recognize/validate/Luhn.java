package kz.umyt.recognize.validate;

import kz.umyt.recognize.text.Characters;

/** The check of ISO/IEC 7812-1, annex B. */
public final class Luhn {

  private Luhn() {}

  /** Whether a number of digits only is correct and not all zeros. */
  public static boolean isCorrect(CharSequence digits) {
    int sum = 0;
    boolean zeros = true;
    boolean twice = false;
    for (int i = digits.length() - 1; i >= 0; i--) {
      int digit = digits.charAt(i) - '0';
      zeros &= digit == 0;
      int value = twice ? digit * 2 : digit;
      sum += value > 9 ? value - 9 : value;
      twice = !twice;
    }
    return !zeros && sum % 10 == 0;
  }

  /** The digits of a span, everything else left out. */
  static String digits(String text, int start, int end) {
    if (Characters.isOfDigits(text, start, end)) {
      return text.substring(start, end);
    }
    StringBuilder digits = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (Characters.isDigit(c)) {
        digits.append(c);
      }
    }
    return digits.toString();
  }
}
