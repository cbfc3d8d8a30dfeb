package kz.umyt.plan;

/**
 * A partition of a target that was dropped as a whole.
 *
 * @param records that it held, all of them due
 */
public record DroppedPartition(String name, long records) {}
