package kz.umyt.source.csv;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Finds the header below the titles that accounting programs write above a table («Отчет по
 * контрагентам», «Период: …», blank lines). Wherever it is not certain, the first record is the
 * header: a row that is taken for one would be seen by nobody.
 */
final class HeaderSearch {

  /** Titles are so many records at most. */
  private static final int TITLES = 50;

  private static final int RECORDS = 200;

  /** A title fills one cell, or a second one with its value. */
  private static final int TITLE_CELLS = 2;

  private static final int LONGEST_NAME = 100;
  private static final int MOST_DIGITS_IN_NAME = 4;

  /** Of the rows, so many must be cut like the header, and hold numbers in one of its columns. */
  private static final double SHARE = 0.8;

  private final List<Line> lines;

  private HeaderSearch(List<Line> lines) {
    this.lines = lines;
  }

  /**
   * One record.
   *
   * @param number one-based line on which it begins
   * @param loose whether a blank stands before a cell, as behind a comma in a text
   */
  private record Line(long number, List<String> cells, boolean loose) {
    static Line of(long number, CSVRecord record) {
      List<String> cells = List.of(record.values());
      boolean loose = cells.stream().skip(1).anyMatch(cell -> cell.indexOf(' ') == 0);
      return new Line(number, HeaderName.trimAll(cells), loose);
    }

    long filled() {
      return cells.stream().filter(cell -> !cell.isEmpty()).count();
    }
  }

  /**
   * A header that was found.
   *
   * @param line one-based line on which it begins
   * @param score how evenly the rows below are cut
   */
  record Found(long line, double score) {
    static Found first(long line) {
      return new Found(line, 0);
    }
  }

  /**
   * Looks at the beginning of a file.
   *
   * @param complete whether the sample is the whole file; else its last record is cut off
   * @param first line of the first record that can be the header
   * @return that line, or the first one behind it that is not blank, wherever no other one
   *     certainly is the header
   */
  static Found in(String sample, boolean complete, Dialect dialect, long first) {
    List<Line> lines = lines(sample, complete, dialect);
    lines.removeIf(line -> line.number() < first);
    return new HeaderSearch(lines).find(first);
  }

  private static List<Line> lines(String sample, boolean complete, Dialect dialect) {
    List<Line> lines = new ArrayList<>();
    boolean whole = complete;
    try (CSVParser parser =
        CSVParser.builder()
            .setReader(new StringReader(sample))
            .setFormat(dialect.lenient())
            .get()) {
      long number = 1;
      for (CSVRecord record : parser) {
        if (lines.size() == RECORDS) {
          whole = true;
          break;
        }
        lines.add(Line.of(number, record));
        number = parser.getCurrentLineNumber() + 1;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a string has no end that could fail", e);
    } catch (UncheckedIOException cutBehindABackslash) {
      return lines;
    }
    if (!whole && !lines.isEmpty()) {
      lines.remove(lines.size() - 1);
    }
    return lines;
  }

  private Found find(long first) {
    int at = 0;
    while (at < lines.size() && lines.get(at).filled() <= TITLE_CELLS) {
      at++;
    }
    long usual = firstFilled().orElse(first);
    if (at == 0 || at > TITLES || at >= lines.size()) {
      return Found.first(usual);
    }
    Line header = lines.get(at);
    List<Line> rows =
        lines.subList(at + 1, lines.size()).stream()
            .filter(line -> line.filled() >= TITLE_CELLS)
            .toList();
    boolean certain =
        isHeader(header) && isCut(header, lines.subList(0, at)) && areCutAlike(header, rows);
    return certain && hasNumbers(header, rows)
        ? new Found(header.number(), score(header, rows))
        : Found.first(usual);
  }

  private OptionalLong firstFilled() {
    return lines.stream().filter(line -> line.filled() > 0).mapToLong(Line::number).findFirst();
  }

  private static boolean isHeader(Line header) {
    Set<String> names = new HashSet<>();
    for (String cell : header.cells()) {
      if (!cell.isEmpty() && (!isName(cell) || !names.add(cell))) {
        return false;
      }
    }
    return 2L * names.size() >= header.cells().size();
  }

  private static boolean isName(String cell) {
    return cell.length() <= LONGEST_NAME
        && cell.indexOf('@') < 0
        && cell.chars().anyMatch(HeaderSearch::isOfName)
        && digits(cell) <= MOST_DIGITS_IN_NAME;
  }

  private static boolean isOfName(int character) {
    return Character.isLetter(character) || character == '№' || character == '#';
  }

  /** A comma in a text is no delimiter; a title that is as wide as the header shows that it is. */
  private static boolean isCut(Line header, List<Line> titles) {
    return !header.loose()
        || titles.stream().anyMatch(title -> title.cells().size() == header.cells().size());
  }

  private static boolean areCutAlike(Line header, List<Line> rows) {
    long alike = rows.stream().filter(row -> row.cells().size() == header.cells().size()).count();
    return !rows.isEmpty() && alike >= SHARE * rows.size();
  }

  /** Without a column of dates, numbers or amounts a header looks like any row of words. */
  private static boolean hasNumbers(Line header, List<Line> rows) {
    for (int column = 0; column < header.cells().size(); column++) {
      String name = header.cells().get(column);
      if (!name.isEmpty() && digits(name) == 0 && areNumbers(column, rows)) {
        return true;
      }
    }
    return false;
  }

  private static boolean areNumbers(int column, List<Line> rows) {
    List<String> cells =
        rows.stream()
            .filter(row -> column < row.cells().size())
            .map(row -> row.cells().get(column))
            .filter(cell -> !cell.isEmpty())
            .toList();
    long numbers = cells.stream().filter(cell -> 2 * digits(cell) >= cell.length()).count();
    return !cells.isEmpty() && numbers >= SHARE * cells.size();
  }

  private static long digits(String cell) {
    return cell.chars().filter(Character::isDigit).count();
  }

  private static double score(Line header, List<Line> rows) {
    List<Integer> sizes = new ArrayList<>();
    sizes.add(header.cells().size());
    rows.forEach(row -> sizes.add(row.cells().size()));
    return DelimiterGuess.score(sizes);
  }
}
