package kz.umyt.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kz.umyt.settings.SettingsException;

/** The folder of {@code --out}: made and tried before anything is done whose report goes there. */
final class OutFolder {
  private OutFolder() {}

  /**
   * Makes the folder where it is missing.
   *
   * @return its absolute path
   * @throws SettingsException if it cannot be written
   */
  static Path prepared(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    try {
      Files.createDirectories(absolute);
    } catch (IOException failure) {
      throw unwritable(absolute);
    }
    if (!Files.isWritable(absolute)) {
      throw unwritable(absolute);
    }
    return absolute;
  }

  private static SettingsException unwritable(Path folder) {
    return new SettingsException(
        "the folder " + folder + " cannot be written; choose another with --out");
  }
}
