package kz.umyt.cli;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * The text of a JSON string in overlapping pieces of bounded size, its escapes (RFC 8259, section
 * 7) resolved. The string was read before and found to be well-formed.
 */
final class JsonTextPieces {

  private static final int CHUNK = 1 << 12;
  private static final int HEX = 16;
  private static final int HEX_DIGITS = 4;

  private final Reader line;
  private final int window;
  private final int overlap;
  private final char[] chunk = new char[CHUNK];
  private int at;
  private int limit;
  private final StringBuilder piece = new StringBuilder();
  private long start;
  private boolean ended;

  /**
   * Pieces of one string.
   *
   * @param line stands behind the opening quote
   * @param window UTF-16 units of a piece, or one more where a pair would be cut
   * @param overlap how many of them the next piece repeats
   */
  JsonTextPieces(Reader line, int window, int overlap) {
    this.line = line;
    this.window = window;
    this.overlap = overlap;
  }

  /** The next piece, or null after the last one. */
  LineSource.@Nullable Piece read() throws IOException {
    if (ended) {
      return null;
    }
    while (!ended && piece.length() < window) {
      add();
    }
    if (!ended && Character.isHighSurrogate(piece.charAt(piece.length() - 1))) {
      add();
    }
    LineSource.Piece read = new LineSource.Piece(1, start, piece.toString(), ended);
    int cut = Math.max(0, piece.length() - overlap);
    if (cut > 0 && Character.isLowSurrogate(piece.charAt(cut))) {
      cut--;
    }
    piece.delete(0, cut);
    start += cut;
    return read;
  }

  private void add() throws IOException {
    char c = next();
    if (c == '"') {
      ended = true;
    } else {
      piece.append(c == '\\' ? escaped(next()) : c);
    }
  }

  private char escaped(char c) throws IOException {
    return switch (c) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> {
        int unit = 0;
        for (int i = 0; i < HEX_DIGITS; i++) {
          unit = unit * HEX + Character.digit(next(), HEX);
        }
        yield (char) unit;
      }
      default -> c;
    };
  }

  private char next() throws IOException {
    if (at == limit) {
      limit = line.read(chunk, 0, chunk.length);
      at = 0;
      if (limit < 0) {
        throw new IllegalStateException("the line has become shorter");
      }
    }
    return chunk[at++];
  }
}
