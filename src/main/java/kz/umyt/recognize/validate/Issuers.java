package kz.umyt.recognize.validate;

import java.util.Arrays;
import java.util.List;

/** Ranges of issuer identification numbers and the card lengths in use there. */
final class Issuers {

  /** A range of the first four digits; lengths as a mask of bits. */
  private record Range(int from, int to, int lengths) {}

  private static final List<Range> RANGES =
      List.of(
          visa(4000, 4999),
          // Mastercard, the 2 series included.
          new Range(5100, 5599, lengths(16)),
          new Range(2221, 2720, lengths(16)),
          // Mir.
          new Range(2200, 2204, lengths(16, 17, 18, 19)),
          // American Express.
          new Range(3400, 3499, lengths(15)),
          new Range(3700, 3799, lengths(15)),
          // Diners Club.
          new Range(3000, 3059, lengths(14, 16, 17, 18, 19)),
          new Range(3600, 3699, lengths(14, 16, 17, 18, 19)),
          new Range(3800, 3999, lengths(14, 16, 17, 18, 19)),
          // JCB.
          new Range(3528, 3589, lengths(16, 17, 18, 19)),
          // UnionPay.
          new Range(6200, 6299, lengths(16, 17, 18, 19)),
          new Range(8100, 8171, lengths(16, 17, 18, 19)),
          // Dankort.
          new Range(5019, 5019, lengths(16)),
          // Discover.
          new Range(6011, 6011, lengths(16, 19)),
          new Range(6440, 6599, lengths(16, 19)),
          // Maestro.
          new Range(5018, 5018, lengths(16, 18, 19)),
          new Range(5020, 5020, lengths(16, 18, 19)),
          new Range(5038, 5038, lengths(16, 18, 19)),
          new Range(5893, 5893, lengths(16, 18, 19)),
          new Range(6304, 6304, lengths(16, 18, 19)),
          new Range(6759, 6763, lengths(16, 18, 19)));

  private static final int BEGINNINGS = 10_000;

  /** The lengths of each first four digits. */
  private static final int[] LENGTHS = new int[BEGINNINGS];

  static {
    for (Range range : RANGES) {
      Arrays.fill(LENGTHS, range.from(), range.to() + 1, range.lengths());
    }
  }

  private Issuers() {}

  /** Visa gave up 13 digits long ago. */
  private static Range visa(int from, int to) {
    return new Range(from, to, lengths(16, 18, 19));
  }

  private static int lengths(int... lengths) {
    int mask = 0;
    for (int length : lengths) {
      mask |= 1 << length;
    }
    return mask;
  }

  /** Whether digits are a card number: of some issuer and with a correct check digit. */
  static boolean isCard(String digits) {
    return issue(digits) && Luhn.isCorrect(digits);
  }

  /** Whether some issuer uses numbers of this beginning and length. */
  static boolean issue(String digits) {
    if (digits.length() < 14 || digits.length() > 19) {
      return false;
    }
    int first = 0;
    for (int i = 0; i < 4; i++) {
      first = first * 10 + digits.charAt(i) - '0';
    }
    return (LENGTHS[first] >>> digits.length() & 1) != 0;
  }
}
