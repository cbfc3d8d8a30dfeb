package kz.umyt.source.csv;

import java.nio.charset.Charset;
import java.util.List;
import java.util.OptionalDouble;
import kz.umyt.settings.Located;
import kz.umyt.settings.SettingsException;
import kz.umyt.settings.Source;
import kz.umyt.source.SourceException;

/**
 * How one CSV file is written.
 *
 * @param confidence how sure the encoding is that was found out, from 0 to 1; empty where the
 *     source states it
 * @param byteOrderMark whether the text begins with the charset's byte order mark
 * @param packing of the stored bytes
 * @param headerLine one-based line on which the header begins; what stands above it (titles, the
 *     line {@code sep=…} of Excel) belongs to no row; 0 where the source names the columns, and
 *     every record is a row
 * @param header names of the columns without surrounding blanks and no-break spaces
 * @param lineEnd of the header; other lines may end differently
 */
public record CsvFormat(
    Charset charset,
    OptionalDouble confidence,
    boolean byteOrderMark,
    char delimiter,
    Escaping escaping,
    Packing packing,
    long headerLine,
    List<String> header,
    LineEnd lineEnd) {

  /** Below it, the encoding that fits best fits hardly better than another one. */
  private static final double DOUBTFUL = 0.5;

  public CsvFormat {
    header = List.copyOf(header);
  }

  /**
   * Finds out how a file is written. What the source states is taken, and contradicted by an error
   * where the file shows otherwise. Reads the whole file if the encoding must be found out: a byte
   * order mark, else UTF-8 if every byte is valid, else the one-byte encoding in which it looks
   * most like words: windows-1251, CP866 or KOI8-R.
   *
   * @throws SourceException if the file cannot be read, is empty, binary, or not in the encoding
   */
  public static CsvFormat detect(CsvFile file, Source.Csv source) {
    return new FormatDetection(file, source, true).detect();
  }

  /**
   * The same for somebody who reads as far as can be read: of a file that is damaged somewhere,
   * what stands before the damage decides.
   *
   * @throws SourceException as {@link #detect}, but for damage behind the header
   */
  public static CsvFormat detectReadable(CsvFile file, Source.Csv source) {
    return new FormatDetection(file, source, false).detect();
  }

  /**
   * The zero-based column under a name that somebody wrote.
   *
   * @throws SettingsException if there is no such column
   * @throws SourceException if there are several
   */
  public int column(CsvFile file, Located<String> name) {
    String wanted = HeaderName.trim(name.value());
    int column = wanted.isEmpty() ? -1 : header.indexOf(wanted);
    if (column < 0) {
      throw new SettingsException(name.at(), unknown(file, wanted));
    }
    int second = header.lastIndexOf(wanted);
    if (second != column) {
      throw Failures.at(
          file,
          headerLine,
          "the columns "
              + (column + 1)
              + " and "
              + (second + 1)
              + " are both named \""
              + wanted
              + "\"; rename one in the export");
    }
    return column;
  }

  Dialect dialect() {
    return new Dialect(delimiter, escaping);
  }

  /** The value that will be read where this one has been written into a cell. */
  public String asRead(String value) {
    return dialect().asRead(value);
  }

  boolean hasHeader() {
    return headerLine > 0;
  }

  /** Whether the file may well have been written in another encoding than the one it is read in. */
  public boolean isEncodingDoubtful() {
    return confidence.isPresent() && confidence.getAsDouble() < DOUBTFUL;
  }

  /** True if the file's encoding has all characters of a value. */
  public boolean canHold(String value) {
    return value.indexOf('\0') < 0 && charset.newEncoder().canEncode(value);
  }

  private String unknown(CsvFile file, String wanted) {
    String message = "unknown column \"" + wanted + "\" in " + file.name();
    // Where a file has no header its first line holds values: only a near name is repeated.
    return HeaderName.nearest(wanted, header)
        .map(near -> message + "; did you mean \"" + near + "\"?")
        .orElse(
            message
                + (hasHeader()
                    ? "; its header in line " + headerLine
                    : "; the header of its source")
                + " has "
                + header.size()
                + " columns, none with a near name (if the names stand in another line, say so with"
                + " 'header-row' of the source)");
  }

  void requireHeader(CsvFile file, List<String> cells) {
    if (!HeaderName.trimAll(cells).equals(header)) {
      throw Failures.of(file, "the header has changed since the file was examined; start again");
    }
  }
}
