package kz.umyt.policy;

/** Where one record stands on one day, under all the rules that meet on it. */
public enum Standing {
  /** Past its term, and nothing keeps it. */
  DUE,
  /** Past its term, kept for a court or another authority. */
  HELD,
  /** Past its term, processing suspended during a check. */
  BLOCKED,
  /** Past its term, kept because a law asks for a longer one. */
  FLOOR,
  /** Past its term, kept because an obligation is outstanding. */
  OBLIGED,
  /** Past one term of the policy, while the policy itself promises to keep it longer. */
  CONFLICT,
  /** What would decide holds nonsense, or nothing where it must hold something: never touched. */
  UNDECIDABLE,
  /** Its clock has not started or its term is not over. */
  KEPT
}
