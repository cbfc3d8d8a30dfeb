package kz.umyt.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Reads a ledger, also while somebody else writes to it; an entry that is still being written is
 * not seen. Every entry is checked against its own hash as it is read; the chain as a whole is
 * checked by {@link LedgerVerifier}. A ledger that does not exist has no entries.
 *
 * <p>All methods throw {@link LedgerAlteredException} at a line that is not an entry, and {@link
 * UncheckedIOException} if the file cannot be read.
 */
public final class LedgerReader {
  private final Path file;

  /** A reader of that file, which it opens anew for each call. */
  public LedgerReader(Path file) {
    this.file = file;
  }

  /** All entries in their order, in memory; for a large ledger prefer {@link #forEach}. */
  public List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    forEach(entries::add);
    return entries;
  }

  /** The entries of one run in their order. The lines of other runs cost next to nothing. */
  public List<Entry> entriesOf(String run) {
    List<Entry> entries = new ArrayList<>();
    // Bytes as Latin-1 text, because looking for text in text is what the JDK does fastest.
    String member = latin1(CanonicalJson.member("run", run));
    read(
        line -> latin1(line).contains(member),
        entry -> {
          if (entry.run().equals(run)) {
            entries.add(entry);
          }
        });
    return entries;
  }

  /** Hands over one entry after the other, with the memory of one. */
  public void forEach(Consumer<Entry> reader) {
    read(line -> true, reader);
  }

  /** The latest entry that the condition accepts; reads backwards and stops there. */
  public Optional<Entry> last(Predicate<Entry> condition) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (BackwardLines lines = BackwardLines.open(file)) {
      for (byte[] line = lines.previous(); line != null; line = lines.previous()) {
        Entry entry = parsed(line, lines::lineNumber);
        if (condition.test(entry)) {
          return Optional.of(entry);
        }
      }
      return Optional.empty();
    } catch (IOException failure) {
      throw unreadable(failure);
    }
  }

  /** The latest entries, the last one first; reads backwards and stops after so many. */
  public List<Entry> latest(int most) {
    List<Entry> entries = new ArrayList<>();
    last(
        entry -> {
          entries.add(entry);
          return entries.size() == most;
        });
    return entries;
  }

  private void read(Predicate<byte[]> wanted, Consumer<Entry> reader) {
    if (!Files.exists(file)) {
      return;
    }
    try (ForwardLines lines = ForwardLines.open(file)) {
      long number = 0;
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        number++;
        if (wanted.test(line)) {
          long here = number;
          reader.accept(parsed(line, () -> here));
        }
      }
    } catch (IOException failure) {
      throw unreadable(failure);
    }
  }

  /** Finds the number of a line when a message needs it. */
  private interface LineNumber {
    long get() throws IOException;
  }

  private Entry parsed(byte[] line, LineNumber number) throws IOException {
    try {
      return EntryFormat.parse(line);
    } catch (MalformedEntryException malformed) {
      throw new LedgerAlteredException(file, number.get(), malformed.reason());
    }
  }

  private UncheckedIOException unreadable(IOException failure) {
    return new UncheckedIOException("ledger " + file + " could not be read", failure);
  }

  private static String latin1(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
