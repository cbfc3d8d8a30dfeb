package kz.umyt.ledger;

/** What a check of an Act against its ledger found. */
public sealed interface ActVerification {

  /**
   * The Act is the one that was written, and its ledger is intact.
   *
   * @param act its number as printed
   * @param seq the ledger's entry that records it
   * @param ledger state of the ledger
   */
  record Intact(String act, long seq, Verification.Intact ledger) implements ActVerification {}

  /**
   * The Act is not the one that was written, or not of this ledger.
   *
   * @param reason what is wrong, without any content of the Act
   */
  record Altered(String reason) implements ActVerification {}

  /** The ledger itself was altered, so it proves nothing about the Act. */
  record LedgerAltered(Verification.Altered ledger) implements ActVerification {}
}
