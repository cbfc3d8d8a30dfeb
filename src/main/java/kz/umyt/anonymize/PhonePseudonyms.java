package kz.umyt.anonymize;

/**
 * Telephone numbers that nobody has, in the written form of the original: plus, trunk 8, brackets,
 * spaces and hyphens stay where they are.
 *
 * <p>In zone 7 the Republic of Kazakhstan has the national numbers that begin with 0, 6 and 7, and
 * uses only those with 7 (numbering plan as of libphonenumber). So the billion of numbers with 7 is
 * permuted onto the billion with 6, that of the Russian mobiles with 9 onto the one with 0: two of
 * either never meet, and one number has one pseudonym, however it is written. Other numbers of the
 * zone go to 0 too, numbers of other countries to +999, a calling code that ITU-T E.164 does not
 * assign, local ones to a first digit 1, which no subscriber has. What is no number at all becomes
 * eleven digits. These can meet.
 */
final class PhonePseudonyms {
  /** The least characters that a column must hold. */
  static final int MIN_LENGTH = 10;

  private static final String SIGNS = "+()-./ \u00a0\u2011";
  private static final int SHORTEST = 5;

  /** Two more than the longest of E.164, for extensions. */
  private static final int LONGEST = 20;

  private static final int NATIONAL = 10;
  private static final long BILLION = 1_000_000_000L;

  private final KeyedNumbers numbers;
  private final int maxLength;

  PhonePseudonyms(KeyedNumbers numbers, int maxLength) {
    this.numbers = numbers;
    this.maxLength = maxLength;
  }

  String ofText(String text) {
    String digits = Digits.of(text);
    boolean number =
        Digits.areAllBut(text, SIGNS)
            && text.lastIndexOf('+') <= 0
            && digits.length() >= SHORTEST
            && digits.length() <= LONGEST;
    if (number) {
      return Digits.laidOut(text, changed(digits, text.charAt(0) == '+'));
    }
    // Nothing of it may stay: there can be names beside the digits.
    String national = "6" + nine(numbers.below(BILLION, "no phone", Values.unpadded(text)));
    return maxLength == NATIONAL ? national : "8" + national;
  }

  /** Of the decimal digits of a number; as many digits. */
  String ofNumber(String plain) {
    String digits = Digits.of(plain);
    return digits.length() <= 18
        ? changed(digits, false)
        : "1" + Digits.padded(numbers.below(Digits.power(17), "no phone", digits), 17);
  }

  private String changed(String digits, boolean plus) {
    int count = digits.length();
    char first = digits.charAt(0);
    if (count > NATIONAL && (first == '7' || (first == '8' && !plus))) {
      String national = digits.substring(1, NATIONAL + 1);
      int more = count - NATIONAL - 1;
      return first + national(national) + other("extension", more, digits);
    }
    if (count == NATIONAL && !plus) {
      return national(digits);
    }
    String prefix = plus || count > NATIONAL ? "999" : "1";
    int free = Math.max(count, SHORTEST) - prefix.length();
    String other = prefix + other("other", free, digits);
    return other.equals(digits) ? prefix + other("other again", free, digits) : other;
  }

  private String national(String digits) {
    char first = digits.charAt(0);
    long rest = Digits.number(digits, 1, NATIONAL);
    return switch (first) {
      case '7' -> "6" + nine(numbers.permuted(rest, BILLION, "kz"));
      case '9' -> "0" + nine(numbers.permuted(rest, BILLION, "ru"));
      default -> "0" + nine(numbers.below(BILLION, "zone 7", digits));
    };
  }

  private static String nine(long number) {
    return Digits.padded(number, 9);
  }

  private String other(String purpose, int count, String digits) {
    return count == 0
        ? ""
        : Digits.padded(numbers.below(Digits.power(count), purpose, digits), count);
  }
}
