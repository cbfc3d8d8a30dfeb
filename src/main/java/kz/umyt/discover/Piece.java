package kz.umyt.discover;

import java.util.Optional;
import kz.umyt.source.TableName;
import kz.umyt.source.csv.CsvFile;
import kz.umyt.source.jdbc.CellQuery;
import kz.umyt.source.jdbc.KeyRange;

/** What a scan reads at one go, and never twice: a table or some of its rows, or a file. */
public sealed interface Piece {

  /** The name of the source. */
  String source();

  /** The table or file as the inventory names it. */
  String place();

  /**
   * A table.
   *
   * @param range the rows between two keys; absent means all
   * @param sample a part of the rows, drawn over the whole table; absent means all
   */
  record OfTable(
      String source, TableName table, Optional<KeyRange> range, Optional<CellQuery.Sample> sample)
      implements Piece {

    @Override
    public String place() {
      return table.toString();
    }
  }

  /** A file of a CSV source. */
  record OfFile(String source, CsvFile file) implements Piece {

    @Override
    public String place() {
      return file.name();
    }
  }
}
