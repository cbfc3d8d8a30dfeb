package kz.umyt.recognize.validate;

import kz.umyt.recognize.text.Characters;
import kz.umyt.recognize.text.Words;

/** A date as it is written: up to three numbers in their order and perhaps the word of a month. */
final class WrittenDate {

  private static final int MOST = 3;

  /** Digits in a row that hold a whole date. */
  private static final int LONGEST = 8;

  private final int[] numbers = new int[MOST];
  private final int[] lengths = new int[MOST];
  private final int month;
  private int count;

  WrittenDate(String text, int start, int end) {
    int at = start;
    while (at < end) {
      int from = at;
      int number = 0;
      while (at < end && at - from < LONGEST && Characters.isDigit(text.charAt(at))) {
        number = number * 10 + text.charAt(at) - '0';
        at++;
      }
      if (at > from) {
        add(number, at - from);
      } else {
        at++;
      }
    }
    this.month =
        Words.of(text, start, end).stream()
            .mapToInt(Dates::month)
            .filter(named -> named > 0)
            .findFirst()
            .orElse(0);
  }

  private void add(int number, int length) {
    if (count < MOST) {
      numbers[count] = number;
      lengths[count] = length;
    }
    count++;
  }

  /** How many numbers there are. */
  int count() {
    return count;
  }

  int number(int index) {
    return numbers[index];
  }

  /** With how many digits a number is written. */
  int length(int index) {
    return lengths[index];
  }

  /** The month that a word names, or 0. */
  int month() {
    return month;
  }
}
