package kz.umyt.discover;

import java.util.List;
import java.util.Optional;
import kz.umyt.discover.Inventory.Gap;
import kz.umyt.settings.Position;
import kz.umyt.source.SourceException;

/** Collects what was not read of one source. */
final class Gaps {

  /** For a file whose rows were all read, although it has no header. */
  static final String NO_HEADER =
      "the first line holds values and no names; it was read as a row and the columns are"
          + " numbered: export the file with a header";

  /** For lines above a header that no run touches. */
  static final String PERSONAL_TITLES =
      "the lines above the header hold what looks like personal data, and no run touches them:"
          + " export the file without it";

  private final String source;
  private final List<Gap> to;

  Gaps(String source, List<Gap> to) {
    this.source = source;
    this.to = to;
  }

  /** Nothing of the source was read. */
  void whole(SourceException failure) {
    to.add(new Gap(source, Optional.empty(), Optional.empty(), reason(failure)));
  }

  /** A table or file, for a reason that holds no value. */
  void table(String table, String reason) {
    to.add(new Gap(source, Optional.of(table), Optional.empty(), reason));
  }

  /** A table or file that somebody chose not to read, and where he said so. */
  void leftOut(String table, Position where) {
    to.add(
        new Gap(
            source,
            Optional.of(table),
            Optional.empty(),
            "left out by the job (" + where.file() + ", line " + where.line() + ")",
            true));
  }

  /** A file that may be read in the wrong encoding; all of it was read nonetheless. */
  void doubtful(String file, String encoding) {
    to.add(
        new Gap(
            source,
            Optional.of(file),
            Optional.empty(),
            "perhaps in wrong letters: "
                + encoding
                + " was guessed from few; look at some names, and give the source its 'encoding'",
            true));
  }

  /** Lines of a file that are no rows, in words; nobody expects them to be read as such. */
  void noRows(String file, String lines) {
    to.add(
        new Gap(
            source,
            Optional.of(file),
            Optional.empty(),
            lines + " are no rows; every run keeps them as they are",
            true));
  }

  /**
   * The rest of a table or file.
   *
   * @param rows read before; 0 if none
   */
  void behind(String table, long rows, SourceException failure) {
    table(table, (rows == 0 ? "" : "not read behind row " + rows + ": ") + reason(failure));
  }

  /** One column of a table. */
  void column(String table, String column, String reason) {
    to.add(new Gap(source, Optional.of(table), Optional.of(column), reason));
  }

  /** Values of a column that nobody expects to be read. */
  void expected(String table, String column, String reason) {
    to.add(new Gap(source, Optional.of(table), Optional.of(column), reason, true));
  }

  private static String reason(SourceException failure) {
    String message = failure.getMessage();
    return message == null ? "it cannot be read" : message;
  }
}
