package kz.umyt.recognize.validate;

import java.time.LocalDate;
import kz.umyt.recognize.text.Characters;

/**
 * Expiry of a payment card as printed on it (ISO/IEC 7813): month and year, the year not far from
 * today, and not a part of a longer date, fraction or number.
 */
final class CardExpiryValidator implements Validator {

  private static final int CENTURY = 2000;
  private static final int YEARS_AGO = 15;
  private static final int YEARS_AHEAD = 20;

  private final int year;

  CardExpiryValidator(LocalDate today) {
    this.year = today.getYear();
  }

  @Override
  public Verdict judge(String text, int start, int end) {
    if (end - start < 2
        || !Characters.isDigit(text.charAt(end - 2))
        || !Characters.isDigit(text.charAt(end - 1))) {
      return Verdict.refused(start, end);
    }
    int expires = CENTURY + Integer.parseInt(text, end - 2, end, 10);
    boolean near = expires >= year - YEARS_AGO && expires <= year + YEARS_AHEAD;
    boolean refused = !near || isPart(text, start, end) || Surroundings.isMasked(text, start, end);
    return refused ? Verdict.refused(start, end) : Verdict.accepted(start, end);
  }

  private static boolean isPart(String text, int start, int end) {
    return Surroundings.isJoined(text, start, end, "./-")
        || Surroundings.precedes(text, end, ',')
        || Surroundings.isWordAt(text, end);
  }
}
