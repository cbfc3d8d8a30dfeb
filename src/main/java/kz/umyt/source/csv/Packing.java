package kz.umyt.source.csv;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;

/** How the stored bytes of a file are packed: told by how they begin, whatever the file's name. */
public enum Packing {
  NONE(""),
  /** RFC 1952; several members are read as one text. */
  GZIP("1F8B"),
  /** Several streams are read as one text. */
  BZIP2("425A68"),
  /** RFC 8878; several frames are read as one text. */
  ZSTD("28B52FFD"),
  /** An archive of exactly one file. */
  ZIP("504B0304");

  private static final int BUFFER = 1 << 16;
  private static final int LONGEST = 4;

  private final String beginning;

  /**
   * A way to pack.
   *
   * @param beginning of the stored bytes, in hex
   */
  Packing(String beginning) {
    this.beginning = beginning;
  }

  static Packing of(CsvFile file) throws IOException {
    try (InputStream stored = Files.newInputStream(file.path())) {
      String start = HexFormat.of().withUpperCase().formatHex(stored.readNBytes(LONGEST));
      return Arrays.stream(values())
          .filter(packing -> packing != NONE && start.startsWith(packing.beginning))
          .findFirst()
          .orElse(NONE);
    }
  }

  /** The text in stored bytes. */
  InputStream unpack(InputStream stored) throws IOException {
    return switch (this) {
      case NONE -> stored;
      case GZIP -> new GZIPInputStream(stored, BUFFER);
      case BZIP2 -> new BZip2CompressorInputStream(stored, true);
      case ZSTD -> new ZstdInputStream(stored);
      case ZIP -> new ZippedFile(stored);
    };
  }

  /**
   * Packs a text; equal texts give equal bytes.
   *
   * @param original whose place it will take
   */
  OutputStream pack(OutputStream stored, CsvFile original) throws IOException {
    return switch (this) {
      case NONE -> stored;
      // The header of the JDK has no time and no name.
      case GZIP -> new GZIPOutputStream(stored, BUFFER);
      case BZIP2 -> new BZip2CompressorOutputStream(stored);
      case ZSTD -> new ZstdOutputStream(stored);
      case ZIP -> ZippedFile.like(original, stored);
    };
  }
}
