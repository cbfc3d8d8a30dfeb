package kz.umyt.source.csv;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;

/** Tells whether a file is still the one whose reading began. */
public final class FileWatch {

  private final CsvFile file;
  private final FileState before;

  private FileWatch(CsvFile file, FileState before) {
    this.file = file;
    this.before = before;
  }

  /**
   * Looks at a file before it is read.
   *
   * @throws kz.umyt.source.SourceException if it is gone or is no regular file
   */
  public static FileWatch begin(CsvFile file) {
    return new FileWatch(file, state(file));
  }

  /**
   * Looks at it again.
   *
   * @throws kz.umyt.source.SourceException if it is gone or another one
   */
  public void requireSame() {
    if (!before.equals(state(file))) {
      throw Failures.of(
          file, "the file changed while it was read; start again when nobody writes to it");
    }
  }

  /**
   * Bytes of a file.
   *
   * @throws kz.umyt.source.SourceException if it is gone or is no regular file
   */
  public static long size(CsvFile file) {
    return state(file).size();
  }

  /**
   * The day of a file's last change.
   *
   * @throws kz.umyt.source.SourceException if it is gone or is no regular file
   */
  public static LocalDate modified(CsvFile file, ZoneId zone) {
    return LocalDate.ofInstant(state(file).modified().toInstant(), zone);
  }

  /**
   * Digest of a file's bytes, in lower-case hex.
   *
   * @throws kz.umyt.source.SourceException if it cannot be read
   */
  public static String digest(CsvFile file) {
    state(file);
    try (StoredInput input = StoredInput.open(file, Packing.NONE, true)) {
      return input.sha256();
    } catch (IOException e) {
      throw Failures.reading(file, e);
    }
  }

  private static FileState state(CsvFile file) {
    try {
      return FileState.of(file);
    } catch (IOException e) {
      throw Failures.reading(file, e);
    }
  }
}
