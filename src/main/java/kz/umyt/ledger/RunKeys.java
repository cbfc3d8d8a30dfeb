package kz.umyt.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Optional;
import javax.crypto.SecretKey;

/**
 * One key for each run, under which its tokens are made: 256 bits from {@link
 * java.security.SecureRandom}, in a file {@code <run>.key} that only its owner may read. Once the
 * key is destroyed nobody can find out which value a token stands for, not even by trying all
 * values (an IIN has so few that an unkeyed hash of it would give it away).
 *
 * <p>Overwriting reaches the disk block of the file on ordinary file systems. Solid-state disks,
 * copy-on-write file systems and backups can keep the old block: the folder must not be backed up.
 */
public final class RunKeys {
  private static final int MAX_NAME = 100;

  private final Path folder;

  /** Keys in that folder, which is created with the first key (mode 0700). */
  public RunKeys(Path folder) {
    this.folder = folder;
  }

  /** Bytes from {@link java.security.SecureRandom}, for what is done under a key. */
  public static byte[] randomBytes(int count) {
    return KeyFile.randomBytes(count);
  }

  /**
   * Creates the key of a run. It is on the disk when this returns, whole; a crash leaves a whole
   * key or none.
   *
   * @throws KeyException if the run has one already: its tokens would no longer be equal
   * @throws IllegalArgumentException if the run's name has other characters than letters, digits
   *     and dashes
   */
  public SecretKey create(String run) {
    KeyFile file = file(run);
    try {
      return file.create();
    } catch (FileAlreadyExistsException exists) {
      throw new KeyException("run " + run + " has a key already; load it or destroy it first");
    } catch (IOException failure) {
      throw failed(run, failure);
    }
  }

  /**
   * The key of a run, or empty if it has none (or no longer).
   *
   * @throws KeyException if the file is damaged or its destruction was interrupted
   */
  public Optional<SecretKey> load(String run) {
    try {
      return file(run).load();
    } catch (IOException failure) {
      throw failed(run, failure);
    }
  }

  /**
   * Overwrites the key of a run with random bytes and deletes it; both are on the disk when this
   * returns. Can be called again after a crash.
   *
   * @return whether there was anything to destroy
   */
  public boolean destroy(String run) {
    try {
      return file(run).destroy();
    } catch (IOException failure) {
      throw failed(run, failure);
    }
  }

  private KeyFile file(String run) {
    boolean sound = !run.isEmpty() && run.length() <= MAX_NAME;
    if (!sound || !run.chars().allMatch(RunKeys::mayStandInName)) {
      throw new IllegalArgumentException(
          "the name of a run is 1 to " + MAX_NAME + " letters a-z, digits and dashes");
    }
    return new KeyFile(folder.resolve(run + ".key"));
  }

  /** Nothing that a path or a file system could read as anything but a name. */
  private static boolean mayStandInName(int unit) {
    return unit == '-'
        || (unit >= '0' && unit <= '9')
        || (unit >= 'a' && unit <= 'z')
        || (unit >= 'A' && unit <= 'Z');
  }

  private UncheckedIOException failed(String run, IOException failure) {
    return new UncheckedIOException("key of run " + run + " in " + folder, failure);
  }
}
