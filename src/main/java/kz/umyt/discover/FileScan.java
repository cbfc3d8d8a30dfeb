package kz.umyt.discover;

import java.util.Optional;
import java.util.OptionalLong;
import kz.umyt.discover.Inventory.TableInventory;
import kz.umyt.settings.Source;
import kz.umyt.source.SourceException;
import kz.umyt.source.csv.CsvFile;
import kz.umyt.source.csv.CsvFormat;
import kz.umyt.source.csv.CsvReader;
import kz.umyt.source.csv.CsvRow;

/** Reads every column of one CSV file in one pass, cells without a heading too. */
final class FileScan {

  private final Recognition recognition;
  private final Source.Csv source;
  private final Gaps gaps;

  FileScan(Recognition recognition, Source.Csv source, Gaps gaps) {
    this.recognition = recognition;
    this.source = source;
    this.gaps = gaps;
  }

  /** The file, as far as it could be read; empty if not at all, which is then a gap. */
  Optional<TableInventory> scan(CsvFile file) {
    FileColumns columns = new FileColumns(recognition);
    try {
      read(file, columns);
      return Optional.of(columns.inventory(file, OptionalLong.of(columns.rows())));
    } catch (SourceException failure) {
      gaps.behind(file.name(), columns.rows(), failure);
      return columns.rows() == 0
          ? Optional.empty()
          : Optional.of(columns.inventory(file, OptionalLong.empty()));
    }
  }

  private void read(CsvFile file, FileColumns columns) {
    CsvFormat format = CsvFormat.detect(file, source);
    try (CsvReader reader = CsvReader.open(file, format)) {
      if (!columns.begin(format.header())) {
        gaps.table(
            file.name(),
            "the first line holds values and no names; it was read as a row and the columns are"
                + " numbered: export the file with a header");
      }
      for (CsvRow row : reader) {
        columns.add(row.cells());
      }
    }
  }
}
