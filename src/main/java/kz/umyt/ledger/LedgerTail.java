package kz.umyt.ledger;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a ledger ends, found from its last two lines alone, so that opening a large one is fast.
 *
 * @param chain the last entry
 * @param sound bytes up to and including the last line feed
 * @param torn bytes after it, which a crash left
 */
record LedgerTail(Chain chain, long sound, long torn) {

  /** Of a ledger that does not exist yet. */
  static final LedgerTail NONE = new LedgerTail(Chain.START, 0, 0);

  /**
   * Reads the end of an existing ledger.
   *
   * @throws LedgerAlteredException if the last entry is not one that this tool wrote, or does not
   *     continue the one before it
   */
  static LedgerTail read(Path file) throws IOException {
    try (BackwardLines lines = BackwardLines.open(file)) {
      Chain chain = lastOf(file, lines);
      if (chain.lostItsLineFeed(lines.unfinishedBytes())) {
        throw new LedgerAlteredException(file, chain.seq() + 1, "its line feed is gone");
      }
      return new LedgerTail(chain, lines.sound(), lines.unfinished());
    }
  }

  private static Chain lastOf(Path file, BackwardLines lines) throws IOException {
    Entry last = previous(file, lines);
    if (last == null) {
      return Chain.START;
    }
    Entry before = previous(file, lines);
    String refusal = (before == null ? Chain.START : Chain.after(before)).refusal(last);
    if (refusal != null) {
      long line = before == null ? 1 : lines.lineNumber() + 1;
      throw new LedgerAlteredException(file, line, refusal);
    }
    return Chain.after(last);
  }

  private static @Nullable Entry previous(Path file, BackwardLines lines) throws IOException {
    byte[] line = lines.previous();
    try {
      return line == null ? null : EntryFormat.parse(line);
    } catch (MalformedEntryException malformed) {
      throw new LedgerAlteredException(file, lines.lineNumber(), malformed.reason());
    }
  }
}
