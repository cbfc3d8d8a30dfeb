package kz.umyt.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckDigitsTest {

  /** Numbers of organisations from published policies; BIN and IIN share one algorithm. */
  @ParameterizedTest
  @ValueSource(strings = {"081040014026", "250140021383", "980540000397", "240740012077"})
  void completesPublishedNumbers(String number) {
    assertThat(CheckDigits.iin(number.substring(0, 11))).contains(number);
  }

  @Test
  void usesTheSecondWeightsAndRefusesWhatIsNeverIssued() {
    // First weights: 1*1 + 1*9 = 10. Second: 1*3 + 1*11 = 14 = 3 (mod 11).
    assertThat(CheckDigits.iin("10000000100")).contains("100000001003");
    // First weights: 6*9 = 54 = 10. Second: 6*11 = 66 = 0.
    assertThat(CheckDigits.iin("00000000600")).contains("000000006000");
    // First weights: 6*1 + 5*3 = 21 = 10. Second: 6*3 + 5*5 = 43 = 10.
    assertThat(CheckDigits.iin("60500000000")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"4111111111111111", "5555555555554444", "4012888888881881"})
  void completesPublishedTestCards(String card) {
    assertThat(CheckDigits.luhn(card.substring(0, 15))).isEqualTo(card);
  }

  /** The example that the IBAN registry gives for Kazakhstan. */
  @Test
  void completesTheRegistrysExample() {
    assertThat(CheckDigits.iban("125KZT5004100100")).isEqualTo("KZ86125KZT5004100100");
  }

  static boolean isIin(String iin) {
    int sum = 0;
    for (int i = 0; i < 11; i++) {
      sum += (i + 1) * (iin.charAt(i) - '0');
    }
    if (sum % 11 == 10) {
      sum = 0;
      for (int i = 0; i < 11; i++) {
        sum += ((i + 2) % 11 + 1) * (iin.charAt(i) - '0');
      }
    }
    return iin.length() == 12 && sum % 11 == iin.charAt(11) - '0';
  }

  static boolean isLuhn(String card) {
    int sum = 0;
    for (int i = 0; i < card.length(); i++) {
      int digit = card.charAt(card.length() - 1 - i) - '0';
      sum += i % 2 == 0 ? digit : digit * 2 / 10 + digit * 2 % 10;
    }
    return sum % 10 == 0;
  }

  static boolean isIban(String iban) {
    StringBuilder digits = new StringBuilder();
    (iban.substring(4) + iban.substring(0, 4))
        .chars()
        .forEach(c -> digits.append(Character.digit(c, 36)));
    return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
  }
}
