package kz.umyt.anonymize;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Exchanges the values of a column among records, so that statistics stay and no record keeps its
 * own value. Among few values everybody could guess whose is whose: where a group has fewer than
 * ten different ones, or one of them fills more than half of it, all its values are removed
 * instead, and so is a value alone. No value stays no value, and empty text stays empty.
 */
final class Shuffle implements ValueOperator {

  private static final int LEAST_DIFFERENT = 10;

  private final KeyedNumbers numbers;
  private final String column;
  private final @Nullable Object removed;

  /**
   * For one column.
   *
   * @param column two columns are exchanged differently even where their values are the same
   * @param removed what takes the place of a value that cannot be exchanged
   */
  Shuffle(KeyedNumbers numbers, String column, @Nullable Object removed) {
    this.numbers = numbers;
    this.column = column;
    this.removed = removed;
  }

  @Override
  public @Nullable Object apply(@Nullable Object value) {
    return isFilled(value) ? removed : value;
  }

  @Override
  public List<@Nullable Object> applyAll(List<@Nullable Object> values) {
    List<Integer> places = new ArrayList<>();
    List<Object> filled = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      Object value = values.get(i);
      if (value != null && isFilled(value)) {
        places.add(i);
        filled.add(value);
      }
    }
    List<@Nullable Object> result = new ArrayList<>(values);
    List<Object> meant = filled.stream().map(Shuffle::meant).toList();
    if (!hides(meant)) {
      places.forEach(place -> result.set(place, removed));
      return result;
    }
    int[] from = exchanged(meant);
    for (int i = 0; i < from.length; i++) {
      result.set(places.get(i), filled.get(from[i]));
    }
    return result;
  }

  private static boolean isFilled(@Nullable Object value) {
    return value != null && !value.equals("");
  }

  /** Equal for values that are the same for whoever reads them. */
  private static Object meant(Object value) {
    if (value instanceof BigDecimal number) {
      return number.stripTrailingZeros();
    }
    if (value instanceof OffsetDateTime moment) {
      return moment.toInstant();
    }
    return value instanceof String text ? Values.unpadded(text) : value;
  }

  /** Whether nobody can tell whose a value was, and each can go to a record that had another. */
  private static boolean hides(List<Object> meant) {
    Map<Object, Integer> counts = new HashMap<>();
    meant.forEach(value -> counts.merge(value, 1, Integer::sum));
    return counts.size() >= LEAST_DIFFERENT
        && 2L * Collections.max(counts.values()) <= meant.size();
  }

  /** For each place, the one that its new value comes from. */
  private int[] exchanged(List<Object> meant) {
    // The same records give the same order under the same key, and other records another one.
    String group = column + numbers.below(Long.MAX_VALUE, "shuffled group", meant.toString());
    int[] from = new int[meant.size()];
    for (int i = 0; i < from.length; i++) {
      int j = random(group, i, i + 1);
      from[i] = from[j];
      from[j] = i;
    }
    for (int i = 0; i < from.length; i++) {
      if (meant.get(from[i]).equals(meant.get(i))) {
        swap(from, i, meant, random(group, -1 - i, from.length));
      }
    }
    return from;
  }

  /**
   * Gives a place that kept its value another one. There is a partner: only those are none that
   * have, or had, this value, and of each kind there are at most half, this place itself among
   * both.
   */
  private static void swap(int[] from, int i, List<Object> meant, int start) {
    Object value = meant.get(i);
    for (int step = 0; step < from.length; step++) {
      int j = (start + step) % from.length;
      if (!meant.get(j).equals(value) && !meant.get(from[j]).equals(value)) {
        int own = from[i];
        from[i] = from[j];
        from[j] = own;
        return;
      }
    }
    throw new IllegalStateException("a value fills more than half of its group");
  }

  private int random(String group, int step, int limit) {
    return (int) numbers.below(limit, "shuffled place", group + ':' + step);
  }
}
