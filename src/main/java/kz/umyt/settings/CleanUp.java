package kz.umyt.settings;

/** What a database is asked to do with the bytes of rows that are gone. */
public enum CleanUp {
  /** Nothing. */
  NONE("none"),
  /** To clean the space that was set free. */
  PURGE("purge"),
  /** To write the table anew. */
  COMPACT("compact");

  private final String word;

  CleanUp(String word) {
    this.word = word;
  }

  /** The word used in files. */
  public String word() {
    return word;
  }
}
