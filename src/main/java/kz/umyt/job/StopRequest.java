package kz.umyt.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import kz.umyt.ledger.DiskException;
import kz.umyt.settings.SettingsException;

/**
 * Asks the run that is at work in a home folder to stop, from another process: by a file in that
 * folder. It is for the run that is at work then, and for no later one.
 */
public final class StopRequest {

  private static final long LOOK_AGAIN_MILLIS = 100;

  private final Path home;
  private final Path file;

  public StopRequest(Home home) {
    this.home = home.folder();
    this.file = this.home.resolve("stop");
  }

  /** What became of a request. */
  public enum Answer {
    /** No run was at work. */
    NOBODY,
    /** The run has stopped, or come to its end. */
    STOPPED,
    /** The run has not come to the end of its chunk, or of the plan, while one waited. */
    STILL_AT_WORK
  }

  /**
   * Asks, and waits for the run to end.
   *
   * @param nanos a running counter of nanoseconds
   * @throws SettingsException if the home folder cannot be written
   */
  public Answer ask(Duration wait, LongSupplier nanos) {
    if (!RunLock.isHeld(home)) {
      return Answer.NOBODY;
    }
    try {
      Files.write(file, new byte[0]);
    } catch (IOException failure) {
      throw new SettingsException(
          file
              + " cannot be written: "
              + DiskException.why(file, failure).orElse("the system refuses it"));
    }
    long end = nanos.getAsLong() + wait.toNanos();
    while (RunLock.isHeld(home)) {
      if (nanos.getAsLong() >= end) {
        return Answer.STILL_AT_WORK;
      }
      pause();
    }
    return Answer.STOPPED;
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK_AGAIN_MILLIS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Forgets a request that was for an earlier run; called by a run that has the lock. */
  void clear() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(file + " cannot be deleted", failure);
    }
  }

  /** Why the run shall stop, if somebody has asked. */
  Optional<String> reason() {
    return Files.exists(file) ? Optional.of("umyt stop") : Optional.empty();
  }
}
