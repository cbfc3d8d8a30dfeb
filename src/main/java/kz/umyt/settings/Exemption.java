package kz.umyt.settings;

/** A reason in the policy's own text for which a rule does not apply. */
public enum Exemption {
  OUTSTANDING_OBLIGATION("outstanding-obligation"),
  FLOOR("floor");

  private final String word;

  Exemption(String word) {
    this.word = word;
  }

  /** The word used in files. */
  public String word() {
    return word;
  }
}
