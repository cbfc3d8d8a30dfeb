package kz.umyt.cli;

import java.util.ArrayList;
import java.util.List;
import kz.umyt.recognize.Analyzer;
import kz.umyt.recognize.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Findings of lines that come in overlapping pieces: each is reported once, by the piece that sees
 * text on both sides of it, and with its place in the whole line.
 */
final class LineFindings {

  private final Analyzer analyzer;
  private final @Nullable String column;
  private final int margin;

  /** What has been reported of the line so far, as UTF-16 offset in the line. */
  private long reported;

  /** Code points of the line before the piece before. */
  private long codePoints;

  private String before = "";
  private long beforeStart;

  /**
   * Findings by an analyzer.
   *
   * @param column the name of the column that holds the lines, if they come from one
   * @param margin how much text, in UTF-16 units, must follow a finding at the end of a piece that
   *     does not end its line; half of the overlap of pieces
   */
  LineFindings(Analyzer analyzer, @Nullable String column, int margin) {
    this.analyzer = analyzer;
    this.column = column;
    this.margin = margin;
  }

  /**
   * One finding in its line.
   *
   * @param start code points from the start of the line
   * @param end exclusive
   */
  record Place(Finding finding, long start, long end) {

    /** The value itself, in the piece that held the finding. */
    String in(LineSource.Piece piece) {
      return piece.text().substring(finding.start(), finding.end());
    }
  }

  /** The findings of a piece that earlier pieces of its line did not report. */
  List<Place> of(LineSource.Piece piece) {
    advance(piece);
    String text = piece.text();
    long until = piece.last() ? Long.MAX_VALUE : piece.start() + text.length() - margin;
    List<Place> places = new ArrayList<>();
    long count = codePoints;
    int counted = 0;
    for (Finding finding : analyzer.analyze(text, column)) {
      long start = piece.start() + finding.start();
      if (start >= reported && start < until) {
        count += text.codePointCount(counted, finding.start());
        int length = text.codePointCount(finding.start(), finding.end());
        places.add(new Place(finding, count, count + length));
        counted = finding.start();
        reported = piece.start() + finding.end();
      }
    }
    reported = piece.last() ? 0 : Math.max(reported, until);
    return places;
  }

  /** Goes on from the piece before, or to a new line. */
  private void advance(LineSource.Piece piece) {
    if (piece.start() == 0) {
      codePoints = 0;
      reported = 0;
    } else {
      codePoints += before.codePointCount(0, (int) (piece.start() - beforeStart));
    }
    before = piece.last() ? "" : piece.text();
    beforeStart = piece.start();
  }
}
