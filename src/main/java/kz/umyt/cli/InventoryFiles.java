package kz.umyt.cli;

import java.io.IOException;
import java.nio.file.Path;
import kz.umyt.discover.Inventory;
import kz.umyt.recognize.Analyzer;
import kz.umyt.report.InventoryCsv;
import kz.umyt.report.InventoryHtml;
import kz.umyt.report.InventoryJson;
import kz.umyt.report.RecognizerNotes;

/** The inventory as files: for people, for spreadsheets and for programs. */
final class InventoryFiles {
  private InventoryFiles() {}

  /**
   * Writes {@code inventory.html}, {@code inventory.csv} and, last, {@code inventory.json}, whose
   * time is therefore that of the whole.
   *
   * @return absolute path of the page
   * @throws IOException if a file cannot be written
   */
  static Path write(Inventory inventory, Analyzer analyzer, Path folder) throws IOException {
    Path absolute = folder.toAbsolutePath().normalize();
    Path page = absolute.resolve("inventory.html");
    RecognizerNotes notes = new RecognizerNotes(analyzer::alarmOf, analyzer::entityOfColumn);
    InventoryHtml.write(inventory, notes, page);
    InventoryCsv.write(inventory, absolute.resolve("inventory.csv"));
    InventoryJson.write(inventory, absolute.resolve("inventory.json"));
    return page;
  }
}
