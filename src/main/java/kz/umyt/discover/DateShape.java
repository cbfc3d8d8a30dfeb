package kz.umyt.discover;

import java.util.Optional;

/**
 * The dates of a column.
 *
 * @param format as a job writes it, such as {@code dd.MM.yyyy}; absent where the engine itself
 *     stores dates
 * @param cells filled cells that are dates
 * @param sentinels of these, days that stand for no day, such as 01.01.1900 and 31.12.9999
 * @param future of these, days behind the day of the scan, sentinels aside
 */
public record DateShape(Optional<String> format, long cells, long sentinels, long future) {}
