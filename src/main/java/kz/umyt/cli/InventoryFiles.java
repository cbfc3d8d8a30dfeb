package kz.umyt.cli;

import java.io.IOException;
import java.nio.file.Path;
import kz.umyt.discover.Inventory;
import kz.umyt.discover.ScanResult;
import kz.umyt.recognize.Analyzer;
import kz.umyt.report.InventoryCsv;
import kz.umyt.report.InventoryHtml;
import kz.umyt.report.InventoryJson;
import kz.umyt.report.RecognizerNotes;

/** The inventory as files: for people, for spreadsheets and for programs. */
final class InventoryFiles {

  /** What the next scan compares itself with. */
  static final String JSON = "inventory.json";

  private InventoryFiles() {}

  /**
   * Writes {@code inventory.html}, {@code inventory.csv} and, last, {@code inventory.json}, whose
   * time is therefore that of the whole.
   *
   * @return absolute path of the page
   * @throws IOException if a file cannot be written
   */
  static Path write(ScanResult result, Analyzer analyzer, Path folder) throws IOException {
    Inventory inventory = result.inventory();
    Path absolute = folder.toAbsolutePath().normalize();
    Path page = absolute.resolve("inventory.html");
    RecognizerNotes notes = new RecognizerNotes(analyzer::alarmOf, analyzer::entityOfColumn);
    InventoryHtml.write(result, notes, page);
    InventoryCsv.write(inventory, absolute.resolve("inventory.csv"));
    InventoryJson.write(result, absolute.resolve(JSON));
    return page;
  }
}
