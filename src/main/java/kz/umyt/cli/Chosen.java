package kz.umyt.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import kz.umyt.discover.Inventory;
import kz.umyt.report.InventoryReader;
import kz.umyt.settings.Installation;
import kz.umyt.settings.NearestName;
import kz.umyt.settings.Policy;
import kz.umyt.settings.SettingsException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** What people name on the command line, found; or said that it is not there. */
final class Chosen {

  private Chosen() {}

  static Policy policy(Installation installation, String id, CommandLine command) {
    Map<String, Policy> policies = installation.policies();
    Policy found = policies.get(id);
    if (found == null) {
      throw new ParameterException(
          command, "unknown policy '" + id + "'" + NearestName.hint(id, policies.keySet()));
    }
    return found;
  }

  static Inventory inventory(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new SettingsException("there is no file " + file);
    }
    try {
      return InventoryReader.read(file);
    } catch (IOException damage) {
      throw new SettingsException(
          file + " is no inventory.json of umyt scan: " + damage.getMessage());
    }
  }
}
