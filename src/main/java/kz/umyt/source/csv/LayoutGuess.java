package kz.umyt.source.csv;

import java.util.Optional;
import kz.umyt.settings.Source;
import kz.umyt.source.SourceException;
import org.jspecify.annotations.Nullable;

/**
 * How the text of a file is laid out.
 *
 * @param headerLine one-based line on which the header begins, or would begin
 */
record LayoutGuess(Dialect dialect, long headerLine) {

  /** For files without a header. */
  private static final long NO_LINE = 0;

  /**
   * Looks at the beginning of a file's text.
   *
   * @param complete whether the sample is the whole text; else its last record is cut off
   * @throws SourceException if the file contradicts its source
   */
  static LayoutGuess of(CsvFile file, Source.Csv source, String sample, boolean complete) {
    @Nullable Character separator = SeparatorLine.delimiter(sample);
    Optional<Character> known = delimiter(file, source, separator);
    if (source.headerRow().isPresent()) {
      int line = source.headerRow().getAsInt();
      return new LayoutGuess(
          BackslashGuess.of(source, known, fromLine(sample, line), complete), line);
    }
    if (!source.header().isEmpty()) {
      if (separator != null) {
        throw Failures.at(
            file,
            1,
            "the line sep= stands above a header, but source "
                + source.name().value()
                + " names the columns of files that have none ('header'); correct one of them");
      }
      return new LayoutGuess(BackslashGuess.of(source, known, sample, complete), NO_LINE);
    }
    if (known.isPresent() || source.backslash()) {
      long first = separator == null ? 1 : 2;
      Dialect dialect = BackslashGuess.of(source, known, sample, complete);
      return new LayoutGuess(dialect, HeaderSearch.in(sample, complete, dialect, first).line());
    }
    return DelimiterGuess.even(sample, complete, Escaping.QUOTES)
        .map(even -> BackslashGuess.of(source, Optional.of(even), sample, complete))
        .map(even -> new LayoutGuess(even, HeaderSearch.in(sample, complete, even, 1).line()))
        .orElseGet(() -> belowTitles(sample, complete));
  }

  private static Optional<Character> delimiter(
      CsvFile file, Source.Csv source, @Nullable Character separator) {
    Optional<Character> given = source.delimiter();
    if (given.isPresent() && separator != null && !given.get().equals(separator)) {
      throw Failures.at(
          file,
          1,
          "the line sep= names another delimiter than source "
              + source.name().value()
              + "; correct one of them");
    }
    return separator == null ? given : Optional.of(separator);
  }

  /** Where the first record is one cell, it may be a title, which has no delimiter. */
  private static LayoutGuess belowTitles(String sample, boolean complete) {
    char alone = DelimiterGuess.of(sample, complete, Escaping.QUOTES);
    Dialect usual = Dialect.quoted(alone);
    LayoutGuess best = new LayoutGuess(usual, HeaderSearch.in(sample, complete, usual, 1).line());
    double bestScore = 0;
    for (char candidate : DelimiterGuess.CANDIDATES) {
      Dialect dialect = Dialect.quoted(candidate);
      HeaderSearch.Found found = HeaderSearch.in(sample, complete, dialect, 1);
      if (found.score() > bestScore) {
        best = new LayoutGuess(dialect, found.line());
        bestScore = found.score();
      }
    }
    return best;
  }

  private static String fromLine(String text, int wanted) {
    int at = 0;
    for (int line = 1; line < wanted && at < text.length(); at++) {
      char character = text.charAt(at);
      boolean pair = character == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
      if (!pair && (character == '\n' || character == '\r')) {
        line++;
      }
    }
    return text.substring(at);
  }
}
