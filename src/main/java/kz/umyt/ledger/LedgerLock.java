package kz.umyt.ledger;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * At most one writer. The lock is on a file of its own beside the ledger, {@code <name>.lock}: on
 * POSIX systems a process loses its lock on a file as soon as it closes any handle to it, and
 * readers of the ledger do that all the time. The lock ends with the process, however it ends; the
 * empty file stays.
 */
final class LedgerLock implements AutoCloseable {
  private final RandomAccessFile file;

  private LedgerLock(RandomAccessFile file) {
    this.file = file;
  }

  static LedgerLock take(Path ledger) throws IOException {
    Path path = ledger.resolveSibling(ledger.getFileName() + ".lock");
    OwnerFiles.ensureFile(path);
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
    if (tryLock(file) == null) {
      file.close();
      throw new LedgerLockedException(ledger);
    }
    return new LedgerLock(file);
  }

  private static @Nullable FileLock tryLock(RandomAccessFile file) throws IOException {
    try {
      return file.getChannel().tryLock();
    } catch (OverlappingFileLockException heldHere) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
