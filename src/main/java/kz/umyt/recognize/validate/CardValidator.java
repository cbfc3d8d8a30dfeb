package kz.umyt.recognize.validate;

import kz.umyt.recognize.text.Characters;
import kz.umyt.recognize.text.Words;

/**
 * Payment card number (ISO/IEC 7812): Luhn, issuer range and the length that the issuer uses.
 * Numbers of 14 digits (Diners Club) need a context word, since time stamps have that length; so do
 * numbers in two halves or digit by digit, since two dates and lists of numbers look alike.
 */
final class CardValidator implements Validator {

  private static final int WEAK_LENGTH = 14;

  @Override
  public Verdict judge(String text, int start, int end) {
    if (isRestOfIban(text, start, end)) {
      return Verdict.refused(start, end);
    }
    String digits = Luhn.digits(text, start, end);
    if (!Issuers.isCard(digits)
        || Surroundings.isPointed(text, start, end)
        || Surroundings.isHexadecimal(text, start, end)
        || Surroundings.isMaskedOnOneSide(text, start, end)
        || isInIban(text, start)) {
      return Verdict.refused(start, end);
    }
    return isWeak(digits.length(), end - start)
        ? Verdict.needsContext(start, end)
        : Verdict.accepted(start, end);
  }

  private static boolean isWeak(int digits, int length) {
    int signs = length - digits;
    boolean unbroken = signs == 0;
    boolean halves = digits == 16 && signs == 1;
    return (digits == WEAK_LENGTH && unbroken) || halves || signs == digits - 1;
  }

  /**
   * Whether these are the digits of an IBAN, correct or not, or its printed groups go on here:
   * {@code KZ27 8562 2031 …}.
   */
  private static boolean isInIban(String text, int start) {
    int at = start;
    while (at > 0 && (Characters.isDigit(text.charAt(at - 1)) || text.charAt(at - 1) == ' ')) {
      at--;
      if (start - at > 34) {
        return false;
      }
    }
    return at >= 2
        && Characters.isDigit(text.charAt(at))
        && Characters.isLatin(text.charAt(at - 1))
        && Characters.isLatin(text.charAt(at - 2))
        && (at == 2 || !Words.isWordPart(text.charAt(at - 3)));
  }

  /** Whether an account number, right or wrong, has begun before: {@code KZ278562203139421566}. */
  private static boolean isRestOfIban(String text, int start, int end) {
    return start >= 2
        && IbanValidator.isAboutLength(
            text.charAt(start - 2), text.charAt(start - 1), end - start + 2)
        && (start == 2 || !Characters.isLatin(text.charAt(start - 3)));
  }

  @Override
  public double leastScore() {
    return CHECK_DIGIT_SCORE;
  }
}
