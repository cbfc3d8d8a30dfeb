package kz.umyt.source.csv;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.util.HexFormat;

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
  static StoredInput open(CsvFile file, Packing packing, boolean digesting) throws IOException {
    DigestInputStream stored =
        new DigestInputStream(Files.newInputStream(file.path()), Sha256.digest());
    stored.on(digesting);
    try {
      return new StoredInput(stored, text(file, packing, stored));
    } catch (IOException | RuntimeException e) {
      stored.close();
      throw e;
    }
  }

  /** Opens a file behind its byte order mark. */
  static StoredInput open(CsvFile file, CsvFormat format, boolean digesting) throws IOException {
    StoredInput input = open(file, format.packing(), digesting);
    if (format.byteOrderMark()) {
      input.text.readNBytes(ByteOrderMark.of(format.charset()).length());
    }
    return input;
  }

  private static InputStream text(CsvFile file, Packing packing, InputStream stored)
      throws IOException {
    if (packing == Packing.NONE) {
      return stored;
    }
    return Unpacked.open(file, packing, new BufferedInputStream(stored, BUFFER));
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
