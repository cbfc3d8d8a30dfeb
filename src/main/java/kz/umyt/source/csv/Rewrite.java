package kz.umyt.source.csv;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One pass over a file: copies, leaves out and changes records, and counts what it did. */
final class Rewrite {

  private final CsvFile file;
  private final CsvFormat format;
  private final RowEditor editor;
  private final RawRecords records;
  private final Writer output;
  private final RowsDigest expected = new RowsDigest();
  private long rows;
  private long dropped;
  private long changed;

  /** Line end of the last record written, held back until another record follows. */
  private String heldLineEnd = "";

  private boolean blankWritten;

  Rewrite(CsvFile file, CsvFormat format, RowEditor editor, RawRecords records, Writer output) {
    this.file = file;
    this.format = format;
    this.editor = editor;
    this.records = records;
    this.output = output;
  }

  void run() throws IOException {
    copyHeader();
    String lastLineEnd = heldLineEnd;
    while (records.next()) {
      lastLineEnd = records.lineEnd();
      if (records.isNoRow()) {
        copy();
      } else {
        edit(records.values());
      }
    }
    // A file without a line end at its end keeps it so, even if its last record is gone; a blank
    // line would be gone with its line end.
    if (!lastLineEnd.isEmpty() || blankWritten) {
      output.write(heldLineEnd);
    }
  }

  /** With all that stands above it. */
  private void copyHeader() throws IOException {
    if (!format.hasHeader()) {
      return;
    }
    while (records.next()) {
      boolean above = records.line() < format.headerLine();
      if (!above) {
        format.requireHeader(file, records.cells());
      }
      copy();
      if (!above) {
        return;
      }
    }
    throw Failures.of(file, "the header is gone since the file was examined; start again");
  }

  private void edit(List<String> cells) throws IOException {
    if (TotalsRow.is(cells, format)) {
      copy();
      expected.add(cells);
    } else {
      rows++;
      CsvRow row = new CsvRow(rows, records.line(), cells);
      apply(row, editor.edit(row));
    }
  }

  private void apply(CsvRow row, Edit edit) throws IOException {
    if (edit instanceof Edit.Drop) {
      dropped++;
    } else if (edit instanceof Edit.Change change) {
      change(row, change);
    } else {
      keep(row);
    }
  }

  private void keep(CsvRow row) throws IOException {
    copy();
    expected.add(row.cells());
  }

  private void copy() throws IOException {
    output.write(heldLineEnd);
    records.copyContent(output);
    heldLineEnd = records.lineEnd();
    blankWritten = records.isBlank();
  }

  private void change(CsvRow row, Edit.Change change) throws IOException {
    Map<Integer, String> newCells = new HashMap<>();
    for (Map.Entry<Integer, String> cell : change.newCells().entrySet()) {
      String oldValue = oldValue(row, cell.getKey());
      String newValue = format.asRead(cell.getValue());
      if (!newValue.equals(oldValue)) {
        newCells.put(cell.getKey(), newValue);
      }
    }
    if (newCells.isEmpty()) {
      keep(row);
      return;
    }
    CellSpans spans = new CellSpans(records.content(), format.dialect());
    List<String> raw = records.cells();
    if (!spans.values().equals(raw)) {
      throw Failures.at(
          file, row.line(), "this record is quoted in a way that cannot be rewritten");
    }
    output.write(heldLineEnd);
    output.write(spans.with(written(row, raw, newCells)));
    heldLineEnd = records.lineEnd();
    blankWritten = false;
    changed++;
    expected.add(replaced(row.cells(), newCells));
  }

  /** New values as they are written: where a guard kept a cell from being a formula, one stays. */
  private Map<Integer, String> written(
      CsvRow row, List<String> raw, Map<Integer, String> newCells) {
    Map<Integer, String> written = new HashMap<>();
    newCells.forEach(
        (column, plain) -> {
          String oldValue = row.cells().get(column);
          boolean guarded = !raw.get(column).equals(oldValue);
          String value = guarded ? CellGuard.guarded(plain) : plain;
          check(row, column, guarded ? "" : oldValue, value);
          written.put(column, value);
        });
    return written;
  }

  private static List<String> replaced(List<String> cells, Map<Integer, String> newCells) {
    List<String> replaced = new ArrayList<>(cells);
    newCells.forEach(replaced::set);
    return replaced;
  }

  private String oldValue(CsvRow row, int column) {
    if (column < 0 || column >= row.cells().size()) {
      throw new IllegalArgumentException(
          where(row, column) + "this row has no such cell to change");
    }
    return row.cells().get(column);
  }

  private void check(CsvRow row, int column, String oldValue, String newValue) {
    if (FormulaGuard.refuses(oldValue, newValue)) {
      throw new IllegalArgumentException(
          where(row, column) + "the new value would be a formula in a spreadsheet");
    }
    if (!format.canHold(newValue)) {
      throw Failures.at(
          file,
          row.line(),
          "the new value for "
              + name(column)
              + " has a character that "
              + format.charset().name()
              + " does not have; choose another operator or replacement (nothing was changed)");
    }
  }

  private String where(CsvRow row, int column) {
    return file.path() + ":" + row.line() + ": " + name(column) + ": ";
  }

  private String name(int column) {
    boolean named = column >= 0 && column < format.header().size();
    return "column " + (column + 1) + (named ? " (" + format.header().get(column) + ")" : "");
  }

  long rows() {
    return rows;
  }

  long dropped() {
    return dropped;
  }

  long changed() {
    return changed;
  }

  /** Digest of the rows that the new file must hold, those of totals among them. */
  String expectedRows() {
    return expected.hex();
  }
}
