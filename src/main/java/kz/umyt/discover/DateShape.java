package kz.umyt.discover;

import java.util.Optional;

/**
 * The dates of a column.
 *
 * @param format as a job writes it, such as {@code dd.MM.yyyy}; absent where the engine itself
 *     stores dates
 * @param otherFormat one that all of them fit as well, so that nobody can tell from the data which
 *     is meant: {@code MM/dd/yyyy} beside {@code dd/MM/yyyy}
 * @param cells filled cells that are dates
 * @param sentinels of these, days that stand for no day, such as 01.01.1900 and 31.12.9999
 * @param future of these, days behind the day of the scan, sentinels aside
 */
public record DateShape(
    Optional<String> format,
    Optional<String> otherFormat,
    long cells,
    long sentinels,
    long future) {

  /** Dates that can be read in one way. */
  public DateShape(Optional<String> format, long cells, long sentinels, long future) {
    this(format, Optional.empty(), cells, sentinels, future);
  }
}
