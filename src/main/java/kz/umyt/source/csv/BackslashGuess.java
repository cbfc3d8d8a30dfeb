package kz.umyt.source.csv;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.umyt.settings.Source;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Finds out whether a file was written as databases write text, with backslashes. */
final class BackslashGuess {

  private static final int RECORDS = 100;

  private BackslashGuess() {}

  /**
   * How a text is cut into cells.
   *
   * @param known its delimiter; empty to guess it
   * @param complete whether the sample is the whole text
   */
  static Dialect of(Source.Csv source, Optional<Character> known, String sample, boolean complete) {
    if (!source.backslash()) {
      char delimiter = known.orElseGet(() -> DelimiterGuess.of(sample, complete, Escaping.QUOTES));
      return new Dialect(
          delimiter, delimiter == '\t' && isCertain(sample) ? Escaping.BACKSLASH : Escaping.QUOTES);
    }
    String whole = withoutCutEscape(sample);
    char delimiter =
        known.orElseGet(() -> DelimiterGuess.of(whole, complete, Escaping.BACKSLASH_AND_QUOTES));
    Dialect quoted = new Dialect(delimiter, Escaping.BACKSLASH_AND_QUOTES);
    return hasQuotedCells(whole, quoted, complete)
        ? quoted
        : new Dialect(delimiter, Escaping.BACKSLASH);
  }

  /** NULL as \N, which nobody else writes, and no quotes, which COPY and OUTFILE do not need. */
  private static boolean isCertain(String sample) {
    int at = sample.indexOf(Dialect.NOTHING);
    boolean found = false;
    while (at >= 0 && !found) {
      found = isEdge(sample, at - 1) && isEdge(sample, at + Dialect.NOTHING.length());
      at = sample.indexOf(Dialect.NOTHING, at + 1);
    }
    return found && !hasQuotes(sample);
  }

  private static boolean hasQuotes(String sample) {
    int at = sample.indexOf(Dialect.QUOTE);
    while (at >= 0 && !isEdge(sample, at - 1)) {
      at = sample.indexOf(Dialect.QUOTE, at + 1);
    }
    return at >= 0;
  }

  private static boolean isEdge(String text, int at) {
    return at < 0 || at >= text.length() || "\t\r\n".indexOf(text.charAt(at)) >= 0;
  }

  /**
   * Whether quotes enclose cells, wherever a cell begins with one; of a sample that is cut off,
   * what stands before its last record decides.
   */
  private static boolean hasQuotedCells(String sample, Dialect dialect, boolean complete) {
    List<Long> starts = new ArrayList<>();
    try (CSVParser parser =
        CSVParser.builder().setReader(new StringReader(sample)).setFormat(dialect.format()).get()) {
      for (CSVRecord record : parser) {
        starts.add(record.getCharacterPosition());
        if (starts.size() == RECORDS) {
          break;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a string has no end that could fail", e);
    } catch (UncheckedIOException textBehindAQuote) {
      if (complete || starts.isEmpty()) {
        return false;
      }
    }
    String read = complete || starts.size() < 2 ? sample : sample.substring(0, (int) last(starts));
    return read.indexOf(Dialect.QUOTE) == 0
        || List.of("\n", "\r", String.valueOf(dialect.delimiter())).stream()
            .anyMatch(before -> read.contains(before + Dialect.QUOTE));
  }

  private static long last(List<Long> starts) {
    return starts.get(starts.size() - 1);
  }

  /** A sample that ends behind a backslash ends in the middle of a character. */
  private static String withoutCutEscape(String sample) {
    int end = sample.length();
    while (end > 0 && sample.charAt(end - 1) == Dialect.BACKSLASH) {
      end--;
    }
    return sample.substring(0, end);
  }
}
