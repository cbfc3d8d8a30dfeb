package kz.umyt.source.csv;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One look at a folder. Links are never followed: a rewrite would replace the link and leave what
 * it leads to.
 */
final class FolderWalk extends SimpleFileVisitor<Path> {

  private final Path folder;
  private final Path root;
  private final Predicate<String> includes;
  private final Predicate<String> differsInCase;
  private final List<CsvFile> files = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();
  private final List<Path> parts = new ArrayList<>();
  private final Set<Path> realFiles = new HashSet<>();
  private final List<Path> linksToFiles = new ArrayList<>();

  FolderWalk(Path folder, Predicate<String> includes, Predicate<String> differsInCase)
      throws IOException {
    this.folder = folder;
    this.root = folder.toRealPath();
    this.includes = includes;
    this.differsInCase = differsInCase;
  }

  CsvFolder.FolderListing list() throws IOException {
    Files.walkFileTree(root, this);
    for (Path link : linksToFiles) {
      // A second name for a file that is read anyway is no gap.
      if (!realFiles.contains(link.toRealPath())) {
        gap(link, "a symbolic link is not followed; include the file that it leads to");
      }
    }
    files.sort(Comparator.comparing(CsvFile::name));
    gaps.sort(Comparator.comparing(Gap::name));
    parts.sort(Comparator.naturalOrder());
    return new CsvFolder.FolderListing(files, gaps, parts);
  }

  @Override
  public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
    if (!directory.equals(root) && includes.test(name(directory))) {
      gap(directory, "a folder, not a file; rename it");
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    String name = name(file);
    if (attributes.isSymbolicLink()) {
      visitLink(file);
    } else if (name.endsWith(PartFile.SUFFIX)) {
      parts.add(folder.resolve(name));
    } else if (includes.test(name)) {
      if (attributes.isRegularFile()) {
        files.add(new CsvFile(folder.resolve(name), name));
        realFiles.add(file);
      } else {
        gap(file, "not a regular file");
      }
    } else if (differsInCase.test(name)) {
      gap(file, "differs from the include patterns only in upper and lower case; include it");
    }
    return FileVisitResult.CONTINUE;
  }

  private void visitLink(Path link) {
    Path target;
    try {
      target = link.toRealPath();
    } catch (NoSuchFileException e) {
      if (includes.test(name(link))) {
        gap(link, "a symbolic link that leads nowhere; remove it");
      }
      return;
    } catch (IOException e) {
      gap(link, "a symbolic link that leads in a circle or cannot be followed; remove it");
      return;
    }
    boolean isFolder = Files.isDirectory(target);
    if (!isFolder && !includes.test(name(link))) {
      return;
    }
    if (isFolder && link.startsWith(target)) {
      gap(link, "a symbolic link back to a folder that holds it; remove it");
    } else if (!target.startsWith(root)) {
      gap(link, "a symbolic link out of the folder is not followed; make a source of its target");
    } else if (isFolder) {
      gap(link, "a symbolic link to a folder is not followed; include the folder itself");
    } else {
      linksToFiles.add(link);
    }
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
    if (file.equals(root)) {
      throw failure;
    }
    gap(file, "cannot be opened; check its permissions");
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
      throws IOException {
    if (failure != null) {
      if (directory.equals(root)) {
        throw failure;
      }
      gap(directory, "cannot be listed to its end; check the disk and the permissions");
    }
    return FileVisitResult.CONTINUE;
  }

  private void gap(Path path, String reason) {
    gaps.add(new Gap(name(path), reason));
  }

  private String name(Path path) {
    StringBuilder name = new StringBuilder();
    for (Path part : root.relativize(path)) {
      if (!name.isEmpty()) {
        name.append('/');
      }
      name.append(part);
    }
    return name.toString();
  }
}
