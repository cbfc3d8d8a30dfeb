package kz.umyt.ledger;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads the lines of a file from the first to the last, never more than one in memory. */
final class ForwardLines implements Closeable {
  private static final int BLOCK = 1 << 16;

  private final InputStream in;
  private final byte[] block = new byte[BLOCK];
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private int at;
  private int limit;
  private boolean ended;

  private ForwardLines(InputStream in) {
    this.in = in;
  }

  static ForwardLines open(Path file) throws IOException {
    return new ForwardLines(Files.newInputStream(file));
  }

  /**
   * The next line without its line feed, or null when only {@link #unfinished} bytes or none are
   * left. Of a line longer than any entry only the beginning is returned, which no reader takes for
   * an entry.
   */
  byte @Nullable [] next() throws IOException {
    line.reset();
    while (!ended) {
      int start = at;
      while (at < limit && block[at] != '\n') {
        at++;
      }
      keep(start, at - start);
      if (at < limit) {
        at++;
        return line.toByteArray();
      }
      refill();
    }
    return null;
  }

  /** After {@link #next} returned null: the bytes after the last line feed, or their beginning. */
  byte[] unfinished() {
    return line.toByteArray();
  }

  private void keep(int start, int size) {
    int room = EntryFormat.MAX_LINE + 1 - line.size();
    line.write(block, start, Math.min(size, room));
  }

  private void refill() throws IOException {
    at = 0;
    limit = Math.max(0, in.read(block));
    ended = limit == 0;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
