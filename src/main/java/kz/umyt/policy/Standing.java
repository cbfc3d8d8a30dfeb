package kz.umyt.policy;

/** Where one record stands under one rule, on one day. */
public enum Standing {
  /** Past its term, not held, not blocked. */
  DUE,
  /** Past its term, kept for a court or an unfinished obligation. */
  HELD,
  /** Past its term, processing suspended during a check. */
  BLOCKED,
  /** Its clock holds nonsense, or nothing where it must hold something: never touched. */
  UNDECIDABLE,
  /** Its clock has not started or its term is not over. */
  KEPT
}
