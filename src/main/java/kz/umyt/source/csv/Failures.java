package kz.umyt.source.csv;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.zip.ZipException;
import kz.umyt.source.SourceException;

/** Failures of files, in plain words: where, what is wrong, what to do. */
final class Failures {

  /** Stands in a name for bytes that are no characters in the encoding of names. */
  private static final char REPLACED = '\uFFFD';

  private Failures() {}

  static SourceException at(CsvFile file, long line, String what) {
    return new SourceException(file.path() + ":" + line + ": " + what);
  }

  static SourceException of(CsvFile file, String what) {
    return new SourceException(file.path() + ": " + what);
  }

  static SourceException reading(CsvFile file, IOException cause) {
    if (cause instanceof NoSuchFileException && file.name().indexOf(REPLACED) >= 0) {
      return of(
          file,
          "its name holds bytes that are no characters here, so it cannot be opened; rename it");
    }
    if (cause instanceof NoSuchFileException) {
      return of(file, "the file is gone; export it again or start again without it");
    }
    if (cause instanceof AccessDeniedException) {
      return of(file, "no permission to read the file; grant it to the user who runs this");
    }
    if (cause instanceof EOFException || cause instanceof ZipException) {
      return of(file, "the packed data is damaged, cut off or encrypted; export the file again");
    }
    return of(file, "the file could not be read" + reason(cause));
  }

  static SourceException writing(Path path, Exception cause) {
    if (cause instanceof AccessDeniedException || cause instanceof ReadOnlyFileSystemException) {
      return new SourceException(
          path
              + ": no permission to write here; make the folder writable for the user who runs"
              + " this (the original file is unchanged)");
    }
    return new SourceException(
        path
            + ": could not be written"
            + reason(cause)
            + "; the folder needs room for a second copy of the file (the original file is"
            + " unchanged)");
  }

  private static String reason(Exception cause) {
    String reason = cause.getMessage();
    return reason == null ? "" : " (" + reason + ")";
  }
}
