package kz.umyt.source.csv;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Finds the delimiter that cuts the first records into the most even columns. */
final class DelimiterGuess {

  /** In the order in which a tie is settled; the comma last, since it also stands in text. */
  static final List<Character> CANDIDATES = List.of(';', '\t', '|', ',');

  private static final int RECORDS = 100;

  /** Below this share of even records a cut is taken for chance. */
  private static final double LEAST_SHARE = 0.5;

  private DelimiterGuess() {}

  /**
   * Looks at the beginning of a file, header first.
   *
   * @param complete whether the sample is the whole file; else its last record is cut off
   */
  static char of(String sample, boolean complete, Escaping escaping) {
    return even(sample, complete, escaping)
        .orElseGet(() -> forOneColumn(sample, complete, escaping));
  }

  /** The same, empty where no delimiter cuts the first record. */
  static Optional<Character> even(String sample, boolean complete, Escaping escaping) {
    Optional<Character> best = Optional.empty();
    double bestScore = 0;
    for (char candidate : CANDIDATES) {
      double score = score(cells(sample, complete, new Dialect(candidate, escaping)));
      if (score > bestScore) {
        best = Optional.of(candidate);
        bestScore = score;
      }
    }
    return best;
  }

  /**
   * How evenly records of so many cells are cut, the first of them the header; 0 for not at all.
   */
  static double score(List<Integer> cells) {
    if (cells.isEmpty() || cells.get(0) < 2) {
      return 0;
    }
    int columns = cells.get(0);
    double share =
        cells.stream().mapToDouble(count -> evenness(count, columns)).average().orElse(0);
    return share < LEAST_SHARE ? 0 : share * (1 - 1.0 / columns);
  }

  /** Some programs leave out the empty cells at the end of a record. */
  private static double evenness(int cells, int columns) {
    if (cells == columns) {
      return 1;
    }
    return cells > 1 && cells < columns ? 0.5 : 0;
  }

  /** A file of one column has no delimiter: takes one that does not stand in its text. */
  private static char forOneColumn(String sample, boolean complete, Escaping escaping) {
    char best = ';';
    long fewest = Long.MAX_VALUE;
    for (char candidate : CANDIDATES) {
      long cut =
          cells(sample, complete, new Dialect(candidate, escaping)).stream()
              .filter(count -> count > 1)
              .count();
      if (cut < fewest) {
        best = candidate;
        fewest = cut;
      }
    }
    return best;
  }

  private static List<Integer> cells(String sample, boolean complete, Dialect dialect) {
    CSVFormat lenient = dialect.lenient().builder().setIgnoreEmptyLines(true).get();
    List<Integer> cells = new ArrayList<>();
    boolean whole = complete;
    try (CSVParser parser =
        CSVParser.builder().setReader(new StringReader(sample)).setFormat(lenient).get()) {
      for (CSVRecord record : parser) {
        if (cells.size() == RECORDS) {
          whole = true;
          break;
        }
        cells.add(record.size());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a string has no end that could fail", e);
    }
    if (!whole && cells.size() > 1) {
      cells.remove(cells.size() - 1);
    }
    return cells;
  }
}
