package kz.umyt.settings;

/**
 * The business identification number of Kazakhstan: twelve digits, the fifth 4 to 6, the last a
 * check digit (weights 1 to 11 modulo 11, then 3 to 11, 1, 2 where the first pass gives 10).
 */
final class Bin {

  private static final int DIGITS = 12;
  private static final int SECOND_PASS_SHIFT = 2;

  private Bin() {}

  static boolean isValid(String text) {
    if (text.length() != DIGITS || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return false;
    }
    int kind = digit(text, 4);
    if (kind < 4 || kind > 6) {
      return false;
    }
    int check = remainder(text, 0);
    return digit(text, DIGITS - 1) == (check == 10 ? remainder(text, SECOND_PASS_SHIFT) : check);
  }

  private static int remainder(String text, int shift) {
    int sum = 0;
    for (int i = 0; i < DIGITS - 1; i++) {
      int weight = (i + shift) % (DIGITS - 1) + 1;
      sum += digit(text, i) * weight;
    }
    return sum % 11;
  }

  private static int digit(String text, int at) {
    return text.charAt(at) - '0';
  }
}
