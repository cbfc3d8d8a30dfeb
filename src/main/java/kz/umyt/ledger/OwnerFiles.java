package kz.umyt.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;

/** Files and folders that only their owner may read, and that survive a power cut. */
final class OwnerFiles {
  private static final FileAttribute<?>[] NONE = {};

  private OwnerFiles() {}

  /** Creates an empty file with mode 0600. */
  static void createFile(Path file) throws IOException {
    Files.createFile(file, mode(file, "rw-------"));
  }

  /** Creates an empty file with mode 0600 unless it exists. */
  static void ensureFile(Path file) throws IOException {
    try {
      createFile(file);
    } catch (FileAlreadyExistsException exists) {
      // What somebody else just created is as good.
    }
  }

  /** Creates a folder and its parents, mode 0700 where they are new. */
  static void createFolders(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, mode(folder, "rwx------"));
    }
  }

  /** Whether only the owner of a file, and perhaps a group of theirs, may read it. */
  static boolean isPrivate(Path file) throws IOException {
    return !hasPosixModes(file)
        || !Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
  }

  /** The folder that a file is in. */
  static Path folderOf(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new NoSuchFileException(file.toString(), null, "not a file");
    }
    return folder;
  }

  /** Makes names that were added to or removed from a folder durable. */
  static void syncFolder(Path folder) throws IOException {
    if (!hasPosixModes(folder)) {
      return; // Windows cannot open a folder, and keeps its names in a journal of its own.
    }
    // An interrupted thread would close the channel instead of syncing.
    boolean interrupted = Thread.interrupted();
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static FileAttribute<?>[] mode(Path path, String permissions) {
    return hasPosixModes(path)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : NONE;
  }

  private static boolean hasPosixModes(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
