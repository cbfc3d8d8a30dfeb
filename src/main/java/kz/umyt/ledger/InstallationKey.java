package kz.umyt.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The key that an installation signs with: {@code signing.key}, and its public half in {@code
 * signing.pub}. It stands for whoever runs jobs here.
 */
public final class InstallationKey {

  private final Path secret;
  private final Path open;

  /** The key in that folder, which is created with it (mode 0700). */
  public InstallationKey(Path folder) {
    this.secret = folder.resolve("signing.key");
    this.open = folder.resolve("signing.pub");
  }

  /** Whether there is one. */
  public boolean exists() {
    return Files.exists(secret) && Files.exists(open);
  }

  /**
   * The private half; the first call makes the key.
   *
   * @throws KeyException if a file is damaged or cannot be written
   */
  public SigningKey signing() {
    verifying();
    return SigningKey.read(secret);
  }

  /**
   * The public half; the first call makes the key.
   *
   * @throws KeyException if a file is damaged or cannot be written
   */
  public VerifyingKey verifying() {
    try {
      if (!exists()) {
        create();
      }
      return VerifyingKey.of(Files.readString(open))
          .orElseThrow(
              () ->
                  new KeyException(
                      open
                          + ": is no public key; restore it from a copy, or delete it and "
                          + secret
                          + " and plan again"));
    } catch (IOException failure) {
      throw new UncheckedIOException("key of the installation in " + secret.getParent(), failure);
    }
  }

  /** A key without its public half is of no use to anybody, and was never used. */
  private void create() throws IOException {
    Files.deleteIfExists(secret);
    Files.writeString(open, SigningKey.create(secret).text() + "\n");
  }
}
