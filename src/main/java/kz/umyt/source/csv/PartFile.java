package kz.umyt.source.csv;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import kz.umyt.source.SourceException;

/** The new form of a file while it is being written, beside the original and under its own name. */
final class PartFile {

  static final String SUFFIX = ".umyt.part";

  private final CsvFile original;
  private final Path path;

  PartFile(CsvFile original) {
    this.original = original;
    this.path = of(original);
  }

  static Path of(CsvFile original) {
    return original.path().resolveSibling(original.path().getFileName() + SUFFIX);
  }

  Path path() {
    return path;
  }

  /** As a file that can be read again. */
  CsvFile asFile() {
    return new CsvFile(path, original.name() + SUFFIX);
  }

  /** Creates it empty, for nobody but its owner; one that a killed run left goes first. */
  FileChannel create() throws IOException {
    delete(path);
    boolean posix =
        Files.getFileAttributeView(path, PosixFileAttributeView.class, NOFOLLOW_LINKS) != null;
    FileAttribute<?>[] onlyOwner =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    return FileChannel.open(
        path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), onlyOwner);
  }

  /** True if there was one. */
  static boolean delete(Path part) {
    if (!part.getFileName().toString().endsWith(SUFFIX)) {
      throw new IllegalArgumentException(part + " is not the name of a part file");
    }
    if (Files.isDirectory(part, NOFOLLOW_LINKS)) {
      throw new SourceException(part + ": a folder stands where a file is to be; rename it");
    }
    try {
      return Files.deleteIfExists(part);
    } catch (IOException e) {
      throw new SourceException(
          part + ": could not be deleted; it may hold personal data, delete it by hand");
    }
  }

  /** Gives it the original's owner and group, where the user may, and its permissions. */
  void takeOverPermissions() throws IOException {
    PosixFileAttributeView view =
        Files.getFileAttributeView(path, PosixFileAttributeView.class, NOFOLLOW_LINKS);
    if (view == null) {
      return;
    }
    PosixFileAttributes wanted =
        Files.readAttributes(original.path(), PosixFileAttributes.class, NOFOLLOW_LINKS);
    PosixFileAttributes present = view.readAttributes();
    if (!present.group().equals(wanted.group())) {
      tryTo(() -> view.setGroup(wanted.group()));
    }
    view.setPermissions(wanted.permissions());
    if (!present.owner().equals(wanted.owner())) {
      tryTo(() -> view.setOwner(wanted.owner()));
    }
  }

  /** Only the administrator may give files away: for others the owner is the one who rewrote. */
  private static void tryTo(Step step) {
    try {
      step.run();
    } catch (IOException e) {
      // the file stays with the user who runs this
    }
  }

  /** Puts its bytes on the disk. */
  void force() throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** Takes the original's place in one step, and puts that step on the disk. */
  void takePlace() throws IOException {
    Files.move(path, original.path(), StandardCopyOption.ATOMIC_MOVE);
    forceFolder();
  }

  /** Deletes the original, and puts that on the disk. */
  void removeOriginal() throws IOException {
    Files.delete(original.path());
    forceFolder();
  }

  private void forceFolder() {
    Path folder = original.path().toAbsolutePath().getParent();
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Not every system lets a folder be opened; the step itself is done.
    }
  }

  private interface Step {
    void run() throws IOException;
  }
}
