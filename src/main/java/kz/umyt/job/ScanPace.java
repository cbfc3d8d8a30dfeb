package kz.umyt.job;

import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import kz.umyt.discover.Pace;

/** Counts the rows of all threads, keeps them to a rate, and ends the reading when asked to. */
final class ScanPace implements Pace {

  private static final long SECOND = 1_000_000_000;

  /** A look at the clock for every row would cost as much as reading it. */
  private static final int EVERY = 64;

  private final StopSignal stop;
  private final LongSupplier nanos;
  private final LongConsumer sleep;
  private final long interval;
  private final Progress progress;
  private final AtomicLong rows;
  private final AtomicLong due;

  /**
   * A pace for several threads together.
   *
   * @param nanos a clock
   * @param sleep rests for so many nanoseconds or less
   * @param rate most rows in a second; absent means any
   */
  ScanPace(
      StopSignal stop,
      LongSupplier nanos,
      LongConsumer sleep,
      OptionalLong rate,
      Progress progress) {
    this.stop = stop;
    this.nanos = nanos;
    this.sleep = sleep;
    this.interval = rate.isPresent() ? SECOND * EVERY / rate.getAsLong() : 0;
    this.progress = progress;
    this.rows = new AtomicLong();
    this.due = new AtomicLong(nanos.getAsLong());
  }

  /** Thrown out of the reading when somebody asked to stop. */
  static final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoppedException(String why) {
      super(why);
    }
  }

  @Override
  public void row() {
    long now = rows.incrementAndGet();
    if (now % EVERY != 0) {
      return;
    }
    progress.reached(now);
    check();
    if (interval > 0) {
      rest(due.getAndUpdate(next -> Math.max(next, nanos.getAsLong() - SECOND) + interval));
    }
  }

  /**
   * Goes on unless somebody asked to stop.
   *
   * @throws StoppedException if so
   */
  void check() {
    stop.reason()
        .ifPresent(
            why -> {
              throw new StoppedException(why);
            });
  }

  private void rest(long until) {
    for (long left = until - nanos.getAsLong(); left > 0; left = until - nanos.getAsLong()) {
      check();
      sleep.accept(Math.min(left, SECOND / 10));
    }
  }
}
