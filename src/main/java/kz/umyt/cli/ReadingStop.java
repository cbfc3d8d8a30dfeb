package kz.umyt.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Ends a command that only reads when the process is asked to stop (SIGTERM, SIGINT): what was read
 * is finished, and the exit code is {@link ExitCode#STOPPED}, where a JVM alone would exit with 143
 * or 130. A command that waits for input that does not come is not waited for.
 */
final class ReadingStop {

  /** What was read of an input is finished well within this. */
  private static final long GRACE_MILLIS = 1_000;

  /** A long answer that has begun is worth so much; service managers kill after 30 or more. */
  private static final long LONGEST_MILLIS = 20_000;

  private final WholeLines out;
  private final Consumer<String> say;
  private final AtomicBoolean told = new AtomicBoolean();
  private volatile boolean asked;

  /**
   * Not yet asked for.
   *
   * @param say takes what a person must know
   */
  ReadingStop(WholeLines out, Consumer<String> say) {
    this.out = out;
    this.say = say;
  }

  /** Says, once, that not all was read. */
  void tell() {
    if (!told.getAndSet(true)) {
      say.accept("stopped by a signal; what follows was not read");
    }
  }

  /** The same input, whose reading ends with an {@link InterruptedIOException} after the signal. */
  InputStream heeding(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public int read() throws IOException {
        heed();
        return super.read();
      }

      @Override
      public int read(byte[] bytes, int from, int length) throws IOException {
        heed();
        return super.read(bytes, from, length);
      }
    };
  }

  private void heed() throws InterruptedIOException {
    if (asked) {
      throw new InterruptedIOException();
    }
  }

  /** Does the work; its exit code is that of the process, too, where a signal ends it. */
  int during(Callable<Integer> work) throws Exception {
    return SignalHook.during(this::stop, work);
  }

  private int stop(SignalHook reading) throws InterruptedException {
    asked = true;
    if (reading.endsWithin(GRACE_MILLIS)) {
      return reading.await();
    }
    try {
      boolean whole = out.endWithin(LONGEST_MILLIS);
      tell();
      if (!whole) {
        say.accept("the last line of the output is not whole");
      }
      return ExitCode.STOPPED;
    } catch (IOException | RuntimeException unwritable) {
      return ExitCode.FAILED;
    }
  }
}
