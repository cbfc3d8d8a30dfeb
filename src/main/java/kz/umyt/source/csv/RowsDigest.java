package kz.umyt.source.csv;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * Digest over the cells of rows in their order, however they are quoted. Shows that a rewritten
 * file, read again, holds exactly the rows that it should.
 */
final class RowsDigest {

  private static final int BUFFER = 1 << 13;

  private final MessageDigest digest = Sha256.digest();
  private final byte[] buffer = new byte[BUFFER];
  private int size;

  void add(List<String> cells) {
    addNumber(cells.size());
    for (String cell : cells) {
      // The length before the cell keeps two cells apart from one that holds both.
      addNumber(cell.length());
      for (int i = 0; i < cell.length(); i++) {
        addCharacter(cell.charAt(i));
      }
    }
  }

  private void addNumber(int number) {
    addCharacter((char) (number >>> 16));
    addCharacter((char) number);
  }

  private void addCharacter(char character) {
    if (size == BUFFER) {
      flush();
    }
    buffer[size++] = (byte) (character >>> 8);
    buffer[size++] = (byte) character;
  }

  private void flush() {
    digest.update(buffer, 0, size);
    size = 0;
  }

  /** Ends the digest, in lower-case hex. */
  String hex() {
    flush();
    return HexFormat.of().formatHex(digest.digest());
  }
}
