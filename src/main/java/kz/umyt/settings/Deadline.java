package kz.umyt.settings;

/**
 * How soon after it is due a record must be gone.
 *
 * @param days at least 0
 * @param working true for working days, false for calendar days
 */
public record Deadline(int days, boolean working) {}
