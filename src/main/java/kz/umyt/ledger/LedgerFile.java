package kz.umyt.ledger;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Adds lines to the end of a file, each durable when {@link #append} returns. Does not write
 * through a channel, which an interrupt would close in the middle of a line.
 */
final class LedgerFile implements Closeable {
  private final Path path;

  /** Null until the first line, so that a ledger that exists has an entry. */
  private @Nullable RandomAccessFile file;

  /** Where the next line goes. */
  private long end;

  /** How long the file is; more than {@code end} while torn bytes wait to be overwritten. */
  private long length;

  private boolean failed;

  LedgerFile(Path path, long sound, long torn) {
    this.path = path;
    this.end = sound;
    this.length = sound + torn;
  }

  /** False if somebody else wrote to the file, cut it or removed it. */
  boolean isAsLeft() throws IOException {
    return Files.exists(path) ? Files.size(path) == length : length == 0 && file == null;
  }

  /**
   * Writes a line and its line feed, over torn bytes if there are any, and waits for the disk.
   *
   * @throws IOException if that fails; the line may then be there or not, and the ledger must be
   *     opened again before anything more is appended
   */
  void append(byte[] line) throws IOException {
    if (failed) {
      throw new IOException("an earlier write failed; the ledger must be opened again");
    }
    byte[] ended = Arrays.copyOf(line, line.length + 1);
    ended[line.length] = '\n';
    failed = true;
    RandomAccessFile open = opened();
    try {
      open.seek(end);
      open.write(ended);
      open.setLength(end + ended.length);
      open.getFD().sync();
    } catch (IOException failure) {
      cutBack(open, failure);
      throw failure;
    }
    end += ended.length;
    length = end;
    failed = false;
  }

  private RandomAccessFile opened() throws IOException {
    RandomAccessFile open = file;
    if (open == null) {
      boolean created = !Files.exists(path);
      if (created) {
        OwnerFiles.createFile(path);
      }
      open = new RandomAccessFile(path.toFile(), "rw");
      file = open;
      if (created) {
        OwnerFiles.syncFolder(OwnerFiles.folderOf(path));
      }
    }
    return open;
  }

  /** A full disk can leave half a line; the next start would cut it off as well. */
  private void cutBack(RandomAccessFile open, IOException failure) {
    try {
      open.setLength(end);
    } catch (IOException alsoFailed) {
      failure.addSuppressed(alsoFailed);
    }
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
