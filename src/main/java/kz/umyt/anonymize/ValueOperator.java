package kz.umyt.anonymize;

import org.jspecify.annotations.Nullable;

/**
 * Makes one value safe. Safe for several threads.
 *
 * <p>No value stays no value, and empty text stays empty: there is nothing in it to make safe, and
 * an empty cell of a CSV file has no other way to say that nothing is known.
 */
@FunctionalInterface
public interface ValueOperator {

  /**
   * The safe value.
   *
   * @param value of the class that the column's {@link ColumnShape.Kind} names, or null
   * @return of the same class, never longer than the column allows, or null
   * @throws IllegalArgumentException if the value is of another class; the message does not hold it
   */
  @Nullable Object apply(@Nullable Object value);
}
