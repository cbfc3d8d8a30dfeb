package kz.umyt.plan.suggest;

import java.util.Optional;

/**
 * Where a job could read a clock.
 *
 * @param column as a job names it: a column, or {@code table.column} over foreign keys
 * @param latest true for the latest of the rows of another table
 * @param format pattern of the dates in a file; absent where a plan reads them without one
 */
public record SuggestedClock(String column, boolean latest, Optional<String> format) {}
