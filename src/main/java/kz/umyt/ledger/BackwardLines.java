package kz.umyt.ledger;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines of a file from the last to the first, at a cost that does not depend on the
 * file's length. What stands after the last line feed is not a line but the unfinished end.
 */
final class BackwardLines implements Closeable {
  private static final int BLOCK = 1 << 16;

  private final RandomAccessFile file;
  private final byte[] window = new byte[BLOCK];
  private final long length;
  private final long unfinishedStart;
  private long windowStart;
  private long windowEnd;

  /** Where the lines not yet handed out end: just after a line feed, or 0. */
  private long end;

  private BackwardLines(RandomAccessFile file) throws IOException {
    this.file = file;
    this.length = file.length();
    this.windowStart = length;
    this.windowEnd = length;
    this.unfinishedStart = afterLineFeedBefore(length, Long.MAX_VALUE);
    this.end = unfinishedStart;
  }

  static BackwardLines open(Path path) throws IOException {
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "r");
    try {
      return new BackwardLines(file);
    } catch (IOException | RuntimeException failure) {
      file.close();
      throw failure;
    }
  }

  /** Bytes after the last line feed. */
  long unfinished() {
    return length - unfinishedStart;
  }

  /** The first bytes after the last line feed, at most as many as a line may have and one more. */
  byte[] unfinishedBytes() throws IOException {
    return read(unfinishedStart, Math.min(unfinished(), EntryFormat.MAX_LINE + 1L));
  }

  /** Bytes up to and including the last line feed. */
  long sound() {
    return unfinishedStart;
  }

  /**
   * The line before, without its line feed, or null at the start of the file. Of a line longer than
   * any entry only the end is returned, which no reader takes for an entry.
   */
  byte @Nullable [] previous() throws IOException {
    if (end == 0) {
      return null;
    }
    long lineFeed = end - 1;
    end = afterLineFeedBefore(lineFeed, EntryFormat.MAX_LINE + 1L);
    return read(end, lineFeed - end);
  }

  /**
   * One-based number of the line handed out last. Counts from the start of the file, so it is for
   * error messages only.
   */
  long lineNumber() throws IOException {
    long number = 1;
    for (long at = 0; at < end; at += BLOCK) {
      for (byte unit : read(at, Math.min(BLOCK, end - at))) {
        number += unit == '\n' ? 1 : 0;
      }
    }
    return number;
  }

  private long afterLineFeedBefore(long offset, long limit) throws IOException {
    long at = offset;
    while (at > 0 && offset - at < limit && byteAt(at - 1) != '\n') {
      at--;
    }
    return at;
  }

  private byte byteAt(long offset) throws IOException {
    if (offset < windowStart || offset >= windowEnd) {
      windowEnd = offset + 1;
      windowStart = Math.max(0, windowEnd - BLOCK);
      file.seek(windowStart);
      file.readFully(window, 0, (int) (windowEnd - windowStart));
    }
    return window[(int) (offset - windowStart)];
  }

  private byte[] read(long offset, long size) throws IOException {
    byte[] bytes = new byte[(int) size];
    file.seek(offset);
    file.readFully(bytes);
    return bytes;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
