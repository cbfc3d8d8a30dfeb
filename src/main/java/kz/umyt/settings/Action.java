package kz.umyt.settings;

/** What happens to a due record. */
public enum Action {
  DESTROY("destroy"),
  ANONYMIZE("anonymize");

  private final String word;

  Action(String word) {
    this.word = word;
  }

  /** The word used in files. */
  public String word() {
    return word;
  }
}
