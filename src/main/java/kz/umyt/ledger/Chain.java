package kz.umyt.ledger;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Where a chain of entries stands, and whether a line continues it. */
record Chain(long seq, String head) {
  /** Before the first entry. */
  static final Chain START = new Chain(0, EntryFormat.NO_ENTRY);

  static Chain after(Entry entry) {
    return new Chain(entry.seq(), entry.hash());
  }

  /** Why this entry is not the next one, or null if it is. */
  @Nullable String refusal(Entry entry) {
    if (entry.seq() != seq + 1) {
      return "entry " + entry.seq() + " stands where entry " + (seq + 1) + " should be";
    }
    return entry.prev().equals(head) ? null : "it continues another chain";
  }

  /**
   * Whether these bytes, which no line feed follows, are a whole entry with one byte more: then the
   * line feed itself was altered. A crash in the middle of a write leaves less than a whole entry
   * and its line feed.
   */
  boolean lostItsLineFeed(byte[] unfinished) {
    if (unfinished.length == 0) {
      return false;
    }
    try {
      byte[] line = Arrays.copyOf(unfinished, unfinished.length - 1);
      return refusal(EntryFormat.parse(line)) == null;
    } catch (MalformedEntryException partial) {
      return false;
    }
  }
}
