package kz.umyt.anonymize;

import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;

/** Reads what {@code encrypt} wrote, for the owner of the keys. */
public final class Decryption {

  private final List<Encryption> keys;

  /** Under any of these keys, which are tried in their order. */
  public Decryption(List<SecretKey> keys) {
    this.keys =
        keys.stream()
            .map(
                key ->
                    new Encryption(
                        key,
                        count -> {
                          throw new IllegalStateException("nothing is encrypted here");
                        }))
            .toList();
  }

  /** Whether a text has the form that {@code encrypt} writes. */
  public static boolean isEncrypted(String text) {
    return Encryption.isEncrypted(text);
  }

  /** The value; empty if the text is not encrypted, is altered, or none of the keys is its own. */
  public Optional<String> of(String text) {
    return keys.stream().flatMap(key -> key.read(text).stream()).findFirst();
  }
}
