package kz.umyt.source.csv;

/** Decides what becomes of each row while a file is rewritten. */
@FunctionalInterface
public interface RowEditor {

  /** Called once for each row, in the order of the file. */
  Edit edit(CsvRow row);
}
