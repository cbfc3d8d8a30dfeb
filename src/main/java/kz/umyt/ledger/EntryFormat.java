package kz.umyt.ledger;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** An entry to its line in the file, and back. */
final class EntryFormat {
  /** What the first entry names as the one before it. */
  static final String NO_ENTRY = "0".repeat(64);

  /** Bytes of one line without its line feed; bounds the memory of every reader. */
  static final int MAX_LINE = 1 << 20;

  private EntryFormat() {}

  /** The entry with its hash. */
  static Entry hashed(
      long seq, Instant time, String run, String event, Map<String, ?> details, String prev) {
    Map<String, Object> content = content(seq, time.toString(), run, event, prev, details);
    String hash = Sha256.hex(CanonicalJson.bytes(content));
    return new Entry(seq, time, run, event, Details.frozen(details), prev, hash);
  }

  /** The line without its line feed. */
  static byte[] line(Entry entry) {
    Map<String, Object> members =
        content(
            entry.seq(),
            entry.time().toString(),
            entry.run(),
            entry.event(),
            entry.prev(),
            entry.details());
    members.put("hash", entry.hash());
    return CanonicalJson.bytes(members);
  }

  /**
   * Reads a line, without its line feed, and checks the entry against its own hash.
   *
   * @throws MalformedEntryException if it is anything but the exact bytes that were written
   */
  static Entry parse(byte[] line) throws MalformedEntryException {
    Map<String, Object> members = JsonObjects.parse(line);
    if (!Arrays.equals(line, CanonicalJson.bytes(members))) {
      throw new MalformedEntryException("not in canonical form");
    }
    String hash = text(members, "hash");
    Map<String, Object> content = new TreeMap<>(members);
    content.remove("hash");
    if (!hash.equals(Sha256.hex(CanonicalJson.bytes(content)))) {
      throw new MalformedEntryException("its content does not match its hash");
    }
    Map<String, Object> details = new TreeMap<>(members);
    details.keySet().removeAll(Details.RESERVED);
    try {
      return new Entry(
          number(members, "seq"),
          Instant.parse(text(members, "time")),
          text(members, "run"),
          text(members, "event"),
          details,
          text(members, "prev"),
          hash);
    } catch (DateTimeException | IllegalArgumentException notOurs) {
      throw new MalformedEntryException("a member has a value that is never written");
    }
  }

  private static Map<String, Object> content(
      long seq, String time, String run, String event, String prev, Map<String, ?> details) {
    Map<String, Object> content = new TreeMap<>(Details.frozen(details));
    content.put("seq", seq);
    content.put("time", time);
    content.put("run", run);
    content.put("event", event);
    content.put("prev", prev);
    return content;
  }

  private static String text(Map<String, Object> members, String key)
      throws MalformedEntryException {
    if (members.get(key) instanceof String text) {
      return text;
    }
    throw new MalformedEntryException("member \"" + key + "\" is missing or not text");
  }

  private static long number(Map<String, Object> members, String key)
      throws MalformedEntryException {
    if (members.get(key) instanceof Long number) {
      return number;
    }
    throw new MalformedEntryException("member \"" + key + "\" is missing or not a number");
  }
}
