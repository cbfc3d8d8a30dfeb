package kz.umyt.discover;

import java.math.BigDecimal;
import java.util.Optional;
import kz.umyt.recognize.text.Characters;

/** The digits of a number as they were before somebody stored them as a number. */
final class NumberText {

  /** Longer than any identifier; also keeps a huge exponent from becoming a huge text. */
  private static final int MOST_DIGITS = 40;

  /** An IIN of 1 January 2000 has lost three zeros; no IIN or BIN loses more. */
  private static final int LEAST_DIGITS = 9;

  /** Digits of an IIN and of a BIN. */
  static final int FULL = 12;

  private NumberText() {}

  /** Without exponent and without an empty fraction; as written where it is no such number. */
  static String plain(String written) {
    if (isDigits(written)) {
      return withoutFilling(written);
    }
    try {
      BigDecimal number = new BigDecimal(written.strip());
      long digits = (long) number.precision() - number.scale();
      return Math.abs(digits) > MOST_DIGITS || number.scale() > MOST_DIGITS
          ? written
          : number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    } catch (NumberFormatException notOne) {
      return written;
    }
  }

  /** Without the zeros that fill a number up to the width of its column. */
  private static String withoutFilling(String digits) {
    int from = 0;
    while (digits.length() - from > FULL && digits.charAt(from) == '0') {
      from++;
    }
    return digits.substring(from);
  }

  /** Twelve digits, if leading zeros can have been lost. */
  static Optional<String> restored(String digits) {
    return digits.length() >= LEAST_DIGITS && digits.length() < FULL && isDigits(digits)
        ? Optional.of("0".repeat(FULL - digits.length()) + digits)
        : Optional.empty();
  }

  private static boolean isDigits(String text) {
    return Characters.isOfDigits(text, 0, text.length());
  }
}
