package kz.umyt.source.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The bytes before the text that name its encoding: U+FEFF in that encoding. */
enum ByteOrderMark {
  UTF_8(StandardCharsets.UTF_8),
  UTF_16LE(StandardCharsets.UTF_16LE),
  UTF_16BE(StandardCharsets.UTF_16BE);

  /** In bytes. */
  static final int LONGEST = 3;

  private final Charset charset;

  ByteOrderMark(Charset charset) {
    this.charset = charset;
  }

  static Optional<ByteOrderMark> at(byte[] start) {
    return Arrays.stream(values()).filter(mark -> mark.begins(start)).findFirst();
  }

  static ByteOrderMark of(Charset charset) {
    return Arrays.stream(values())
        .filter(mark -> mark.charset.equals(charset))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(charset + " has no byte order mark"));
  }

  Charset charset() {
    return charset;
  }

  byte[] bytes() {
    return "\ufeff".getBytes(charset);
  }

  int length() {
    return bytes().length;
  }

  private boolean begins(byte[] start) {
    byte[] bytes = bytes();
    return start.length >= bytes.length
        && Arrays.equals(bytes, 0, bytes.length, start, 0, bytes.length);
  }
}
