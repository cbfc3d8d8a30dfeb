package kz.umyt.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** The private half of an Ed25519 key (RFC 8032), in a PEM file as OpenSSL writes it. */
public final class SigningKey {

  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";

  /** A key is some hundred characters; what is much larger is another file. */
  private static final long LONGEST = 10_000;

  private final PrivateKey key;

  private SigningKey(PrivateKey key) {
    this.key = key;
  }

  /**
   * Reads a key.
   *
   * @throws KeyException if the file cannot be read, holds no such key, or may be read by
   *     everybody; says what to do
   */
  public static SigningKey read(Path file) {
    String text = text(file);
    if (text.contains("-----BEGIN ENCRYPTED PRIVATE KEY-----")) {
      throw new KeyException(
          file
              + ": the key has a passphrase, which cannot be asked for; take it off for a moment:"
              + " openssl pkey -in KEY -out PLAIN");
    }
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw notAKey(file);
    }
    requirePrivate(file);
    try {
      byte[] bytes =
          Base64.getMimeDecoder().decode(text.substring(begin + BEGIN.length(), end).strip());
      return new SigningKey(
          KeyFactory.getInstance(VerifyingKey.ALGORITHM)
              .generatePrivate(new PKCS8EncodedKeySpec(bytes)));
    } catch (IllegalArgumentException | GeneralSecurityException other) {
      throw notAKey(file);
    }
  }

  private static void requirePrivate(Path file) {
    try {
      if (!OwnerFiles.isPrivate(file)) {
        throw new KeyException(
            file
                + ": everybody may read this key, and sign with it; take that right away: chmod 600 "
                + file);
      }
    } catch (IOException gone) {
      throw new KeyException(file + ": cannot be read; check the path and who may read it");
    }
  }

  private static String text(Path file) {
    try {
      if (Files.size(file) > LONGEST) {
        throw notAKey(file);
      }
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException unreadable) {
      throw new KeyException(file + ": cannot be read; check the path and who may read it");
    }
  }

  private static KeyException notAKey(Path file) {
    return new KeyException(
        file
            + ": holds no private Ed25519 key in PEM; make one with umyt keys new FILE, or openssl"
            + " genpkey -algorithm ed25519 -out FILE");
  }

  /**
   * Makes a key in a new file that only its owner may read.
   *
   * @return the public half
   * @throws KeyException if there is such a file, or it cannot be written
   */
  public static VerifyingKey create(Path file) {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(VerifyingKey.ALGORITHM).generateKeyPair();
      Path target = file.toAbsolutePath();
      OwnerFiles.createFolders(OwnerFiles.folderOf(target));
      OwnerFiles.createFile(target);
      String body = Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
      Files.writeString(target, BEGIN + "\n" + body + "\n" + END + "\n", StandardOpenOption.SYNC);
      return new VerifyingKey(pair.getPublic());
    } catch (IOException failure) {
      if (failure instanceof FileAlreadyExistsException && Files.isRegularFile(file)) {
        throw new KeyException(file + ": is there already; a key is never overwritten");
      }
      throw new KeyException(
          file
              + ": cannot be written"
              + DiskException.why(file, failure).map(why -> ": " + why).orElse(""));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java platform from 15 on has Ed25519", missing);
    }
  }

  /** A signature over these bytes. */
  public byte[] sign(byte[] message) {
    try {
      Signature signature = Signature.getInstance(VerifyingKey.ALGORITHM);
      signature.initSign(key);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("a key that was read cannot sign", failure);
    }
  }
}
