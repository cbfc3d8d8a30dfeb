package kz.umyt.job;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import kz.umyt.settings.Job;
import org.jspecify.annotations.Nullable;

/** Asks a run to end between two chunks: somebody sent a signal, or the window is over. */
public final class StopSignal {

  private volatile @Nullable String requested;
  private volatile @Nullable Limit limit;

  private record Limit(Instant moment, Clock clock, String why) {
    boolean isOver() {
      return !clock.instant().isBefore(moment);
    }
  }

  /** Asks the run to stop; the first reason stays. */
  public synchronized void request(String why) {
    if (requested == null) {
      requested = why;
    }
  }

  /** Asks the run to stop once a moment has passed. */
  void stopAt(Instant moment, Clock clock, String why) {
    limit = new Limit(moment, clock, why);
  }

  /** Why the run shall stop, if it shall. */
  public Optional<String> reason() {
    Limit end = limit;
    return Optional.ofNullable(requested)
        .or(() -> Optional.ofNullable(end).filter(Limit::isOver).map(Limit::why));
  }

  /** The next end of a window, seen from now. */
  static Optional<ZonedDateTime> windowEnd(Job job, Clock clock) {
    return job.window()
        .map(
            window -> {
              ZonedDateTime now = clock.instant().atZone(window.zone());
              ZonedDateTime end = now.with(window.until());
              return end.isAfter(now) ? end : end.plusDays(1);
            });
  }
}
