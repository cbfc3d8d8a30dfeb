package kz.umyt.source.csv;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;

/**
 * A pattern over names below a folder. {@code **} stands for any number of folders, none included;
 * within one part of the path the patterns of {@link java.nio.file.FileSystem#getPathMatcher} hold.
 */
public final class Glob {

  private static final String ANY_FOLDERS = "**";

  private final List<Part> parts;

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException if it cannot be read; the message says why
   */
  public Glob(String pattern) {
    List<Part> read = new ArrayList<>();
    for (String part : split(pattern)) {
      if (part.isEmpty() || part.equals("..") || part.equals(".")) {
        throw new IllegalArgumentException("must be relative to the folder and stay in it");
      }
      if (part.contains(ANY_FOLDERS) && !part.equals(ANY_FOLDERS)) {
        throw new IllegalArgumentException("\"**\" must stand alone between two \"/\"");
      }
      read.add(new Part(part));
    }
    parts = List.copyOf(read);
  }

  /**
   * Whether the pattern means this file.
   *
   * @param name its path below the folder, with {@code /} between the parts
   */
  public boolean matches(String name) {
    return matches(0, split(name), 0);
  }

  private boolean matches(int part, List<String> names, int name) {
    if (part == parts.size()) {
      return name == names.size();
    }
    if (parts.get(part).anyFolders()) {
      return matches(part + 1, names, name)
          || (name < names.size() && matches(part, names, name + 1));
    }
    return name < names.size()
        && parts.get(part).matches(names.get(name))
        && matches(part + 1, names, name + 1);
  }

  private static List<String> split(String path) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', from)) {
      parts.add(path.substring(from, slash));
      from = slash + 1;
    }
    parts.add(path.substring(from));
    return parts;
  }

  private static final class Part {
    private final boolean anyFolders;
    private final PathMatcher matcher;

    Part(String pattern) {
      anyFolders = pattern.equals(ANY_FOLDERS);
      try {
        matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("is no valid pattern near \"" + pattern + "\"", e);
      }
    }

    boolean anyFolders() {
      return anyFolders;
    }

    boolean matches(String name) {
      return matcher.matches(Path.of(name));
    }
  }
}
