package kz.umyt.recognize.validate;

/**
 * What stands in one row with a card number: {@code 4400…|09|27|123}, as lists of stolen cards and
 * careless exports write it. Counts only behind a number that some issuer issues and that passes
 * Luhn.
 */
final class BesideCardValidator implements Validator {

  /** How far back, in characters, the number may start. */
  private static final int REACH = 40;

  private static final int[] LENGTHS = {16, 15};

  private final Validator itself;
  private final int[] between;

  /**
   * A validator.
   *
   * @param itself judges the value alone
   * @param between how many digits may stand between the card number and the value
   */
  BesideCardValidator(Validator itself, int... between) {
    this.itself = itself;
    this.between = between.clone();
  }

  @Override
  public Verdict judge(String text, int start, int end) {
    Verdict verdict = itself.judge(text, start, end);
    if (verdict.answer() == Verdict.Answer.REFUSED || isBehindCard(text, start)) {
      return verdict;
    }
    return Verdict.refused(start, end);
  }

  private boolean isBehindCard(String text, int start) {
    String digits = Luhn.digits(text, Math.max(0, start - REACH), start);
    for (int skipped : between) {
      int end = digits.length() - skipped;
      for (int length : LENGTHS) {
        if (end >= length && Issuers.isCard(digits.substring(end - length, end))) {
          return true;
        }
      }
    }
    return false;
  }
}
