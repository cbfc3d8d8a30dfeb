package kz.umyt.plan;

/**
 * Due records that stay for now, since others point to them that rightly stay.
 *
 * @param reason names the table of those others, and holds no value
 */
public record Waiting(String reason, long records) {}
