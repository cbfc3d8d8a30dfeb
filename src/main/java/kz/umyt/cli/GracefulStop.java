package kz.umyt.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import kz.umyt.job.StopSignal;

/**
 * Lets a run end its chunk when the process is asked to stop. A JVM that was sent SIGTERM would
 * always exit with 143; here it exits with the run's own code.
 */
final class GracefulStop {
  private GracefulStop() {}

  static int during(StopSignal stop, IntSupplier work) {
    CountDownLatch ended = new CountDownLatch(1);
    AtomicInteger code = new AtomicInteger(ExitCode.FAILED);
    Thread hook =
        new Thread(
            () -> {
              stop.request("asked to stop by a signal");
              try {
                ended.await();
              } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
              }
              Runtime.getRuntime().halt(code.get());
            },
            "umyt-stop");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      code.set(work.getAsInt());
      return code.get();
    } finally {
      ended.countDown();
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException alreadyStopping) {
        // The hook is at work and ends the process.
      }
    }
  }
}
