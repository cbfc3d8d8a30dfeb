package kz.umyt.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ScanPaceTest {

  /** Goes on by rests alone. */
  private final AtomicLong time = new AtomicLong();

  private final StopSignal stop = new StopSignal();

  private ScanPace pace(OptionalLong rate) {
    return new ScanPace(stop, time::get, time::addAndGet, rate, Progress.NONE);
  }

  private static void read(ScanPace pace, int rows) {
    for (int i = 0; i < rows; i++) {
      pace.row();
    }
  }

  private long seconds() {
    return Duration.ofNanos(time.get()).toSeconds();
  }

  @Test
  void keepsToItsRate() {
    ScanPace pace = pace(OptionalLong.of(6400));
    read(pace, 64_000);
    assertThat(seconds()).isBetween(9L, 10L);
  }

  @Test
  void doesNotCatchUpOnALongRest() {
    ScanPace pace = pace(OptionalLong.of(6400));
    time.addAndGet(Duration.ofHours(1).toNanos());
    long before = seconds();
    read(pace, 64_000);
    // What was not used within the last second is lost.
    assertThat(seconds() - before).isBetween(8L, 10L);
  }

  @Test
  void takesNoTimeWithoutARate() {
    read(pace(OptionalLong.empty()), 1_000_000);
    assertThat(seconds()).isZero();
  }

  private void stopWhileResting(long nanos) {
    time.addAndGet(nanos);
    stop.request("the test says so");
  }

  @Test
  void endsWithinAFewRowsAndWhileItWaits() {
    ScanPace free = pace(OptionalLong.empty());
    ScanPace slow =
        new ScanPace(stop, time::get, this::stopWhileResting, OptionalLong.of(1), Progress.NONE);
    assertThatThrownBy(() -> read(slow, 1000)).isInstanceOf(ScanPace.StoppedException.class);
    assertThat(seconds()).isLessThan(1);
    assertThatThrownBy(() -> read(free, 64))
        .isInstanceOf(ScanPace.StoppedException.class)
        .hasMessage("the test says so");
    assertThatThrownBy(free::check).isInstanceOf(ScanPace.StoppedException.class);
  }
}
