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
  private static final int GROUP = 4;

  /** Of a card. */
  private static final int GROUPS = 4;

  private static final int MOST_GROUPS = 8;

  @Override
  public Verdict judge(String text, int start, int end) {
    if (isRestOfIban(text, start, end)) {
      return Verdict.refused(start, end);
    }
    String digits = Luhn.digits(text, start, end);
    if (!Issuers.isCard(digits)
        || (Surroundings.isPointed(text, start, end) && !Surroundings.isFloat(text, start, end))
        || Surroundings.isHexadecimal(text, start, end)
        || Surroundings.isMaskedOnOneSide(text, start, end)
        || isInLongerRow(text, start, end)
        || isInIban(text, start)) {
      return Verdict.refused(start, end);
    }
    return isWeak(digits.length(), end - start) || Surroundings.isFloat(text, start, end)
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
   * Whether groups of four go on beside these, so that they are a part of a longer number: 24
   * digits are no card. Whole cards and a year or a month with its year may stand there.
   */
  private static boolean isInLongerRow(String text, int start, int end) {
    char sign = end - start > GROUP ? text.charAt(start + GROUP) : '\0';
    if (sign != ' ' && sign != '-') {
      return false;
    }
    int before = groups(text, start, sign, -1);
    int after = groups(text, end, sign, 1);
    return before + after > 1 && (before % GROUPS > 0 || after % GROUPS > 0);
  }

  /** How many groups of just four digits follow, each after the sign; no more than are needed. */
  private static int groups(String text, int from, char sign, int step) {
    int count = 0;
    int at = step > 0 ? from : from - 1;
    while (count < MOST_GROUPS && isGroup(text, at, sign, step)) {
      count++;
      at += step * (GROUP + 1);
    }
    return count;
  }

  private static boolean isGroup(String text, int at, char sign, int step) {
    int beyond = at + step * (GROUP + 1);
    int least = Math.min(at, at + step * GROUP);
    int last = Math.max(at, at + step * GROUP);
    if (least < 0 || last >= text.length() || text.charAt(at) != sign) {
      return false;
    }
    int digits = step > 0 ? at + 1 : least;
    boolean more = beyond >= 0 && beyond < text.length() && Characters.isDigit(text.charAt(beyond));
    return !more && Characters.isOfDigits(text, digits, digits + GROUP);
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
  public boolean isRightButForItsCheckDigit(String digits) {
    return Issuers.issue(digits);
  }

  @Override
  public boolean hasCheckDigit() {
    return true;
  }

  @Override
  public double leastScore() {
    return CHECK_DIGIT_SCORE;
  }
}
