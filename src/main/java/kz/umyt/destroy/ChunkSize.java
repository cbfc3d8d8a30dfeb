package kz.umyt.destroy;

import java.time.Duration;

/** How many keys the next chunk walks over, learnt from how long the last one took. */
final class ChunkSize {

  static final int SMALLEST = 200;

  /** A chunk may take longer than the ones before it told. */
  private static final double AIM = 0.7;

  private final double wantedNanos;
  private final int largest;
  private int keys;

  ChunkSize(Duration wanted, int first, int largest) {
    this.wantedNanos = wanted.toNanos() * AIM;
    this.largest = largest;
    this.keys = Math.min(first, largest);
  }

  int keys() {
    return keys;
  }

  /** Grows or shrinks towards the wanted time, at most twofold at a time. */
  void took(long nanos) {
    double factor = wantedNanos / Math.max(nanos, 1);
    keys = clamp((long) (keys * Math.max(0.5, Math.min(2, factor))));
  }

  void shrink() {
    keys = clamp(keys / 4L);
  }

  private int clamp(long wanted) {
    return (int) Math.max(SMALLEST, Math.min(largest, wanted));
  }
}
