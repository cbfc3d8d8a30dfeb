package kz.umyt.source.csv;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The one file of an archive. Of several nobody could say which is the export, and the others would
 * not be written again.
 */
final class ZippedFile extends FilterInputStream {

  /** Names that are not marked as UTF-8 were written by DOS and Windows in Russian. */
  private static final Charset OLD_NAMES = Charset.forName("IBM866");

  private final ZipInputStream archive;
  private final ZipEntry entry;
  private boolean ended;

  ZippedFile(InputStream stored) throws IOException {
    this(new ZipInputStream(stored, OLD_NAMES));
  }

  private ZippedFile(ZipInputStream archive) throws IOException {
    super(archive);
    this.archive = archive;
    ZipEntry first = nextFile();
    if (first == null) {
      throw new ZipException("no file in the archive");
    }
    this.entry = first;
  }

  private @Nullable ZipEntry nextFile() throws IOException {
    ZipEntry next = archive.getNextEntry();
    while (next != null && next.isDirectory()) {
      next = archive.getNextEntry();
    }
    return next;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (ended) {
      return -1;
    }
    int count = archive.read(target, offset, length);
    if (count < 0) {
      ended = true;
      if (nextFile() != null) {
        throw new SeveralFilesException();
      }
    }
    return count;
  }

  /** There is more in an archive than one file. */
  static final class SeveralFilesException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** Packs one file under the name and time that it has in the original archive. */
  static OutputStream like(CsvFile original, OutputStream stored) throws IOException {
    ZipEntry old;
    try (ZippedFile file = new ZippedFile(Files.newInputStream(original.path()))) {
      old = file.entry;
    }
    String name = old.getName();
    Charset names = OLD_NAMES.newEncoder().canEncode(name) ? OLD_NAMES : StandardCharsets.UTF_8;
    ZipOutputStream archive = new ZipOutputStream(stored, names);
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(old.getTime());
    archive.putNextEntry(entry);
    return archive;
  }
}
