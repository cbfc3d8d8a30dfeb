package kz.umyt.source.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The rows of a table between two values of its key's first column, which holds whole numbers.
 *
 * @param column as the engine spells it
 * @param from inclusive; absent means from the smallest, whatever it is by then
 * @param before exclusive; absent means to the largest
 */
public record KeyRange(String column, OptionalLong from, OptionalLong before) {

  /**
   * Ranges of equal width that together hold every row, also one that is inserted later.
   *
   * @param least smallest value of the column
   * @param most largest value of the column
   * @param count at most so many ranges
   */
  public static List<KeyRange> split(String column, long least, long most, long count) {
    long width = Long.divideUnsigned(most - least, count) + 1;
    if (width == 0) {
      // All of the 64 bits in one.
      return List.of(new KeyRange(column, OptionalLong.empty(), OptionalLong.empty()));
    }
    List<KeyRange> ranges = new ArrayList<>();
    OptionalLong from = OptionalLong.empty();
    long next = least;
    // Compared by what is left, since adding the width may go beyond the largest number.
    while (Long.compareUnsigned(most - next, width) >= 0) {
      next += width;
      ranges.add(new KeyRange(column, from, OptionalLong.of(next)));
      from = OptionalLong.of(next);
    }
    ranges.add(new KeyRange(column, from, OptionalLong.empty()));
    return ranges;
  }

  /** As a condition on the quoted column; empty for all rows. */
  String condition(String quoted) {
    StringBuilder condition = new StringBuilder();
    from.ifPresent(value -> condition.append(quoted).append(" >= ").append(value));
    before.ifPresent(
        value ->
            condition
                .append(condition.isEmpty() ? "" : " AND ")
                .append(quoted)
                .append(" < ")
                .append(value));
    return condition.toString();
  }
}
