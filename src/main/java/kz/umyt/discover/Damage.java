package kz.umyt.discover;

/** Cells whose value is no longer what it was. */
public record Damage(Kind kind, long cells) {

  /** What was done to it. */
  public enum Kind {
    /** A number as a spreadsheet shows it, such as 8.50101E+11, without its last digits. */
    SCIENTIFIC,
    /** An IIN or BIN that is right only with its leading zeros. */
    LOST_ZEROS,
    /** Text that was read in another encoding than it was written in. */
    MOJIBAKE
  }
}
