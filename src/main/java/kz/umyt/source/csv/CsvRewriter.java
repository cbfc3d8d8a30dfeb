package kz.umyt.source.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import kz.umyt.source.SourceException;

/**
 * Rewrites a CSV file in two steps: {@link #prepare} writes the new form beside the original,
 * {@link PreparedRewrite#replaceOriginal} puts it in the original's place. At every moment the
 * file's name leads either to the old form or to the new one.
 */
public final class CsvRewriter {

  private CsvRewriter() {}

  /**
   * Writes the new form of a file beside it. Rows that are kept and cells that are not named stay
   * byte for byte what they are. Where the editor keeps everything, no part file is left.
   *
   * @param editor what it throws ends the rewrite, leaves the original and no part file
   * @throws SourceException if the file cannot be read or the part file cannot be written
   * @throws IllegalArgumentException if a new value would be a formula ({@link FormulaGuard}) or
   *     names a cell that the row does not have
   */
  public static PreparedRewrite prepare(CsvFile file, CsvFormat format, RowEditor editor) {
    return prepare(file, format, editor, false);
  }

  /** With {@code evenUnchanged} the part file also stays where it is equal to the original. */
  static PreparedRewrite prepare(
      CsvFile file, CsvFormat format, RowEditor editor, boolean evenUnchanged) {
    if (!ExactEncoding.isExact(format.charset())) {
      throw Failures.of(
          file,
          "a file in "
              + format.charset().name()
              + " cannot be rewritten without touching other bytes; export it in UTF-8");
    }
    FileState state = writableState(file);
    PartFile part = new PartFile(file);
    PreparedRewrite prepared;
    try {
      prepared = write(file, format, editor, state, part);
    } catch (RuntimeException | Error e) {
      deleteAfter(part, e);
      throw e;
    }
    if (!prepared.isChanged() && !evenUnchanged) {
      prepared.discard();
    }
    return prepared;
  }

  private static FileState writableState(CsvFile file) {
    try {
      FileState state = FileState.of(file);
      if (!Files.isWritable(file.path())) {
        throw Failures.of(
            file, "the file is write-protected; grant write permission to the user who runs this");
      }
      return state;
    } catch (IOException e) {
      throw Failures.reading(file, e);
    }
  }

  private static PreparedRewrite write(
      CsvFile file, CsvFormat format, RowEditor editor, FileState state, PartFile part) {
    try (RawRecords records = open(file, format);
        PartWriter output = new PartWriter(part.create(), format, file)) {
      Rewrite rewrite = new Rewrite(file, format, editor, records, output.text());
      rewrite.run();
      String sha256After = output.finish();
      return new PreparedRewrite(
          file,
          format,
          part,
          state,
          rewrite.rows(),
          rewrite.dropped(),
          rewrite.changed(),
          rewrite.expectedRows(),
          records.sha256(),
          sha256After);
    } catch (IOException | ReadOnlyFileSystemException e) {
      throw Failures.writing(part.path(), e);
    }
  }

  private static RawRecords open(CsvFile file, CsvFormat format) {
    try {
      return RawRecords.open(file, format, true);
    } catch (IOException e) {
      throw Failures.reading(file, e);
    }
  }

  private static void deleteAfter(PartFile part, Throwable failure) {
    try {
      PartFile.delete(part.path());
    } catch (SourceException e) {
      failure.addSuppressed(e);
    }
  }

  /** Where the new form of a file is written; a killed run leaves it there. */
  public static Path partOf(CsvFile file) {
    return PartFile.of(file);
  }

  /**
   * Deletes a part file that a killed run left, while no other run is at work.
   *
   * @return whether there was one
   * @throws SourceException if it cannot be deleted
   * @throws IllegalArgumentException if the path is not that of a part file
   */
  public static boolean deletePart(Path part) {
    return PartFile.delete(part);
  }

  /**
   * SHA-256 of a file's stored bytes, in lower-case hex.
   *
   * @throws SourceException if it cannot be read
   */
  public static String sha256(Path path) {
    try {
      return Sha256.of(path);
    } catch (IOException e) {
      throw Failures.reading(new CsvFile(path, path.toString()), e);
    }
  }
}
