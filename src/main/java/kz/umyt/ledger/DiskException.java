package kz.umyt.ledger;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file of ours cannot be written: the message says which, why and what to do, and quotes nothing
 * else.
 */
public final class DiskException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  /** Less than this is no room for a block and its name. */
  private static final long NO_ROOM = 1 << 14;

  private static final String FULL = "disk full; make room there, then start again";
  private static final String TOO_LARGE =
      "a file may not become that large here; raise the limit (ulimit -f), then start again";
  private static final String DENIED =
      "no permission; let the user who runs this write there, or choose another folder";
  private static final String NO_FOLDER =
      "a file stands where a folder is needed; move it away, or choose another folder";

  private static final List<String> SAYS_FULL = List.of("no space left", "quota exceeded");
  private static final List<String> SAYS_DENIED =
      List.of("permission denied", "read-only file system", "operation not permitted");

  public DiskException(Path path, IOException cause) {
    super(path + " cannot be written: " + why(path, cause).orElse("the system refuses it"), cause);
  }

  /** Why a path cannot be written and what to do; absent where that is not known. */
  public static Optional<String> why(Path path, Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
      if (SAYS_FULL.stream().anyMatch(message::contains)) {
        return Optional.of(FULL);
      }
      if (message.contains("file too large")) {
        return Optional.of(TOO_LARGE);
      }
      if (cause instanceof AccessDeniedException
          || cause instanceof ReadOnlyFileSystemException
          || SAYS_DENIED.stream().anyMatch(message::contains)) {
        return Optional.of(DENIED);
      }
      if (cause instanceof FileAlreadyExistsException
          || cause instanceof NotDirectoryException
          || message.contains("not a directory")) {
        return Optional.of(NO_FOLDER);
      }
    }
    // The messages of a system may be in any language: its state is not.
    return state(path);
  }

  private static Optional<String> state(Path path) {
    @Nullable Path there = path.toAbsolutePath();
    while (there != null && Files.notExists(there)) {
      there = there.getParent();
    }
    if (there == null) {
      return Optional.empty();
    }
    if (!there.equals(path.toAbsolutePath()) && !Files.isDirectory(there)) {
      return Optional.of(NO_FOLDER);
    }
    if (!Files.isWritable(there)) {
      return Optional.of(DENIED);
    }
    try {
      return Files.getFileStore(there).getUsableSpace() < NO_ROOM
          ? Optional.of(FULL)
          : Optional.empty();
    } catch (IOException unknown) {
      return Optional.empty();
    }
  }
}
