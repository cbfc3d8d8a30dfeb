package kz.umyt.ledger;

/** What a check of a whole ledger found. */
public sealed interface Verification {

  /**
   * Every entry is the one that was written, in its place.
   *
   * @param entries how many
   * @param head hash of the last one
   * @param unfinished true if bytes without a line feed follow it: somebody is writing, or a crash
   *     tore the line; the next start settles it
   */
  record Intact(long entries, String head, boolean unfinished) implements Verification {}

  /**
   * Something is not as it was written.
   *
   * @param line one-based line of the first alteration
   * @param seq sequence number of the entry that should stand there
   * @param reason what is wrong, without any content of the entry
   */
  record Altered(long line, long seq, String reason) implements Verification {}
}
