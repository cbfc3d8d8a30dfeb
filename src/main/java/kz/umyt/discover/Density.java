package kz.umyt.discover;

/**
 * Any number passes a check digit now and then; this tells numbers that are meant to pass it from
 * numbers that happen to.
 *
 * <p>A number that is laid out like an IIN (a date of birth, a century) or like a card (an issuer's
 * beginning and its length) and is none has the right last digit by chance once in eleven or ten
 * times, whatever it is: an order number, a counter behind a date, a random number. So of all such
 * numbers in the column those that pass are counted; where they are no more than a tenth and three
 * standard deviations of it, the column holds numbers of another kind. Of fewer than twenty such
 * numbers nothing is said.
 *
 * @param candidates different values that are right in all but perhaps the check digit
 * @param passed of these, values in which the entity was found and confirmed
 * @param chance whether that is no more than numbers of another kind would give
 */
public record Density(long candidates, long passed, boolean chance) {

  private static final double BY_CHANCE = 0.1;
  private static final int DEVIATIONS = 3;
  private static final int LEAST = 20;

  /**
   * Judges.
   *
   * @param passed different values that pass the check
   * @param missed different values that only fail it
   */
  static Density of(long passed, long missed) {
    long candidates = passed + missed;
    double expected = BY_CHANCE * candidates;
    double deviation = Math.sqrt(expected * (1 - BY_CHANCE));
    return new Density(
        candidates, passed, candidates >= LEAST && passed <= expected + DEVIATIONS * deviation);
  }
}
