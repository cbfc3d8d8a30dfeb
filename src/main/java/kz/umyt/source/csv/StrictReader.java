package kz.umyt.source.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import kz.umyt.source.SourceException;

/**
 * Decodes a file and stops at the first byte that its encoding does not have: a replacement
 * character would be written back into the file. Knows the line, refuses NUL and records without
 * end.
 */
final class StrictReader extends Reader {

  /** Longest record, in characters: keeps an unclosed quote from filling the memory. */
  static final int LONGEST_RECORD = 4 * 1024 * 1024;

  private static final int BUFFER = 1 << 15;

  private final CsvFile file;
  private final InputStream input;
  private final CharsetDecoder decoder;
  private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
  private final CharBuffer decoded = CharBuffer.allocate(BUFFER).flip();
  private boolean endOfInput;
  private boolean malformed;
  private boolean afterCarriageReturn;
  private long line = 1;
  private long beyondAscii;
  private long recordAllowance = LONGEST_RECORD;

  StrictReader(CsvFile file, InputStream input, Charset charset) {
    this.file = file;
    this.input = input;
    this.decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /** Says that a record has been read to its end, so that the next one may be as long again. */
  void recordEnds() {
    recordAllowance = LONGEST_RECORD;
  }

  /** The line up to which characters have been decoded, one-based. */
  long line() {
    return line;
  }

  /** How many characters beyond ASCII have been decoded. */
  long beyondAscii() {
    return beyondAscii;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!decoded.hasRemaining() && !decodeMore()) {
      return -1;
    }
    if (recordAllowance <= 0) {
      throw Failures.at(
          file,
          line,
          "the record that ends after this line is longer than "
              + LONGEST_RECORD
              + " characters; probably a quote before it is not closed: correct the file");
    }
    int count = Math.min(length, decoded.remaining());
    decoded.get(target, offset, count);
    recordAllowance -= count;
    return count;
  }

  private boolean decodeMore() throws IOException {
    decoded.clear();
    while (true) {
      CoderResult result = decoder.decode(bytes, decoded, endOfInput);
      if (decoded.position() > 0) {
        // A malformed byte stays in the buffer and is met again by the next call.
        decoded.flip();
        inspect();
        return true;
      }
      if (result.isError()) {
        throw malformed();
      }
      if (endOfInput) {
        decoded.flip();
        return false;
      }
      fill();
    }
  }

  private void fill() throws IOException {
    bytes.compact();
    int count = input.read(bytes.array(), bytes.position(), bytes.remaining());
    if (count < 0) {
      endOfInput = true;
    } else {
      bytes.position(bytes.position() + count);
    }
    bytes.flip();
  }

  private void inspect() {
    char[] characters = decoded.array();
    int count = decoded.limit();
    for (int i = 0; i < count; i++) {
      char character = characters[i];
      if (character > '\r') {
        if (character > '\u007f') {
          beyondAscii++;
        }
        afterCarriageReturn = false;
      } else {
        inspectControl(character);
      }
    }
  }

  private void inspectControl(char character) {
    if (character == 0) {
      throw nul();
    }
    if (character == '\r' || (character == '\n' && !afterCarriageReturn)) {
      line++;
    }
    afterCarriageReturn = character == '\r';
  }

  /** True once a failure was that of the encoding. */
  boolean isMalformed() {
    return malformed;
  }

  private SourceException nul() {
    return Failures.at(
        file,
        line,
        "a NUL character, so this is no CSV text; export the data as CSV, or give the source its"
            + " encoding (UTF-16LE, UTF-16BE) if the file has no byte order mark");
  }

  /** Whether a NUL is near: what is no text at all has no right encoding either. */
  private boolean isBinary() {
    if (decoder.charset().name().startsWith("UTF-16")) {
      return false;
    }
    for (int i = 0; i < bytes.limit(); i++) {
      if (bytes.get(i) == 0) {
        return true;
      }
    }
    return false;
  }

  private SourceException malformed() {
    if (isBinary()) {
      return nul();
    }
    malformed = true;
    return Failures.at(
        file,
        line,
        "bytes that are not valid "
            + decoder.charset().name()
            + " on or near this line; correct the file, or give the source its true encoding");
  }

  @Override
  public void close() throws IOException {
    input.close();
  }
}
