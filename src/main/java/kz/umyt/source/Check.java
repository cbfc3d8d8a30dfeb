package kz.umyt.source;

/**
 * A constraint on single rows.
 *
 * @param condition over the columns of the table; a row for which it is false is refused
 */
public record Check(String name, String condition) {}
