package kz.umyt.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** An installation in a temporary folder, for tests. */
record InstallationFolder(Path base) {

  Path write(String name, String text) {
    return write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  Path write(String name, byte[] bytes) {
    Path file = base.resolve(name);
    try {
      Files.createDirectories(file.getParent());
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Installation open(Map<String, String> environment) {
    return new Installation(base, base.resolve("config"), base.resolve("var"), environment);
  }

  Installation open() {
    return open(Map.of());
  }
}
