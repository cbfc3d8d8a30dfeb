package kz.umyt.settings;

import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Paths written in settings files; relative ones start from the installation. */
record BasePath(Path base) {

  private static final String H2 = "jdbc:h2:";
  private static final String H2_FILE = "jdbc:h2:file:";

  Path resolve(Located<String> written) {
    try {
      return base.resolve(written.value()).normalize();
    } catch (InvalidPathException e) {
      throw new SettingsException(written.at(), "this is not a path");
    }
  }

  /** Makes the file of an embedded H2 database absolute; other URLs stay as they are. */
  String jdbcUrl(Located<String> written) {
    String url = written.value();
    String prefix = url.startsWith(H2_FILE) ? H2_FILE : H2;
    int options = url.indexOf(';') < 0 ? url.length() : url.indexOf(';');
    if (!url.startsWith(H2) || options <= prefix.length()) {
      return url;
    }
    String file = url.substring(prefix.length(), options);
    boolean relative =
        prefix.equals(H2_FILE)
            ? !file.startsWith("~")
            : file.startsWith("./") || file.startsWith("../");
    return relative
        ? prefix + resolve(new Located<>(file, written.at())) + url.substring(options)
        : url;
  }

  /** A file pattern such as {@code clients-*.csv}. */
  static Located<String> glob(Value value) {
    Located<String> pattern = value.text();
    try {
      FileSystems.getDefault().getPathMatcher("glob:" + pattern.value());
      return pattern;
    } catch (IllegalArgumentException e) {
      throw value.error("is not a file pattern; write it like clients-*.csv");
    }
  }
}
