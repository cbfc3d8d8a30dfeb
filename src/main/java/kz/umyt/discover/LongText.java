package kz.umyt.discover;

import java.io.IOException;
import java.io.Reader;

/**
 * Reads a text of any length in pieces that overlap, so that what lies across a seam is seen whole
 * in one of them.
 */
final class LongText {

  private final int window;
  private final int margin;
  private final char[] incoming = new char[1 << 13];

  /**
   * Pieces of a size.
   *
   * @param window about how many UTF-16 units a piece has
   * @param margin how many a finding may have at most; half of the overlap
   */
  LongText(int window, int margin) {
    this.window = window;
    this.margin = margin;
  }

  /** Takes one piece. */
  @FunctionalInterface
  interface Piece {
    /**
     * Takes one piece; findings that end elsewhere belong to the piece before or behind.
     *
     * @param after findings that end here or before are not of this piece
     * @param until findings that end behind this are not of this piece
     */
    void take(String text, int after, int until);
  }

  void read(Reader reader, Piece piece) throws IOException {
    StringBuilder pending = new StringBuilder();
    int after = 0;
    int count = reader.read(incoming);
    while (count >= 0) {
      pending.append(incoming, 0, count);
      if (pending.length() >= window) {
        piece.take(pending.toString(), after, pending.length() - margin);
        pending.delete(0, pending.length() - 2 * margin);
        after = margin;
      }
      count = reader.read(incoming);
    }
    piece.take(pending.toString(), after, Integer.MAX_VALUE);
  }
}
