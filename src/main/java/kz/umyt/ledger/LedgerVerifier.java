package kz.umyt.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Checks a ledger from its first entry to its last, offline, without changing or locking anything,
 * with the memory of one entry.
 *
 * <p>The chain alone cannot show that its end was cut off at a line, or that everything from some
 * entry on was written anew with new hashes. For that the ledger is checked against what an Act on
 * paper or elsewhere says of it.
 */
public final class LedgerVerifier {
  private LedgerVerifier() {}

  /**
   * Checks the chain.
   *
   * @throws IOException if the file does not exist or cannot be read
   */
  public static Verification verify(Path ledger) throws IOException {
    return verify(ledger, entry -> {});
  }

  /**
   * Checks the chain, and that it still contains the entry that an Act names.
   *
   * @param expectedSeq sequence number of that entry
   * @param expectedHash its hash
   * @throws IOException if the file does not exist or cannot be read
   */
  public static Verification verify(Path ledger, long expectedSeq, String expectedHash)
      throws IOException {
    Expected expected = new Expected(expectedSeq, expectedHash);
    Verification found = verify(ledger, expected);
    return found instanceof Verification.Intact intact ? expected.judge(intact) : found;
  }

  /** As {@link #verify(Path)}, showing every entry up to the first altered one. */
  static Verification verify(Path ledger, Consumer<Entry> witness) throws IOException {
    try (ForwardLines lines = ForwardLines.open(ledger)) {
      Chain chain = Chain.START;
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        Entry entry;
        try {
          entry = EntryFormat.parse(line);
        } catch (MalformedEntryException malformed) {
          return altered(chain.seq() + 1, malformed.reason());
        }
        String refusal = chain.refusal(entry);
        if (refusal != null) {
          return altered(brokenAt(chain, entry), refusal);
        }
        witness.accept(entry);
        chain = Chain.after(entry);
      }
      return end(chain, lines.unfinished());
    }
  }

  private static Verification end(Chain chain, byte[] unfinished) {
    if (chain.lostItsLineFeed(unfinished)) {
      return altered(chain.seq() + 1, "its line feed is gone");
    }
    if (chain.seq() == 0) {
      return altered(1, "there is no entry, and a ledger that exists has at least one");
    }
    return new Verification.Intact(chain.seq(), chain.head(), unfinished.length > 0);
  }

  /**
   * An entry that is sound in itself and has the right number but continues another chain was
   * written after a different entry: the one before it was replaced.
   */
  private static long brokenAt(Chain chain, Entry entry) {
    return entry.seq() == chain.seq() + 1 ? Math.max(1, chain.seq()) : chain.seq() + 1;
  }

  /** In an intact chain the sequence number is the line number. */
  private static Verification.Altered altered(long seq, String reason) {
    return new Verification.Altered(seq, seq, reason);
  }

  /** Looks for the entry that an Act names. */
  private static final class Expected implements Consumer<Entry> {
    private final long seq;
    private final String hash;
    private boolean replaced;

    Expected(long seq, String hash) {
      this.seq = seq;
      this.hash = hash;
    }

    @Override
    public void accept(Entry entry) {
      replaced |= entry.seq() == seq && !entry.hash().equals(hash);
    }

    Verification judge(Verification.Intact intact) {
      if (intact.entries() < seq) {
        return altered(intact.entries() + 1, "the ledger ends here, but it had an entry " + seq);
      }
      return replaced ? altered(seq, "this entry, or one before it, was written anew") : intact;
    }
  }
}
