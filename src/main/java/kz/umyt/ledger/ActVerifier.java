package kz.umyt.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Checks an {@code act.json} against the ledger it came from, offline: the ledger's chain is
 * intact, one of its {@code act-written} entries records exactly these bytes, and the entry {@code
 * ledger.to} that the Act names still has the hash {@code ledger.head}.
 */
public final class ActVerifier {
  /**
   * Event of the entry that records an Act. Its details: {@code act} the number as printed, {@code
   * sha256} of the file's bytes ({@link Sha256#ofFile}), {@code file} its name.
   */
  public static final String ACT_WRITTEN = "act-written";

  private ActVerifier() {}

  /**
   * Checks one Act.
   *
   * @throws IOException if one of the files does not exist or cannot be read
   */
  public static ActVerification verify(Path act, Path ledger) throws IOException {
    byte[] bytes = Files.readAllBytes(act);
    Witness witness = new Witness(Sha256.hex(bytes), ActClaim.read(bytes));
    Verification found = LedgerVerifier.verify(ledger, witness);
    return found instanceof Verification.Intact intact
        ? witness.judge(intact)
        : new ActVerification.LedgerAltered((Verification.Altered) found);
  }

  /** Looks for what the ledger has to say about one Act. */
  private static final class Witness implements Consumer<Entry> {
    private final String sha256;
    private final ActClaim claim;
    private @Nullable Entry record;
    private @Nullable Entry sameNumber;
    private boolean headFound;

    Witness(String sha256, ActClaim claim) {
      this.sha256 = sha256;
      this.claim = claim;
    }

    @Override
    public void accept(Entry entry) {
      headFound |= entry.seq() == claim.to() && entry.hash().equals(claim.head());
      if (!entry.event().equals(ACT_WRITTEN)) {
        return;
      }
      if (entry.text("sha256").filter(sha256::equals).isPresent()) {
        record = entry;
      } else if (entry.text("act").filter(claim.number()::equals).isPresent()) {
        sameNumber = entry;
      }
    }

    ActVerification judge(Verification.Intact intact) {
      if (record != null && headFound && claim.to() < record.seq()) {
        return new ActVerification.Intact(record.text("act").orElse(""), record.seq(), intact);
      }
      if (record != null) {
        return new ActVerification.Altered(
            "entry " + record.seq() + " records it, but the ledger has not the head it names");
      }
      return new ActVerification.Altered(
          sameNumber == null
              ? "no entry of this ledger records it"
              : "entry " + sameNumber.seq() + " records an Act of this number with other content");
    }
  }
}
