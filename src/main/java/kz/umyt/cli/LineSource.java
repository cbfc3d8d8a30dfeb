package kz.umyt.cli;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines of UTF-8 in pieces of bounded size: a line longer than a window comes as several
 * windows that overlap. A byte order mark at the start is not text.
 */
final class LineSource implements AutoCloseable {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final StrictUtf8 source;
  private final int window;
  private final int overlap;
  private final char[] incoming = new char[1 << 14];
  private int next;
  private int limit;

  private final StringBuilder pending = new StringBuilder();
  private long line = 1;
  private long start;
  private boolean lineOpen;
  private boolean started;

  /**
   * Lines of a stream.
   *
   * @param window most UTF-16 units of one piece
   * @param overlap how many of them the next piece of the same line repeats
   */
  LineSource(InputStream stream, int window, int overlap) {
    this.source = new StrictUtf8(stream);
    this.window = window;
    this.overlap = overlap;
  }

  /**
   * A piece of a line.
   *
   * @param line one-based
   * @param start UTF-16 offset of the piece in its line
   * @param last whether the line ends here
   */
  record Piece(long line, long start, String text, boolean last) {}

  /** The line that is being read, one-based. */
  long line() {
    return line;
  }

  /**
   * The next piece, or null at the end.
   *
   * @throws java.nio.charset.CharacterCodingException if the bytes are not UTF-8
   */
  @Nullable Piece read() throws IOException {
    while (true) {
      if (next == limit && !fill()) {
        return lineOpen ? wholeLine() : null;
      }
      int end = endOfRun();
      pending.append(incoming, next, end - next);
      lineOpen = true;
      next = end;
      if (next < limit && incoming[next] == '\n') {
        next++;
        return wholeLine();
      }
      if (pending.length() >= window) {
        return window();
      }
    }
  }

  /** The end of what may be taken: a line end, the end of the buffer or a full window. */
  private int endOfRun() {
    int most = Math.min(limit, next + window - pending.length());
    int end = next;
    while (end < most && incoming[end] != '\n') {
      end++;
    }
    return end;
  }

  private Piece wholeLine() {
    int length = pending.length();
    if (length > 0 && pending.charAt(length - 1) == '\r') {
      length--;
    }
    Piece piece = new Piece(line, start, pending.substring(0, length), true);
    pending.setLength(0);
    start = 0;
    lineOpen = false;
    line++;
    return piece;
  }

  private Piece window() {
    Piece piece = new Piece(line, start, pending.toString(), false);
    int from = pending.length() - overlap;
    if (from > 0 && from < pending.length() && Character.isLowSurrogate(pending.charAt(from))) {
      from--;
    }
    pending.delete(0, from);
    start += from;
    return piece;
  }

  private boolean fill() throws IOException {
    next = 0;
    limit = 0;
    int count = source.read(incoming);
    if (count < 0) {
      return false;
    }
    limit = count;
    if (!started) {
      started = true;
      next = incoming[0] == BYTE_ORDER_MARK ? 1 : 0;
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
