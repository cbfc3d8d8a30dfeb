package kz.umyt.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import org.jspecify.annotations.Nullable;

/**
 * Decodes UTF-8 without replacing anything. Unlike the reader of the JDK it hands out everything
 * before the malformed byte first, so that the caller knows in which line that byte stands.
 */
final class StrictUtf8 implements AutoCloseable {

  private final InputStream stream;
  private final CharsetDecoder decoder =
      UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final byte[] bytes = new byte[1 << 16];
  private final ByteBuffer undecoded = ByteBuffer.wrap(bytes).limit(0);
  private boolean ended;
  private @Nullable CoderResult fault;

  StrictUtf8(InputStream stream) {
    this.stream = stream;
  }

  /**
   * Reads at least one character.
   *
   * @return how many, or -1 at the end
   * @throws java.nio.charset.CharacterCodingException at bytes that are not UTF-8
   */
  int read(char[] to) throws IOException {
    CharBuffer chars = CharBuffer.wrap(to);
    while (true) {
      if (fault != null) {
        fault.throwException();
      }
      CoderResult result = decoder.decode(undecoded, chars, ended);
      if (result.isError()) {
        fault = result;
      }
      if (chars.position() > 0) {
        return chars.position();
      }
      if (fault == null) {
        if (ended) {
          return -1;
        }
        fill();
      }
    }
  }

  private void fill() throws IOException {
    undecoded.compact();
    int count = stream.read(bytes, undecoded.position(), undecoded.remaining());
    if (count < 0) {
      ended = true;
    } else {
      undecoded.position(undecoded.position() + count);
    }
    undecoded.flip();
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
