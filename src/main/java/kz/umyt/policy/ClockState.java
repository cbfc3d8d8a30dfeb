package kz.umyt.policy;

/** What one rule's clock says of one record. */
public enum ClockState {
  /** The term is over. */
  OVER,
  /** The clock has not started or the term is not over. */
  RUNNING,
  /** The clock holds nonsense, or nothing where it must hold something. */
  UNDECIDABLE
}
