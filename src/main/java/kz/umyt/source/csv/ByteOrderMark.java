package kz.umyt.source.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The bytes before the text that name its encoding. */
enum ByteOrderMark {
  UTF_8(StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF),
  UTF_16LE(StandardCharsets.UTF_16LE, 0xFF, 0xFE),
  UTF_16BE(StandardCharsets.UTF_16BE, 0xFE, 0xFF);

  static final int LONGEST = 3;

  private final Charset charset;
  private final byte[] bytes;

  ByteOrderMark(Charset charset, int... values) {
    this.charset = charset;
    this.bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
  }

  static Optional<ByteOrderMark> at(byte[] start) {
    for (ByteOrderMark mark : values()) {
      if (mark.begins(start)) {
        return Optional.of(mark);
      }
    }
    return Optional.empty();
  }

  static ByteOrderMark of(Charset charset) {
    for (ByteOrderMark mark : values()) {
      if (mark.charset.equals(charset)) {
        return mark;
      }
    }
    throw new IllegalArgumentException(charset + " has no byte order mark");
  }

  Charset charset() {
    return charset;
  }

  int length() {
    return bytes.length;
  }

  byte[] bytes() {
    return bytes.clone();
  }

  private boolean begins(byte[] start) {
    if (start.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if (start[i] != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
