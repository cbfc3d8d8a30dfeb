package kz.umyt.source.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * What tells whether a file is still the one it was.
 *
 * @param key identity on its disk, where the file system has one
 */
record FileState(long size, FileTime modified, Optional<Object> key) {

  static FileState of(CsvFile file) throws IOException {
    BasicFileAttributes attributes =
        Files.readAttributes(file.path(), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (!attributes.isRegularFile()) {
      throw Failures.of(file, "not a regular file; a link or folder is not rewritten");
    }
    return new FileState(
        attributes.size(),
        attributes.lastModifiedTime(),
        Optional.ofNullable(attributes.fileKey()));
  }
}
