package kz.umyt.discover;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Text that somebody stored in a column of bytes. */
final class BinaryText {

  /** A character has four bytes at most, so a cut one leaves three at the end. */
  private static final int MOST_CUT = 3;

  private BinaryText() {}

  /**
   * The text, if the bytes are UTF-8, or UTF-16 with its byte order mark, and have no control
   * characters but tabs and line ends. Zeros behind it are no part of it: columns of a fixed length
   * are filled with them.
   *
   * @param cut whether bytes may be missing at the end
   */
  static Optional<String> of(byte[] bytes, boolean cut) {
    if (bytes.length >= 2 && isMark(bytes[0], bytes[1])) {
      return decoded(bytes, withoutZeroPairs(bytes), cut, StandardCharsets.UTF_16);
    }
    return decoded(bytes, withoutZeros(bytes), cut, StandardCharsets.UTF_8);
  }

  private static int withoutZeroPairs(byte[] bytes) {
    int length = bytes.length - bytes.length % 2;
    while (length > 2 && bytes[length - 1] == 0 && bytes[length - 2] == 0) {
      length -= 2;
    }
    return length;
  }

  private static int withoutZeros(byte[] bytes) {
    int length = bytes.length;
    while (length > 0 && bytes[length - 1] == 0) {
      length--;
    }
    // Nothing but zeros is a number or a key, and no text.
    return length == 0 ? bytes.length : length;
  }

  private static Optional<String> decoded(byte[] bytes, int length, boolean cut, Charset charset) {
    for (int missing = 0; missing <= (cut ? MOST_CUT : 0); missing++) {
      Optional<String> text = decoded(bytes, length - missing, charset);
      if (text.isPresent()) {
        return text;
      }
    }
    return Optional.empty();
  }

  private static boolean isMark(byte first, byte second) {
    return (first == (byte) 0xfe && second == (byte) 0xff)
        || (first == (byte) 0xff && second == (byte) 0xfe);
  }

  private static Optional<String> decoded(byte[] bytes, int length, Charset charset) {
    if (length < 0) {
      return Optional.empty();
    }
    try {
      CharBuffer text = charset.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length));
      return text.chars().anyMatch(BinaryText::isControl)
          ? Optional.empty()
          : Optional.of(text.toString());
    } catch (CharacterCodingException notText) {
      return Optional.empty();
    }
  }

  private static boolean isControl(int character) {
    return character < ' ' && character != '\t' && character != '\n' && character != '\r';
  }
}
