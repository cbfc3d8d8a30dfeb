package kz.umyt.recognize.validate;

/**
 * What a validator says of a candidate.
 *
 * @param start of the value itself, which may be less than the candidate
 * @param end exclusive; after a refusal, the first offset where another candidate may start
 */
public record Verdict(Answer answer, int start, int end) {

  public enum Answer {
    REFUSED,
    /** Correct in form, but so weak that only a context word makes it a finding. */
    NEEDS_CONTEXT,
    ACCEPTED
  }

  /** Above this length a refused candidate is not tried again from its second character. */
  private static final int TRIED_AGAIN = 64;

  static Verdict accepted(int start, int end) {
    return new Verdict(Answer.ACCEPTED, start, end);
  }

  static Verdict needsContext(int start, int end) {
    return new Verdict(Answer.NEEDS_CONTEXT, start, end);
  }

  /**
   * Refused, and the next candidate may start one character on. Candidates that are longer than any
   * identifier are left as a whole, which keeps the search linear.
   */
  static Verdict refused(int start, int end) {
    return refusedUntil(end - start > TRIED_AGAIN ? end : start + 1);
  }

  static Verdict refusedUntil(int next) {
    return new Verdict(Answer.REFUSED, next, next);
  }
}
