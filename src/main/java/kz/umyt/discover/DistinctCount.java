package kz.umyt.discover;

import com.dynatrace.hash4j.distinctcount.UltraLogLog;
import java.util.Arrays;

/**
 * How many different values there were: exact for a few, an estimate for more (standard error 2 %).
 * Immutable. Counts of parts can be merged to the very count of the whole. Made of keyed hashes
 * (see {@link CellHash}) that say nothing of the values without the key.
 */
final class DistinctCount {

  /** So many values are counted exactly. */
  static final int EXACT = 256;

  /** Registers of a sketch as a power of two, one byte each. */
  static final int PRECISION = 11;

  /** Of no value. */
  static final DistinctCount NONE = new DistinctCount(new long[0], new byte[0]);

  private final long[] hashes;
  private final byte[] sketch;

  private DistinctCount(long[] hashes, byte[] sketch) {
    this.hashes = hashes;
    this.sketch = sketch;
  }

  /**
   * Of a few values.
   *
   * @param hashes all different, at most {@link #EXACT}
   */
  static DistinctCount exact(long... hashes) {
    if (hashes.length > EXACT) {
      throw new IllegalArgumentException("too many values for an exact count");
    }
    long[] sorted = hashes.clone();
    Arrays.sort(sorted);
    return new DistinctCount(sorted, new byte[0]);
  }

  /**
   * Of many values.
   *
   * @param state of an {@link UltraLogLog}
   */
  static DistinctCount estimated(byte[] state) {
    if (state.length != 1 << PRECISION) {
      throw new IllegalArgumentException("a sketch of another size");
    }
    return new DistinctCount(new long[0], state.clone());
  }

  boolean isExact() {
    return sketch.length == 0;
  }

  /** Sorted hashes of all values; none where the count is an estimate. */
  long[] hashes() {
    return hashes.clone();
  }

  /** The state of the sketch; empty where the count is exact. */
  byte[] sketch() {
    return sketch.clone();
  }

  long count() {
    return isExact()
        ? hashes.length
        : Math.max(
            EXACT + 1, Math.round(UltraLogLog.wrap(sketch.clone()).getDistinctCountEstimate()));
  }

  /** The count of the values of both. */
  DistinctCount merge(DistinctCount other) {
    DistinctCounter counter = new DistinctCounter();
    addTo(counter);
    other.addTo(counter);
    return counter.count();
  }

  private void addTo(DistinctCounter counter) {
    if (isExact()) {
      for (long hash : hashes) {
        counter.add(hash);
      }
    } else {
      counter.add(UltraLogLog.wrap(sketch.clone()));
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DistinctCount count
        && Arrays.equals(hashes, count.hashes)
        && Arrays.equals(sketch, count.sketch);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(hashes) + Arrays.hashCode(sketch);
  }

  @Override
  public String toString() {
    return (isExact() ? "" : "about ") + count() + " values";
  }
}
