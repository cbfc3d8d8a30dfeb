package kz.umyt.source.csv;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.CodingErrorAction;
import java.security.DigestOutputStream;
import java.util.HexFormat;

/** Writes text as a file's format wants it: byte order mark, encoding, packing. */
final class PartWriter implements AutoCloseable {

  private static final int BUFFER = 1 << 16;

  private final DigestOutputStream stored;
  private final Writer text;

  PartWriter(FileChannel channel, CsvFormat format, CsvFile original) throws IOException {
    stored = new DigestOutputStream(Channels.newOutputStream(channel), Sha256.digest());
    OutputStream bytes = new BufferedOutputStream(stored, BUFFER);
    OutputStream unpacked = format.packing().pack(bytes, original);
    if (format.byteOrderMark()) {
      unpacked.write(ByteOrderMark.of(format.charset()).bytes());
    }
    text =
        new BufferedWriter(
            new OutputStreamWriter(
                unpacked,
                format
                    .charset()
                    .newEncoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)),
            BUFFER);
  }

  Writer text() {
    return text;
  }

  /** Writes what is still held back; gives the digest of the stored bytes, in lower-case hex. */
  String finish() throws IOException {
    text.close();
    return HexFormat.of().formatHex(stored.getMessageDigest().digest());
  }

  @Override
  public void close() throws IOException {
    try (stored) {
      text.close();
    }
  }
}
