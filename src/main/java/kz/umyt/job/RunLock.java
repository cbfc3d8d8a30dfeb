package kz.umyt.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import kz.umyt.settings.SettingsException;
import org.jspecify.annotations.Nullable;

/** One run at a time in one home folder. The kernel frees the lock when the process dies. */
final class RunLock implements AutoCloseable {

  private final FileChannel channel;

  private RunLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @throws LockHeldException if another run has it
   */
  static RunLock acquire(Path home) {
    Path file = home.resolve("run.lock");
    try {
      Files.createDirectories(home);
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new LockHeldException(
            "another run is at work in " + home + "; wait for it, or see who holds " + file);
      }
      return new RunLock(channel);
    } catch (IOException failure) {
      throw new SettingsException(
          "the home folder "
              + home
              + " cannot be written; give umyt a folder of its own with --home or UMYT_HOME");
    }
  }

  /** Whether some run has the lock. */
  static boolean isHeld(Path home) {
    Path file = home.resolve("run.lock");
    if (!Files.exists(file)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      return tryLock(channel) == null;
    } catch (IOException failure) {
      throw new SettingsException(
          file + " cannot be opened; ask as the user who runs umyt: its home folder is theirs");
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException inThisProcess) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
