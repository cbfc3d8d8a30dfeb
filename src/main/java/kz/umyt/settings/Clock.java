package kz.umyt.settings;

/** The event that a term runs from. */
public enum Clock {
  COLLECTED("collected", false),
  CONTRACT_END("contract-end", true),
  CONSENT_WITHDRAWN("consent-withdrawn", true),
  PURPOSE_REACHED("purpose-reached", true),
  LAST_ACTIVITY("last-activity", true),
  COURT_DECISION("court-decision", true),
  SUBJECT_REQUEST("subject-request", true);

  private final String word;
  private final boolean mayNeverCome;

  Clock(String word, boolean mayNeverCome) {
    this.word = word;
    this.mayNeverCome = mayNeverCome;
  }

  /** The word used in files. */
  public String word() {
    return word;
  }

  /** Whether an empty value means "running"; otherwise it is undecidable. */
  public boolean mayNeverCome() {
    return mayNeverCome;
  }
}
