package kz.umyt.job;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import kz.umyt.settings.Job;
import org.jspecify.annotations.Nullable;

/** Asks a run to end between two chunks: somebody sent a signal, or the window is over. */
public final class StopSignal {

  private final List<Supplier<Optional<String>>> watched = new CopyOnWriteArrayList<>();
  private volatile @Nullable String requested;

  /** Asks the run to stop; the first reason stays. */
  public synchronized void request(String why) {
    if (requested == null) {
      requested = why;
    }
  }

  /** Asks the run to stop as soon as there is a reason, looked for between two chunks. */
  void watch(Supplier<Optional<String>> reason) {
    watched.add(reason);
  }

  /** Why the run shall stop, if it shall. */
  public Optional<String> reason() {
    return Optional.ofNullable(requested)
        .or(() -> watched.stream().map(Supplier::get).flatMap(Optional::stream).findFirst());
  }

  /** Why the run shall stop once the next end of the job's window has come, seen from now. */
  static Supplier<Optional<String>> windowEnd(Job job, Clock clock) {
    Optional<ZonedDateTime> end =
        job.window()
            .map(
                window -> {
                  ZonedDateTime now = clock.instant().atZone(window.zone());
                  ZonedDateTime next = now.with(window.until());
                  return next.isAfter(now) ? next : next.plusDays(1);
                });
    return () ->
        end.filter(moment -> !clock.instant().isBefore(moment.toInstant()))
            .map(moment -> "the window is over");
  }
}
