package kz.umyt.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import kz.umyt.settings.Source;
import kz.umyt.source.SourceException;
import org.jspecify.annotations.Nullable;

/**
 * Lets the next chunk on one source begin when its server and its replicas are not too busy. They
 * are asked once a second at most, by a thread of its own, so that whoever waits for them, even for
 * an answer, still hears that the run shall stop.
 */
final class LoadGate implements AutoCloseable {

  private static final long ASK_AGAIN_NANOS = 1_000_000_000;
  private static final long LOOK_AGAIN_MILLIS = 100;

  private final String source;
  private final List<Gauge> gauges = new ArrayList<>();
  private final List<GaugedServer> servers = new ArrayList<>();
  private final StopSignal stop;
  private final Progress progress;
  private final LongSupplier nanos;
  private final ExecutorService asker;
  private @Nullable Future<Optional<String>> answer;
  private Optional<String> reason = Optional.empty();
  private boolean answered;
  private long answeredAt;

  LoadGate(String source, StopSignal stop, Progress progress, LongSupplier nanos) {
    this.source = source;
    this.stop = stop;
    this.progress = progress;
    this.nanos = nanos;
    this.asker =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread thread = new Thread(task, "umyt-load-" + source);
              thread.setDaemon(true);
              return thread;
            });
  }

  /** A server to ask, until this gate is closed. */
  GaugedServer server(Source.Jdbc of) {
    GaugedServer server = new GaugedServer(of);
    servers.add(server);
    return server;
  }

  /** Looks at this, too, before each chunk. */
  void add(Gauge gauge) {
    gauges.add(gauge);
  }

  /** Makes sure, before the first change, that all can be asked. */
  void require() {
    gauges.forEach(Gauge::require);
  }

  /**
   * Waits until the next chunk may begin.
   *
   * @return false if it may not, since the run shall stop
   * @throws SourceException if the source itself is lost
   */
  synchronized boolean admits() {
    boolean waited = false;
    while (stop.reason().isEmpty()) {
      Optional<String> waits = look();
      if (waits.isEmpty()) {
        if (waited) {
          progress.waits(waits);
        }
        return true;
      }
      waited = true;
      progress.waits(waits);
    }
    return false;
  }

  /** What was waited for when last looked; empty if nothing was. */
  synchronized Optional<String> waitedFor() {
    return reason;
  }

  private Optional<String> look() {
    try {
      Future<Optional<String>> asked = answer;
      if (asked == null) {
        if (answered && nanos.getAsLong() - answeredAt < ASK_AGAIN_NANOS) {
          if (reason.isPresent()) {
            Thread.sleep(LOOK_AGAIN_MILLIS);
          }
          return reason;
        }
        asked = asker.submit(this::ask);
        answer = asked;
      }
      reason = asked.get(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
      answer = null;
      answered = true;
      answeredAt = nanos.getAsLong();
    } catch (TimeoutException slow) {
      reason = reason.or(() -> Optional.of("an answer about the load of source '" + source + "'"));
    } catch (ExecutionException failure) {
      answer = null;
      if (failure.getCause() instanceof RuntimeException told) {
        throw told;
      }
      throw new IllegalStateException(failure.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new SourceException("interrupted while waiting for source '" + source + "'");
    }
    return reason;
  }

  private Optional<String> ask() {
    return gauges.stream().map(Gauge::reason).flatMap(Optional::stream).findFirst();
  }

  /** Without waiting for a server that does not answer: it is left to the thread, which ends. */
  @Override
  public void close() {
    Future<?> closed = asker.submit(() -> servers.forEach(GaugedServer::close));
    asker.shutdown();
    try {
      closed.get(LOOK_AGAIN_MILLIS * 5, TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException gone) {
      // Nothing depends on these connections any more.
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
