package kz.umyt.recognize.validate;

/** A check beyond the pattern: check digits, a calendar, an issuer range, a numbering plan. */
public interface Validator {

  /** The least score of what a check digit confirmed; above the usual threshold of 0.5. */
  double CHECK_DIGIT_SCORE = 0.85;

  /**
   * Judges a candidate.
   *
   * @param text folded
   */
  Verdict judge(String text, int start, int end);

  /**
   * Whether digits, and nothing else, are right in all but perhaps the check digit. By chance one
   * in ten or eleven of such numbers has the right one, whatever they are.
   */
  default boolean isRightButForItsCheckDigit(String digits) {
    return false;
  }

  /** Whether {@link #isRightButForItsCheckDigit} is ever true. */
  default boolean hasCheckDigit() {
    return false;
  }

  /** The score a confirmed value has at least; 0 leaves the score of the pattern. */
  default double leastScore() {
    return 0;
  }
}
