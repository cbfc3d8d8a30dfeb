package kz.umyt.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The append-only, hash-chained record of everything the tool did, open for writing. {@link Entry}
 * describes the file, so that anyone can check it with other tools.
 *
 * <p>Safe for several threads. One process at a time: while a ledger is open, nobody else can open
 * it, but a {@link LedgerReader} and a {@link LedgerVerifier} may read it.
 */
public final class Ledger implements AutoCloseable {
  /**
   * Event of the entry that says that a crash had torn the last line, or that the file was found
   * empty; its detail {@code bytes} is how much was cut off. Nothing that {@link #append} had
   * returned for is ever cut off.
   */
  public static final String RECOVERED = "ledger-recovered";

  private final Path path;
  private final Clock clock;
  private final LedgerLock lock;
  private final LedgerFile file;
  private final LedgerReader reader;
  private Chain chain;

  private Ledger(Path path, Clock clock, LedgerLock lock, LedgerTail tail) {
    this.path = path;
    this.clock = clock;
    this.lock = lock;
    this.file = new LedgerFile(path, tail.sound(), tail.torn());
    this.reader = new LedgerReader(path);
    this.chain = tail.chain();
  }

  /**
   * Opens a ledger for writing, at a cost that does not depend on its length: only its end is
   * checked here. Creates its folder and a lock file beside it ({@code <name>.lock}); the ledger
   * itself is created (mode 0600) by the first entry, so that one that exists is never empty.
   *
   * @throws LedgerLockedException if it is open elsewhere
   * @throws LedgerAlteredException if its last entries are not what was written
   * @throws UncheckedIOException if it cannot be read or written
   */
  public static Ledger open(Path file, Clock clock) {
    Path path = file.toAbsolutePath().normalize();
    try {
      Files.createDirectories(OwnerFiles.folderOf(path));
      LedgerLock lock = LedgerLock.take(path);
      try {
        return recovered(path, clock, lock);
      } catch (IOException | RuntimeException failure) {
        lock.close();
        throw failure;
      }
    } catch (IOException failure) {
      throw trouble(path, "opened", failure);
    }
  }

  private static Ledger recovered(Path path, Clock clock, LedgerLock lock) throws IOException {
    if (!Files.exists(path)) {
      return new Ledger(path, clock, lock, LedgerTail.NONE);
    }
    LedgerTail tail = LedgerTail.read(path);
    Ledger ledger = new Ledger(path, clock, lock, tail);
    if (tail.torn() > 0 || tail.sound() == 0) {
      ledger.append("", RECOVERED, Map.of("bytes", tail.torn()));
    }
    return ledger;
  }

  /**
   * Adds an entry. When this returns, the entry is on the disk.
   *
   * @param run identity of the run, or empty text for what belongs to no run
   * @param event what happened, a word such as {@code run-started}
   * @param details text, whole numbers, booleans, and lists and maps of these; never a personal
   *     value
   * @return the entry as it was written
   * @throws IllegalArgumentException if the event is empty, a detail's key is reserved, a value is
   *     of another kind, or the entry is larger than 1 MiB
   * @throws LedgerAlteredException if somebody else changed the file's length meanwhile
   * @throws UncheckedIOException if it cannot be written; whether the entry is there is then known
   *     only after opening the ledger again, and this one takes no more entries
   */
  public synchronized Entry append(String run, String event, Map<String, ?> details) {
    if (event.isEmpty()) {
      throw new IllegalArgumentException("an entry needs an event");
    }
    Entry entry =
        EntryFormat.hashed(
            chain.seq() + 1,
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            run,
            event,
            details,
            chain.head());
    byte[] line = EntryFormat.line(entry);
    if (line.length > EntryFormat.MAX_LINE) {
      throw new IllegalArgumentException("entry " + event + " is larger than 1 MiB");
    }
    try {
      if (!file.isAsLeft()) {
        throw new LedgerAlteredException(
            path, chain.seq() + 1, "its length changed while this run had it open");
      }
      file.append(line);
    } catch (IOException failure) {
      throw trouble(path, "written", failure);
    }
    chain = Chain.after(entry);
    return entry;
  }

  /** All entries in their order, in memory. */
  public List<Entry> entries() {
    return reader.entries();
  }

  /** The entries of one run in their order. */
  public List<Entry> entriesOf(String run) {
    return reader.entriesOf(run);
  }

  /** The latest entry that the condition accepts. */
  public Optional<Entry> last(Predicate<Entry> condition) {
    return reader.last(condition);
  }

  /** The latest entries, the last one first. */
  public List<Entry> latest(int most) {
    return reader.latest(most);
  }

  /** Hash of the last entry; 64 zeros in a ledger without entries. */
  public synchronized String head() {
    return chain.head();
  }

  /** Sequence number of the last entry; 0 in a ledger without entries. */
  public synchronized long seq() {
    return chain.seq();
  }

  /** Lets others open the ledger. Closing twice is harmless. */
  @Override
  public synchronized void close() {
    try (lock) {
      file.close();
    } catch (IOException failure) {
      throw new UncheckedIOException("ledger " + path + " could not be closed", failure);
    }
  }

  private static UncheckedIOException trouble(Path path, String what, IOException failure) {
    return new UncheckedIOException(
        "ledger "
            + path
            + " could not be "
            + what
            + DiskException.why(path, failure).map(why -> ": " + why).orElse(""),
        failure);
  }
}
