package kz.umyt.plan;

/**
 * Rows of another table that go, or lose a reference, together with rows of a target.
 *
 * @param table that they stand in
 * @param action {@code destroy}, or {@code empty} where only their reference is emptied
 * @param records how many
 */
public record Cascaded(String table, String action, long records) {

  /** Words of an {@link #action}. */
  public static final String DESTROY = "destroy";

  public static final String EMPTY = "empty";

  /** The same with another number. */
  public Cascaded counted(long records) {
    return new Cascaded(table, action, records);
  }
}
