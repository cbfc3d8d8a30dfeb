package kz.umyt.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What happens when the process is asked to stop (SIGTERM, SIGINT) in the middle of work. A JVM
 * alone would exit with 143 or 130; here it exits with a code of our own.
 */
final class SignalHook {

  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicInteger code = new AtomicInteger(ExitCode.FAILED);

  private SignalHook() {}

  /** What is done at a signal while the work still goes on. */
  interface AtSignal {

    /** The exit code of the process; may wait for the work. */
    int stop(SignalHook work) throws InterruptedException;
  }

  /** Does the work and gives its exit code. */
  static int during(AtSignal atSignal, Callable<Integer> work) throws Exception {
    SignalHook state = new SignalHook();
    Thread hook = new Thread(() -> state.halt(atSignal), "umyt-stop");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      state.code.set(work.call());
      return state.code.get();
    } finally {
      state.ended.countDown();
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException alreadyStopping) {
        // The hook is at work and ends the process.
      }
    }
  }

  private void halt(AtSignal atSignal) {
    int exit = ExitCode.FAILED;
    try {
      exit = atSignal.stop(this);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      Runtime.getRuntime().halt(exit);
    }
  }

  /** Waits for the end of the work, and gives its exit code. */
  int await() throws InterruptedException {
    ended.await();
    return code.get();
  }

  /** Whether the work ends within that time. */
  boolean endsWithin(long millis) throws InterruptedException {
    return ended.await(millis, TimeUnit.MILLISECONDS);
  }
}
