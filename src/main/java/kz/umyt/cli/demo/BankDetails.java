package kz.umyt.cli.demo;

import java.util.List;

/** Card and account numbers that no bank has issued. */
final class BankDetails {
  /** Beginnings of the numbers that payment systems publish for tests. */
  private static final List<String> TEST_CARDS =
      List.of("411111", "424242", "400000", "401288", "555555", "510510", "520082", "222300");

  private static final List<String> MASKED_CARDS =
      List.of("440043", "411111", "424242", "555555", "510510");

  /** No bank of Kazakhstan has this code. */
  private static final String BANK = "995";

  private static final String ACCOUNT_LETTERS = "ABCKRSTU";

  private BankDetails() {}

  /** Sixteen digits. */
  static String card(SeededRandom random) {
    return CheckDigits.luhn(random.pick(TEST_CARDS) + random.digits(9));
  }

  /** In groups of four, as people type it. */
  static String groups(String card) {
    return card.substring(0, 4)
        + " "
        + card.substring(4, 8)
        + " "
        + card.substring(8, 12)
        + " "
        + card.substring(12);
  }

  /** Such as {@code 440043******1234}: already made safe by the payment system. */
  static String maskedCard(SeededRandom random) {
    return random.pick(MASKED_CARDS) + "******" + random.digits(4);
  }

  /** Twenty characters; some accounts hold a letter. */
  static String iban(SeededRandom random) {
    String account = random.digits(12);
    String extra =
        random.percent(30)
            ? String.valueOf(ACCOUNT_LETTERS.charAt(random.below(ACCOUNT_LETTERS.length())))
            : random.digits(1);
    return CheckDigits.iban(BANK + extra + account);
  }
}
