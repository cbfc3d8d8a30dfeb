package kz.umyt.anonymize;

import kz.umyt.recognize.validate.Luhn;

/**
 * Card numbers that no issuer gives out: of the right length and layout, with a wrong check digit
 * (ISO/IEC 7812-1, annex B). That standard leaves numbers with 9 to the country whose ISO 3166
 * number follows; 990 to 999 are no country's, and neither is 000, which 19 digits begin with so
 * that they fit into eight bytes. Two numbers can meet, once in some 10<sup>12</sup> pairs.
 */
final class CardPseudonyms {
  /** The characters of a pseudonym for what is no card number: a column must hold them. */
  static final int LENGTH = 16;

  private static final int SHORTEST = 12;
  private static final int LONGEST = 19;

  private final KeyedNumbers numbers;

  CardPseudonyms(KeyedNumbers numbers) {
    this.numbers = numbers;
  }

  String of(String text) {
    String digits = Digits.of(text);
    boolean number =
        Digits.areAllBut(text, " -\u00a0")
            && digits.length() >= SHORTEST
            && digits.length() <= LONGEST;
    return number && text.charAt(0) != '-'
        ? Digits.laidOut(text, invented(digits, digits.length()))
        : invented(Values.unpadded(text), LENGTH);
  }

  private String invented(String text, int length) {
    String prefix = length == LONGEST ? "9000" : "999";
    int free = length - prefix.length() - 1;
    String body = prefix + Digits.padded(numbers.below(Digits.power(free), "card", text), free);
    long wrong = 1 + numbers.below(9, "card check", text);
    for (int digit = 0; digit < 10; digit++) {
      if (Luhn.isCorrect(body + digit)) {
        return body + (digit + wrong) % 10;
      }
    }
    throw new IllegalStateException("a number without a check digit");
  }
}
