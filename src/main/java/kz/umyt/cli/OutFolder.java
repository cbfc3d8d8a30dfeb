package kz.umyt.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kz.umyt.ledger.DiskException;
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
      throw unwritable(
          absolute, DiskException.why(absolute, failure).orElse("the system refuses it"));
    }
    if (!Files.isWritable(absolute)) {
      throw unwritable(
          absolute,
          "no permission; let the user who runs this write there, or choose another folder");
    }
    return absolute;
  }

  private static SettingsException unwritable(Path folder, String why) {
    return new SettingsException(
        "the folder " + folder + " cannot be written: " + why + ", such as with --out");
  }
}
