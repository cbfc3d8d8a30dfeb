package kz.umyt.anonymize;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Numbers that only the holder of a key can tell from random ones: of texts, and of other numbers
 * without two of them ever meeting. Safe for several threads.
 */
final class KeyedNumbers {
  /** As many as FF1 of NIST SP 800-38G has. */
  private static final int ROUNDS = 10;

  private final Mac mac;

  KeyedNumbers(SecretKey key) {
    mac = mac(key);
  }

  /**
   * A key for one purpose, HMAC-SHA256 of its label under the run's key.
   *
   * @param label of an odd number of ASCII characters, so that it is no text in the form in which
   *     {@link Tokens} digests texts under the same key
   */
  static SecretKey subkey(SecretKey runKey, String label, String algorithm) {
    if (label.length() % 2 == 0) {
      throw new IllegalArgumentException("a label of even length");
    }
    return new SecretKeySpec(mac(runKey).doFinal(label.getBytes(US_ASCII)), algorithm);
  }

  /**
   * A number from 0 to below a limit for a text. Different texts may have the same one.
   *
   * @param purpose numbers for different purposes have nothing to do with each other
   */
  long below(long limit, String purpose, String text) {
    ByteBuffer message =
        ByteBuffer.allocate(1 + purpose.length() + 2 * text.length())
            .put((byte) purpose.length())
            .put(purpose.getBytes(US_ASCII));
    for (int at = 0; at < text.length(); at++) {
      message.putChar(text.charAt(at));
    }
    return Long.remainderUnsigned(digest(message.array()), limit);
  }

  /**
   * A permutation of the numbers from 0 to below a size: a Feistel network over two unequal halves,
   * as in NIST SP 800-38G, that walks on while it leaves the range (Black and Rogaway, 2002).
   */
  long permuted(long number, long size, String purpose) {
    long rows = (long) Math.ceil(Math.sqrt((double) size));
    long columns = (size + rows - 1) / rows;
    long next = number;
    do {
      next = encrypted(next, rows, columns, purpose);
    } while (next >= size);
    return next;
  }

  private long encrypted(long number, long rows, long columns, String purpose) {
    long row = number / columns;
    long column = number % columns;
    for (int round = 0; round < ROUNDS; round++) {
      if (round % 2 == 0) {
        row = (row + round(round, column, rows, purpose)) % rows;
      } else {
        column = (column + round(round, row, columns, purpose)) % columns;
      }
    }
    return row * columns + column;
  }

  private long round(int round, long half, long limit, String purpose) {
    byte[] message =
        ByteBuffer.allocate(2 + purpose.length() + Long.BYTES)
            .put((byte) purpose.length())
            .put(purpose.getBytes(US_ASCII))
            .put((byte) round)
            .putLong(half)
            .array();
    return Long.remainderUnsigned(digest(message), limit);
  }

  private synchronized long digest(byte[] message) {
    return ByteBuffer.wrap(mac.doFinal(message)).getLong();
  }

  private static Mac mac(SecretKey key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException unusable) {
      throw new IllegalArgumentException("not a key for HMAC-SHA256", unusable);
    }
  }
}
