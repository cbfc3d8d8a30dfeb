package kz.umyt.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Keyed fingerprints of rows: the same row always has the same one, and without the key nobody can
 * tell a row from its fingerprint. HMAC-SHA256 (RFC 2104) over the length of the namespace in bytes
 * (four bytes, most significant first), the namespace in UTF-8, and the row; the first 16 bytes as
 * 32 lower-case hex digits.
 *
 * <p>Safe for several threads, but one for each thread is faster.
 */
public final class Fingerprints {
  private static final int BYTES = 16;

  private final Mac mac;

  /** Fingerprints under that key. */
  public Fingerprints(SecretKey key) {
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
    } catch (GeneralSecurityException unusable) {
      throw new IllegalArgumentException("not a key for HMAC-SHA256", unusable);
    }
  }

  /**
   * The fingerprint of a row.
   *
   * @param namespace keeps equal rows of different targets apart
   * @param row its bytes
   */
  public synchronized String of(String namespace, byte[] row) {
    byte[] name = namespace.getBytes(StandardCharsets.UTF_8);
    mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, name.length));
    mac.update(name);
    return HexFormat.of().formatHex(mac.doFinal(row), 0, BYTES);
  }

  /** The fingerprint of a row given as text: that of its UTF-8 bytes. */
  public String of(String namespace, CharSequence row) {
    return of(namespace, row.toString().getBytes(StandardCharsets.UTF_8));
  }
}
