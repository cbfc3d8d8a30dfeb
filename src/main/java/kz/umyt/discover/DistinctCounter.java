package kz.umyt.discover;

import com.dynatrace.hash4j.distinctcount.UltraLogLog;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Counts different hashes; see {@link DistinctCount}. Makes nothing new for a hash that is told.
 */
final class DistinctCounter {

  private static final int FEW = 16;

  /** An open table of hashes, never more than half full; 0 is a free place. */
  private long[] table = new long[FEW];

  private int size;
  private @Nullable UltraLogLog sketch;

  void add(long hash) {
    // 0 is taken; that two values share a hash is as likely as with any other number.
    long mark = hash == 0 ? 1 : hash;
    if (sketch != null) {
      sketch.add(mark);
      return;
    }
    int place = place(table, mark);
    if (table[place] == mark) {
      return;
    }
    if (size == DistinctCount.EXACT) {
      estimate().add(mark);
      return;
    }
    table[place] = mark;
    size++;
    if (2 * size > table.length) {
      grow();
    }
  }

  /** Adds all values of a sketch. */
  void add(UltraLogLog values) {
    estimate().add(values);
  }

  private static int place(long[] table, long mark) {
    int mask = table.length - 1;
    int place = (int) mark & mask;
    while (table[place] != 0 && table[place] != mark) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private void grow() {
    long[] larger = new long[2 * table.length];
    for (long mark : table) {
      if (mark != 0) {
        larger[place(larger, mark)] = mark;
      }
    }
    table = larger;
  }

  private UltraLogLog estimate() {
    UltraLogLog estimate = sketch;
    if (estimate == null) {
      estimate = UltraLogLog.create(DistinctCount.PRECISION);
      for (long mark : table) {
        if (mark != 0) {
          estimate.add(mark);
        }
      }
      table = new long[0];
      sketch = estimate;
    }
    return estimate;
  }

  /** The count so far. */
  DistinctCount count() {
    return sketch == null
        ? DistinctCount.exact(Arrays.stream(table).filter(mark -> mark != 0).toArray())
        : DistinctCount.estimated(sketch.getState());
  }
}
