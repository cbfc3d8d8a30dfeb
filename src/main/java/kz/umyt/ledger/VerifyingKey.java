package kz.umyt.ledger;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/** The public half of an Ed25519 key (RFC 8032). */
public final class VerifyingKey {

  static final String ALGORITHM = "Ed25519";

  private final PublicKey key;

  VerifyingKey(PublicKey key) {
    this.key = key;
  }

  /**
   * A key as people exchange it.
   *
   * @param text Base64 of its SubjectPublicKeyInfo (RFC 8410), as between the lines of a PEM file
   * @return empty if it is no such key
   */
  public static Optional<VerifyingKey> of(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text.strip());
      return Optional.of(
          new VerifyingKey(
              KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(bytes))));
    } catch (IllegalArgumentException | GeneralSecurityException noKey) {
      return Optional.empty();
    }
  }

  /** Whether a signature over these bytes was made with the private half. */
  public boolean verifies(byte[] message, byte[] signature) {
    try {
      Signature check = Signature.getInstance(ALGORITHM);
      check.initVerify(key);
      check.update(message);
      return check.verify(signature);
    } catch (GeneralSecurityException malformed) {
      return false;
    }
  }

  /** The form that {@link #of} reads. */
  public String text() {
    return Base64.getEncoder().encodeToString(key.getEncoded());
  }

  /** Lower-case hex SHA-256 of the SubjectPublicKeyInfo. */
  public String fingerprint() {
    return Sha256.hex(key.getEncoded());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifyingKey that && that.text().equals(text());
  }

  @Override
  public int hashCode() {
    return text().hashCode();
  }

  @Override
  public String toString() {
    return text();
  }
}
