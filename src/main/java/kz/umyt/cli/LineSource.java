package kz.umyt.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.MalformedInputException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines of UTF-8 in pieces of bounded size: a line longer than a window comes as several
 * windows that overlap. A byte order mark at the start is not text. Nothing is replaced: bytes that
 * are not UTF-8 end the reading, after all lines before them.
 */
final class LineSource implements AutoCloseable {

  private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(UTF_8);
  private static final char REPLACEMENT = '\uFFFD';
  private static final int CHUNK = 1 << 16;

  /** Most bytes of a UTF-16 unit in UTF-8. */
  private static final int WIDEST = 3;

  /** Most bytes of a character after its first. */
  private static final int LONGEST_TAIL = 3;

  /** So many control characters, and one in so many, are more than text has. */
  private static final int FEW = 5;

  private final InputStream stream;
  private final int window;
  private final int overlap;

  private byte[] bytes = new byte[CHUNK];

  /** Where the next piece starts. */
  private int next;

  private int limit;

  /** Up to here no line ends. */
  private int scanned;

  private boolean started;
  private boolean ended;

  private long line = 1;
  private long start;

  /**
   * Lines of a stream.
   *
   * @param window most bytes of one piece
   * @param overlap how many UTF-16 units of a piece the next piece of the same line repeats
   */
  LineSource(InputStream stream, int window, int overlap) {
    if (window <= WIDEST * (overlap + 1)) {
      throw new IllegalArgumentException("window must be wider than its overlap");
    }
    this.stream = stream;
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
  record Piece(long line, long start, String text, boolean last) {

    /** Whether it is a whole line. */
    boolean isWhole() {
      return start == 0 && last;
    }
  }

  /** The line that is being read, one-based. */
  long line() {
    return line;
  }

  /**
   * The next piece, or null at the end.
   *
   * @throws CharacterCodingException if the bytes are not UTF-8
   */
  @Nullable Piece read() throws IOException {
    if (!started) {
      started = true;
      skipByteOrderMark();
      refuseWideCharacters();
    }
    while (true) {
      int most = Math.min(limit, next + window);
      while (scanned < most && bytes[scanned] != '\n') {
        scanned++;
      }
      if (scanned < most) {
        Piece piece = lastOfLine(scanned);
        scanned++;
        next = scanned;
        return piece;
      }
      if (limit - next > window) {
        return window();
      }
      if (ended) {
        boolean open = next < limit;
        Piece piece = open ? lastOfLine(limit) : null;
        next = limit;
        return piece;
      }
      fill();
    }
  }

  private Piece lastOfLine(int end) throws CharacterCodingException {
    int to = end > next && bytes[end - 1] == '\r' ? end - 1 : end;
    Piece piece = new Piece(line, start, decode(next, to), true);
    start = 0;
    line++;
    return piece;
  }

  private Piece window() throws CharacterCodingException {
    int cut = next + window;
    while (next + window - cut < LONGEST_TAIL && isContinuation(bytes[cut])) {
      cut--;
    }
    String text = decode(next, cut);
    Piece piece = new Piece(line, start, text, false);
    int from = cut;
    int repeated = 0;
    while (repeated < overlap) {
      from--;
      if (!isContinuation(bytes[from])) {
        repeated += (bytes[from] & 0xF8) == 0xF0 ? 2 : 1;
      }
    }
    start += text.length() - repeated;
    next = from;
    return piece;
  }

  private static boolean isContinuation(byte b) {
    return (b & 0xC0) == 0x80;
  }

  private String decode(int from, int to) throws CharacterCodingException {
    String text = new String(bytes, from, to - from, UTF_8);
    if (text.indexOf(REPLACEMENT) >= 0) {
      // Is it in the text, or was something replaced by it?
      UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
    }
    return text;
  }

  /** UTF-16 without a mark reads as UTF-8, half of it control characters, and holds no finding. */
  private void refuseWideCharacters() throws IOException {
    int controls = 0;
    for (int i = next; i < limit; i++) {
      if (bytes[i] >= 0 && bytes[i] < '\t') {
        controls++;
      }
    }
    if (controls > FEW && controls > (limit - next) / FEW) {
      throw new MalformedInputException(1);
    }
  }

  private void skipByteOrderMark() throws IOException {
    int length = BYTE_ORDER_MARK.length;
    while (!ended && limit < length) {
      fill();
    }
    if (limit >= length && Arrays.equals(bytes, 0, length, BYTE_ORDER_MARK, 0, length)) {
      next = length;
      scanned = length;
    }
  }

  private void fill() throws IOException {
    if (limit == bytes.length) {
      if (next > bytes.length / 2) {
        System.arraycopy(bytes, next, bytes, 0, limit - next);
        limit -= next;
        scanned -= next;
        next = 0;
      } else {
        bytes = Arrays.copyOf(bytes, bytes.length * 2);
      }
    }
    int count = stream.read(bytes, limit, bytes.length - limit);
    if (count < 0) {
      ended = true;
    } else {
      limit += count;
    }
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
