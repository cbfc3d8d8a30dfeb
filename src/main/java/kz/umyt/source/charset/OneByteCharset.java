package kz.umyt.source.charset;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.util.Arrays;
import java.util.List;

/** An encoding with one byte for each character. */
final class OneByteCharset extends Charset {

  /** Stands for bytes without a character. */
  static final char NONE = '\uFFFD';

  private static final int BYTES = 256;

  private final char[] characters;

  /** Bytes by their characters; below 0 where there is none. */
  private final short[] bytes;

  /**
   * An encoding by its table.
   *
   * @param characters of the bytes 0 to 255
   */
  OneByteCharset(String name, List<String> aliases, String characters) {
    super(name, aliases.toArray(String[]::new));
    if (characters.length() != BYTES) {
      throw new IllegalArgumentException(name + ": a table has 256 characters");
    }
    this.characters = characters.toCharArray();
    int last = characters.chars().filter(one -> one != NONE).max().orElse(0);
    this.bytes = new short[last + 1];
    Arrays.fill(bytes, (short) -1);
    for (int value = 0; value < BYTES; value++) {
      if (this.characters[value] != NONE) {
        bytes[this.characters[value]] = (short) value;
      }
    }
  }

  @Override
  public boolean contains(Charset other) {
    return other.name().equals("US-ASCII") || other.equals(this);
  }

  @Override
  public CharsetDecoder newDecoder() {
    return new CharsetDecoder(this, 1, 1) {
      @Override
      protected CoderResult decodeLoop(ByteBuffer in, CharBuffer out) {
        while (in.hasRemaining()) {
          char character = characters[in.get(in.position()) & 0xFF];
          if (character == NONE) {
            return CoderResult.unmappableForLength(1);
          }
          if (!out.hasRemaining()) {
            return CoderResult.OVERFLOW;
          }
          in.get();
          out.put(character);
        }
        return CoderResult.UNDERFLOW;
      }
    };
  }

  @Override
  public CharsetEncoder newEncoder() {
    return new CharsetEncoder(this, 1, 1) {
      @Override
      public boolean canEncode(char character) {
        return toByte(character) >= 0;
      }

      @Override
      protected CoderResult encodeLoop(CharBuffer in, ByteBuffer out) {
        while (in.hasRemaining()) {
          char character = in.get(in.position());
          if (Character.isSurrogate(character)) {
            return surrogate(in);
          }
          short value = toByte(character);
          if (value < 0) {
            return CoderResult.unmappableForLength(1);
          }
          if (!out.hasRemaining()) {
            return CoderResult.OVERFLOW;
          }
          in.get();
          out.put((byte) value);
        }
        return CoderResult.UNDERFLOW;
      }
    };
  }

  /** Of no pair is there a byte; half a pair at the end may still be made whole. */
  private static CoderResult surrogate(CharBuffer in) {
    if (Character.isLowSurrogate(in.get(in.position()))) {
      return CoderResult.malformedForLength(1);
    }
    if (in.remaining() == 1) {
      return CoderResult.UNDERFLOW;
    }
    return Character.isLowSurrogate(in.get(in.position() + 1))
        ? CoderResult.unmappableForLength(2)
        : CoderResult.malformedForLength(1);
  }

  private short toByte(char character) {
    return character < bytes.length ? bytes[character] : -1;
  }
}
