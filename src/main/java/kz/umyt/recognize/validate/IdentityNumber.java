package kz.umyt.recognize.validate;

import kz.umyt.recognize.text.Characters;
import org.jspecify.annotations.Nullable;

/**
 * The twelve digits of an IIN or BIN and their common check digit, as set by the rules on national
 * identification numbers (resolutions P030000565_ and P070000406_ of the Government of the Republic
 * of Kazakhstan).
 */
public final class IdentityNumber {

  static final int LENGTH = 12;

  private static final int NOT_ISSUED = 10;
  private static final int[] SECOND_WEIGHTS = {3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2};

  private final int[] digits;

  private IdentityNumber(int[] digits) {
    this.digits = digits;
  }

  /** The digits of a span, spaces and hyphens aside, or null unless they are twelve. */
  public static @Nullable IdentityNumber read(String text, int start, int end) {
    int[] digits = new int[LENGTH];
    int size = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (Characters.isDigit(c)) {
        if (size == LENGTH) {
          return null;
        }
        digits[size++] = c - '0';
      }
    }
    return size == LENGTH ? new IdentityNumber(digits) : null;
  }

  int digit(int index) {
    return digits[index];
  }

  int twoDigits(int index) {
    return digits[index] * 10 + digits[index + 1];
  }

  /** Whether the last digit is the check digit of the others. */
  public boolean isConfirmed() {
    int remainder = 0;
    for (int i = 0; i < LENGTH - 1; i++) {
      remainder += digits[i] * (i + 1);
    }
    remainder %= 11;
    if (remainder == NOT_ISSUED) {
      remainder = 0;
      for (int i = 0; i < LENGTH - 1; i++) {
        remainder += digits[i] * SECOND_WEIGHTS[i];
      }
      remainder %= 11;
    }
    return remainder == digits[LENGTH - 1];
  }
}
