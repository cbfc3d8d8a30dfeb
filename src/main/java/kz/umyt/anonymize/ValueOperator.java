package kz.umyt.anonymize;

import java.util.ArrayList;
import java.util.List;
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

  /**
   * The safe values of records that change together.
   *
   * @param values of one column, in the order of the records' keys
   * @return one for each
   */
  default List<@Nullable Object> applyAll(List<@Nullable Object> values) {
    List<@Nullable Object> safe = new ArrayList<>(values.size());
    for (Object value : values) {
      safe.add(apply(value));
    }
    return safe;
  }
}
