package kz.umyt.policy;

import kz.umyt.settings.Clock;

/** What weight a rule has among the rules that meet on one record. */
public enum Role {
  /**
   * A court has ordered the destruction (Law 94-V art. 18(3)): neither a floor nor a debt stands
   * against it (Digital Code art. 41), only a hold or a block.
   */
  COURT,
  /**
   * The person has withdrawn the consent or asks for destruction (art. 8(7), 24): what a contract
   * or a policy would have kept longer does not stand against it.
   */
  WISH,
  /** The policy keeps the record until its term is over. */
  TERM,
  /** The policy keeps the record at least so long, and does not say when it must go. */
  LEAST,
  /** A law keeps the record at least so long. */
  FLOOR;

  /** The role of a policy's rule. */
  public static Role of(Clock clock, boolean atLeast) {
    if (atLeast) {
      return LEAST;
    }
    return switch (clock) {
      case COURT_DECISION -> COURT;
      case CONSENT_WITHDRAWN, SUBJECT_REQUEST -> WISH;
      case COLLECTED, CONTRACT_END, PURPOSE_REACHED, LAST_ACTIVITY -> TERM;
    };
  }

  /** Whether a record must go when such a rule's term is over. */
  public boolean isMaximum() {
    return this == COURT || this == WISH || this == TERM;
  }
}
