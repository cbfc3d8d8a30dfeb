package kz.umyt.settings;

/** What a person may ask for (law 94-V, article 24). */
public enum Right {
  INFORMATION("information"),
  CORRECTION("correction"),
  BLOCKING("blocking"),
  DESTRUCTION("destruction"),
  OBJECTION("objection"),
  WITHDRAWAL("withdrawal");

  private final String word;

  Right(String word) {
    this.word = word;
  }

  /** The word used in files. */
  public String word() {
    return word;
  }
}
