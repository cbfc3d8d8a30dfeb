package kz.umyt.recognize.validate;

import kz.umyt.recognize.text.Characters;

/**
 * Magnetic stripe data of a payment card (ISO/IEC 7813), tracks 1 and 2: a card number that passes
 * Luhn and belongs to a known issuer, then the expiry as year and month. Without the signs around
 * it, it must not be a part of a word, as digests with a D between digits are.
 */
final class CardTrackValidator implements Validator {

  @Override
  public Verdict judge(String text, int start, int end) {
    int from = start;
    while (from < end && !Characters.isDigit(text.charAt(from))) {
      from++;
    }
    int to = from;
    while (to < end && (Characters.isDigit(text.charAt(to)) || text.charAt(to) == ' ')) {
      to++;
    }
    boolean correct =
        Issuers.isCard(Luhn.digits(text, from, to))
            && !Surroundings.isWordAt(text, start - 1)
            && !Surroundings.isWordAt(text, end)
            && isMonth(text, afterName(text, to, end) + 3, end);
    return correct ? Verdict.accepted(start, end) : Verdict.refused(start, end);
  }

  /** The last sign before the expiry: that of track 2, or the second of track 1. */
  private static int afterName(String text, int sign, int end) {
    if (sign == end || text.charAt(sign) != '^') {
      return sign;
    }
    int second = text.indexOf('^', sign + 1);
    return second < 0 ? end : second;
  }

  private static boolean isMonth(String text, int at, int end) {
    if (at + 2 > end
        || !Characters.isDigit(text.charAt(at))
        || !Characters.isDigit(text.charAt(at + 1))) {
      return false;
    }
    int month = Integer.parseInt(text, at, at + 2, 10);
    return month >= 1 && month <= 12;
  }

  /** Above every score of the card number inside it. */
  @Override
  public double leastScore() {
    return 1.0;
  }
}
