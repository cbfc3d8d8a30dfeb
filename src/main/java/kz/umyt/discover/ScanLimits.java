package kz.umyt.discover;

import java.time.Duration;
import java.util.OptionalLong;
import kz.umyt.settings.Job;

/**
 * How much of the sources is read, and how.
 *
 * @param job says what is left out
 * @param sample about so many rows of each table and file, drawn over all of it; absent means every
 *     row
 * @param statementTimeout how long one statement may take
 * @param threads how many tables and files are read at a time
 * @param pieceRows a table of more rows is read in pieces of no more than about so many
 */
public record ScanLimits(
    Job job, OptionalLong sample, Duration statementTimeout, int threads, long pieceRows) {

  /** Seconds of work, so that little is lost where one breaks off. */
  private static final long PIECE_ROWS = 500_000;

  /** Threads seldom come to their ends at the same time. */
  private static final long PIECES_PER_THREAD = 2;

  /** The same sample of an unchanged table every time. */
  static final int SEED = 20_181_115;

  /** As the job says. */
  public static ScanLimits of(Job job, OptionalLong sample) {
    return new ScanLimits(
        job, sample, job.scan().statementTimeout(), job.scan().threads(), PIECE_ROWS);
  }

  /** In how many pieces a table of so many rows is read: every thread has work of a large one. */
  long pieces(long rows) {
    return rows * PIECES_PER_THREAD <= pieceRows
        ? 1
        : Math.max(PIECES_PER_THREAD * threads, (rows + pieceRows - 1) / pieceRows);
  }
}
