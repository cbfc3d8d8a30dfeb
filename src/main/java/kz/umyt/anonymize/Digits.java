package kz.umyt.anonymize;

import kz.umyt.recognize.text.Characters;

/** Numbers as people write them: ASCII digits and the signs between them. */
final class Digits {
  private Digits() {}

  /** The digits of a text, everything else left out. */
  static String of(String text) {
    StringBuilder digits = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at++) {
      if (Characters.isDigit(text.charAt(at))) {
        digits.append(text.charAt(at));
      }
    }
    return digits.toString();
  }

  /** Whether a text holds nothing but digits and the given signs. */
  static boolean areAllBut(String text, String signs) {
    for (int at = 0; at < text.length(); at++) {
      if (!Characters.isDigit(text.charAt(at)) && signs.indexOf(text.charAt(at)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** The same text with other digits, as many as it has. */
  static String laidOut(String text, String digits) {
    StringBuilder result = new StringBuilder(text);
    int next = 0;
    for (int at = 0; at < text.length(); at++) {
      if (Characters.isDigit(text.charAt(at))) {
        result.setCharAt(at, digits.charAt(next++));
      }
    }
    return result.toString();
  }

  /** A number with zeros before it. */
  static String padded(long number, int length) {
    String digits = Long.toString(number);
    return "0".repeat(length - digits.length()) + digits;
  }

  /**
   * Ten to a power.
   *
   * @param exponent from 0 to 18
   */
  static long power(int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= 10;
    }
    return power;
  }

  /** The number that some of the digits make. */
  static int number(String digits, int from, int to) {
    int number = 0;
    for (int at = from; at < to; at++) {
      number = 10 * number + digits.charAt(at) - '0';
    }
    return number;
  }
}
