package kz.umyt.discover;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import kz.umyt.discover.Inventory.Gap;
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
  private final Consumer<Gap> gaps;

  FileScan(Recognition recognition, Source.Csv source, Consumer<Gap> gaps) {
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
      if (columns.rows() == 0) {
        gap(file, failure.getMessage());
        return Optional.empty();
      }
      gap(file, "not read behind row " + columns.rows() + ": " + failure.getMessage());
      return Optional.of(columns.inventory(file, OptionalLong.empty()));
    }
  }

  private void read(CsvFile file, FileColumns columns) {
    CsvFormat format = CsvFormat.detect(file, source);
    try (CsvReader reader = CsvReader.open(file, format)) {
      if (!columns.begin(format.header())) {
        gap(
            file,
            "the first line holds values and no names; it was read as a row and the columns are"
                + " numbered: export the file with a header");
      }
      for (CsvRow row : reader) {
        columns.add(row.cells());
      }
    }
  }

  private void gap(CsvFile file, String reason) {
    gaps.accept(
        new Gap(source.name().value(), Optional.of(file.name()), Optional.empty(), reason));
  }
}
