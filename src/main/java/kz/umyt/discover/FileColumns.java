package kz.umyt.discover;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import kz.umyt.recognize.Finding;
import kz.umyt.source.csv.CsvFile;
import kz.umyt.source.csv.CsvFormat;

/** The columns of one CSV file while it is read. */
final class FileColumns {

  private static final String TYPE = "text";

  private final Recognition recognition;
  private final List<ColumnProfile> profiles = new ArrayList<>();
  private final List<ColumnProfile> beyondHeader = new ArrayList<>(1);
  private Optional<FileEncoding> encoding = Optional.empty();
  private long rows;

  FileColumns(Recognition recognition) {
    this.recognition = recognition;
  }

  /**
   * Takes the header, and how the file is written.
   *
   * @return false if it holds values; then it counts as a row, and no column has a name, since a
   *     value must not get into the inventory as one
   */
  boolean begin(CsvFormat format) {
    encoding = Optional.of(FileEncoding.of(format));
    List<String> header = format.header();
    boolean named =
        header.stream()
            .flatMap(name -> recognition.findings(name, null).stream())
            .noneMatch(Finding::validated);
    for (int i = 0; i < header.size(); i++) {
      String name = header.get(i);
      profiles.add(profile(named && !name.isEmpty() ? name : "#" + (i + 1)));
    }
    if (!named) {
      add(header);
    }
    return named;
  }

  /** Takes a row; what has no heading is kept together in one column behind the others. */
  void add(List<String> cells) {
    rows++;
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      if (!cell.isEmpty()) {
        column(i).add(cell);
      }
    }
  }

  private ColumnProfile column(int index) {
    if (index < profiles.size()) {
      return profiles.get(index);
    }
    if (beyondHeader.isEmpty()) {
      beyondHeader.add(profile("#" + (profiles.size() + 1) + " and behind"));
    }
    return beyondHeader.get(0);
  }

  private ColumnProfile profile(String name) {
    return new ColumnProfile(recognition, new ColumnHead(name, TYPE, true, ColumnReading.TEXT));
  }

  /** Rows taken so far. */
  long rows() {
    return rows;
  }

  /**
   * What was seen so far.
   *
   * @param whole whether the file was read to its end
   * @param all how many rows it has
   */
  TableCounts counts(CsvFile file, boolean whole, OptionalLong all) {
    List<ColumnProfile> columns = new ArrayList<>(profiles);
    columns.addAll(beyondHeader);
    return new TableCounts(
        file.name(),
        whole,
        all,
        rows,
        columns.stream().map(column -> column.counted(UnreadValues.NONE)).toList(),
        TableShape.of(encoding));
  }
}
