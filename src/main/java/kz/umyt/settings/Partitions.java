package kz.umyt.settings;

/** What becomes of a partition of a table whose rows are all due. */
public enum Partitions {
  /** Its rows are deleted, and it stays. */
  KEEP("keep"),
  /** It is dropped as a whole. */
  DROP("drop");

  private final String word;

  Partitions(String word) {
    this.word = word;
  }

  /** The word used in files. */
  public String word() {
    return word;
  }
}
