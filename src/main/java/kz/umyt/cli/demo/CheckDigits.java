package kz.umyt.cli.demo;

import java.util.Optional;

/** Completes numbers whose last or leading digits are computed from the others. */
final class CheckDigits {
  private static final int[] FIRST_WEIGHTS = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
  private static final int[] SECOND_WEIGHTS = {3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2};

  private CheckDigits() {}

  /**
   * An IIN from its first eleven digits, by the weights of Kazakhstan's rules for identification
   * numbers; empty for the few beginnings that are never issued.
   */
  static Optional<String> iin(String elevenDigits) {
    int check = weighted(elevenDigits, FIRST_WEIGHTS);
    if (check == 10) {
      check = weighted(elevenDigits, SECOND_WEIGHTS);
    }
    return check == 10 ? Optional.empty() : Optional.of(elevenDigits + check);
  }

  private static int weighted(String digits, int[] weights) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += (digits.charAt(i) - '0') * weights[i];
    }
    return sum % 11;
  }

  /** A card number from all its digits but the last (ISO/IEC 7812-1, Luhn). */
  static String luhn(String digits) {
    int sum = 0;
    boolean doubled = true;
    for (int i = digits.length() - 1; i >= 0; i--) {
      int digit = digits.charAt(i) - '0';
      if (doubled) {
        digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
      }
      sum += digit;
      doubled = !doubled;
    }
    return digits + (10 - sum % 10) % 10;
  }

  /** A Kazakh IBAN from bank code and account, digits and capital letters (ISO 13616, mod 97). */
  static String iban(String bankAndAccount) {
    int check = 98 - mod97(bankAndAccount + "KZ00");
    return "KZ" + (check < 10 ? "0" : "") + check + bankAndAccount;
  }

  private static int mod97(String rearranged) {
    int remainder = 0;
    for (int i = 0; i < rearranged.length(); i++) {
      int value = Character.digit(rearranged.charAt(i), 36);
      remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
    }
    return remainder;
  }
}
