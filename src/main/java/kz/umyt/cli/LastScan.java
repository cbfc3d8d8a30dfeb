package kz.umyt.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import kz.umyt.discover.Inventory;
import kz.umyt.report.InventoryReader;

/**
 * What the last scan left in the folder that this one writes to.
 *
 * @param inventory absent if there was no scan of this job, or if its inventory cannot be used
 * @param trouble why an inventory that is there cannot be used
 */
record LastScan(Optional<Inventory> inventory, Optional<String> trouble) {

  /** The inventory in a file, if it is one of the job. */
  static LastScan of(String job, Path file) {
    if (Files.notExists(file)) {
      return new LastScan(Optional.empty(), Optional.empty());
    }
    try {
      Inventory inventory = InventoryReader.read(file);
      return inventory.job().equals(job)
          ? new LastScan(Optional.of(inventory), Optional.empty())
          : unusable(file, "it is of another job; give each job a folder of its own with --out");
    } catch (IOException damage) {
      return unusable(file, String.valueOf(damage.getMessage()));
    }
  }

  private static LastScan unusable(Path file, String reason) {
    return new LastScan(
        Optional.empty(),
        Optional.of(
            "the inventory of the last scan, "
                + file
                + ", cannot be compared with: "
                + reason
                + ". What is new cannot be told this time; the next scan compares itself with this"
                + " one."));
  }
}
