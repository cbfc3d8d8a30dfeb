package kz.umyt.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import javax.crypto.SecretKey;

/**
 * Keys that runs share, each in a file {@code shared-<number>.key} as {@link RunKeys} has them:
 * tokens stay equal from run to run. The one with the highest number is in use; those before it can
 * still read what was encrypted under them.
 */
public final class SharedKeys {
  private static final String BEGIN = "shared-";
  private static final String END = ".key";

  /** More digits than any number has that this class gave. */
  private static final int DIGITS = 9;

  private final Path folder;

  /** Keys in that folder, which is created with the first key (mode 0700). */
  public SharedKeys(Path folder) {
    this.folder = folder;
  }

  /** The numbers of the keys that are there. */
  public NavigableSet<Integer> numbers() {
    NavigableSet<Integer> numbers = new TreeSet<>();
    if (!Files.isDirectory(folder)) {
      return numbers;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      files.forEach(file -> number(file.getFileName().toString()).ifPresent(numbers::add));
    } catch (IOException failure) {
      throw failed(failure);
    }
    return numbers;
  }

  private static OptionalInt number(String name) {
    if (!name.startsWith(BEGIN) || !name.endsWith(END)) {
      return OptionalInt.empty();
    }
    String digits = name.substring(BEGIN.length(), name.length() - END.length());
    boolean isNumber =
        !digits.isEmpty()
            && digits.length() <= DIGITS
            && digits.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    return isNumber ? OptionalInt.of(Integer.parseInt(digits)) : OptionalInt.empty();
  }

  /**
   * Creates a key. It is on the disk when this returns, whole; a crash leaves a whole key or none.
   *
   * @throws KeyException if there is one of that number
   */
  public SecretKey create(int number) {
    try {
      return file(number).create();
    } catch (FileAlreadyExistsException exists) {
      throw new KeyException("shared key " + number + " is there already");
    } catch (IOException failure) {
      throw failed(failure);
    }
  }

  /**
   * A key, or empty if there is none of that number (or no longer).
   *
   * @throws KeyException if the file is damaged, its destruction was interrupted, or everybody may
   *     read it
   */
  public Optional<SecretKey> load(int number) {
    try {
      return file(number).load();
    } catch (IOException failure) {
      throw failed(failure);
    }
  }

  /**
   * Overwrites a key with random bytes and deletes it; both are on the disk when this returns. Can
   * be called again after a crash.
   *
   * @return whether there was anything to destroy
   */
  public boolean destroy(int number) {
    try {
      return file(number).destroy();
    } catch (IOException failure) {
      throw failed(failure);
    }
  }

  private KeyFile file(int number) {
    return new KeyFile(folder.resolve(BEGIN + number + END));
  }

  private UncheckedIOException failed(IOException failure) {
    return new UncheckedIOException("shared keys in " + folder, failure);
  }
}
