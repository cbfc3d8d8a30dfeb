package kz.umyt.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Optional;
import javax.crypto.SecretKey;

/**
 * The one key of the installation, in {@code fingerprint.key}: it lives longer than any run, so
 * that a later night knows the records of an earlier one by their {@link Fingerprints}.
 */
public final class HomeKey {
  private final Path folder;
  private final KeyFile file;

  /** The key in that folder, which is created with it (mode 0700). */
  public HomeKey(Path folder) {
    this.folder = folder;
    this.file = new KeyFile(folder.resolve("fingerprint.key"));
  }

  /**
   * The key; the first call makes it.
   *
   * @throws KeyException if the file is damaged
   */
  public SecretKey loadOrCreate() {
    try {
      Optional<SecretKey> key = file.load();
      return key.isPresent() ? key.get() : createOrLoad();
    } catch (IOException failure) {
      throw failed(failure);
    }
  }

  /** Two processes may make the first key at the same time; both then use the one that is there. */
  private SecretKey createOrLoad() throws IOException {
    try {
      return file.create();
    } catch (FileAlreadyExistsException otherWasFirst) {
      return file.load().orElseThrow(() -> otherWasFirst);
    }
  }

  /**
   * Overwrites the key with random bytes and deletes it. No fingerprint made under it can ever be
   * matched again.
   *
   * @return whether there was anything to destroy
   */
  public boolean destroy() {
    try {
      return file.destroy();
    } catch (IOException failure) {
      throw failed(failure);
    }
  }

  private UncheckedIOException failed(IOException failure) {
    return new UncheckedIOException("key of the installation in " + folder, failure);
  }
}
