package kz.umyt.source.csv;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;
import kz.umyt.source.SourceException;
import org.jspecify.annotations.Nullable;

/** An unpacked text: ends where it grows as no export does, and says when it is damaged. */
final class Unpacked extends FilterInputStream {

  /** Below this any growth is harmless. */
  private static final long HARMLESS = 100_000_000;

  private static final long MOST_TIMES = 1000;

  private final CsvFile file;
  private final Stored stored;
  private long length;

  private Unpacked(CsvFile file, InputStream text, Stored stored) {
    super(text);
    this.file = file;
    this.stored = stored;
  }

  /** The text of a file whose stored bytes are packed. */
  static InputStream open(CsvFile file, Packing packing, InputStream packed) throws IOException {
    Stored stored = new Stored(packed);
    return guarded(file, stored, () -> new Unpacked(file, packing.unpack(stored), stored));
  }

  /** What may find damage. */
  @FunctionalInterface
  private interface Step<T> {
    T take() throws IOException;
  }

  private static <T> T guarded(CsvFile file, Stored stored, Step<T> step) throws IOException {
    try {
      return step.take();
    } catch (ZippedFile.SeveralFilesException several) {
      throw Failures.of(
          file,
          "the archive holds several files, and only one would be written again; unpack it, and"
              + " delete the archive");
    } catch (SourceException told) {
      throw told;
    } catch (IOException | RuntimeException damage) {
      if (stored.failure != null) {
        throw stored.failure;
      }
      // Each library has exceptions of its own for this.
      ZipException damaged = new ZipException();
      damaged.initCause(damage);
      throw damaged;
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int count) throws IOException {
    int read = guarded(file, stored, () -> super.read(target, offset, count));
    length += Math.max(0, read);
    if (length > HARMLESS && length > MOST_TIMES * stored.length) {
      throw Failures.of(
          file,
          "it unpacks to more than "
              + MOST_TIMES
              + " times its size, as no export does; it was left alone. Delete it, or unpack it by"
              + " hand if it is what it should be");
    }
    return read;
  }

  /** The packed bytes: counts them, and remembers why they could not be read. */
  private static final class Stored extends FilterInputStream {
    private long length;
    private @Nullable IOException failure;

    Stored(InputStream packed) {
      super(packed);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
      try {
        int read = super.read(target, offset, count);
        length += Math.max(0, read);
        return read;
      } catch (IOException broken) {
        failure = broken;
        throw broken;
      }
    }
  }
}
