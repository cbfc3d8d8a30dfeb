package kz.umyt.source.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/** A file's bytes as they are stored, and the unpacked text in them. */
final class StoredInput implements Closeable {

  private static final int BUFFER = 1 << 16;

  private final DigestInputStream stored;
  private final InputStream text;

  private StoredInput(DigestInputStream stored, InputStream text) {
    this.stored = stored;
    this.text = text;
  }

  /**
   * Opens a file.
   *
   * @param digesting whether {@link #sha256} will be asked for
   */
  static StoredInput open(CsvFile file, boolean gzip, boolean digesting) throws IOException {
    DigestInputStream stored =
        new DigestInputStream(Files.newInputStream(file.path()), Sha256.digest());
    stored.on(digesting);
    try {
      return new StoredInput(stored, gzip ? new GZIPInputStream(stored, BUFFER) : stored);
    } catch (IOException e) {
      stored.close();
      throw e;
    }
  }

  /** Opens a file behind its byte order mark. */
  static StoredInput open(CsvFile file, CsvFormat format, boolean digesting) throws IOException {
    StoredInput input = open(file, format.gzip(), digesting);
    if (format.byteOrderMark()) {
      input.text.readNBytes(ByteOrderMark.of(format.charset()).length());
    }
    return input;
  }

  InputStream text() {
    return text;
  }

  /** Digest of all stored bytes, in lower-case hex; reads what has not been read yet. */
  String sha256() throws IOException {
    byte[] rest = new byte[BUFFER];
    while (stored.read(rest) >= 0) {
      // the stream digests what it reads
    }
    return HexFormat.of().formatHex(stored.getMessageDigest().digest());
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
