package kz.umyt.source.csv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Whether text that was decoded and encoded again is byte for byte what it was. */
final class ExactEncoding {

  private static final Set<Charset> UNICODE =
      Set.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

  private ExactEncoding() {}

  static boolean isExact(Charset charset) {
    return UNICODE.contains(charset) || isOneByteEach(charset);
  }

  private static boolean isOneByteEach(Charset charset) {
    if (!charset.canEncode() || charset.newEncoder().maxBytesPerChar() != 1) {
      return false;
    }
    for (int value = 0; value < 256; value++) {
      if (!comesBack(charset, (byte) value)) {
        return false;
      }
    }
    return true;
  }

  private static boolean comesBack(Charset charset, byte value) {
    ByteBuffer original = ByteBuffer.wrap(new byte[] {value});
    try {
      ByteBuffer again = charset.newEncoder().encode(charset.newDecoder().decode(original));
      return again.remaining() == 1 && again.get() == value;
    } catch (CharacterCodingException e) {
      // A byte that does not decode ends the reading, it is never written back.
      return true;
    }
  }
}
