package kz.umyt.anonymize;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import kz.umyt.recognize.text.Characters;

/**
 * Texts under AES-256-GCM (NIST SP 800-38D). The form is {@code e1.} and then, in Base64url without
 * padding (RFC 4648), a random initialization vector of 12 bytes, the text in UTF-8 encrypted, and
 * a tag of 16 bytes, which covers the {@code e1.} too. The key is HMAC-SHA256 of the ASCII text
 * {@code umyt/encryption/1} under the key of the run, or the shared one: once that is destroyed,
 * nobody can read them.
 *
 * <p>Equal texts have different forms, so that nobody can count or compare people by them. One key
 * serves up to 2<sup>32</sup> texts (section 8.3 there): more than a run has, and a million a day
 * for eleven years under a shared key.
 */
final class Encryption {
  private static final String PREFIX = "e1.";
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int VECTOR = 12;
  private static final int TAG_BITS = 128;

  /** Of the shortest text there is, one byte. */
  private static final int SHORTEST = PREFIX.length() + 39;

  private final SecretKey key;
  private final RandomBytes random;

  Encryption(SecretKey runKey, RandomBytes random) {
    this.key = KeyedNumbers.subkey(runKey, "umyt/encryption/1", "AES");
    this.random = random;
  }

  String of(String text) {
    byte[] vector = random.next(VECTOR);
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, vector));
      cipher.updateAAD(PREFIX.getBytes(US_ASCII));
      byte[] encrypted = cipher.doFinal(text.getBytes(UTF_8));
      ByteBuffer whole = ByteBuffer.allocate(VECTOR + encrypted.length).put(vector).put(encrypted);
      return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(whole.array());
    } catch (GeneralSecurityException unusable) {
      throw new IllegalStateException("AES-GCM does not work on this machine", unusable);
    }
  }

  /** The text again; empty if it has not the form, is altered, or was made under another key. */
  Optional<String> read(String form) {
    if (!isEncrypted(form)) {
      return Optional.empty();
    }
    try {
      byte[] whole = Base64.getUrlDecoder().decode(form.substring(PREFIX.length()));
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, whole, 0, VECTOR));
      cipher.updateAAD(PREFIX.getBytes(US_ASCII));
      return Optional.of(new String(cipher.doFinal(whole, VECTOR, whole.length - VECTOR), UTF_8));
    } catch (IllegalArgumentException | AEADBadTagException notOurs) {
      return Optional.empty();
    } catch (GeneralSecurityException unusable) {
      throw new IllegalStateException("AES-GCM does not work on this machine", unusable);
    }
  }

  /** Whether a text has the form; whether it can be read under some key is not known. */
  static boolean isEncrypted(String text) {
    boolean form = text.length() >= SHORTEST && text.startsWith(PREFIX);
    for (int at = PREFIX.length(); form && at < text.length(); at++) {
      char c = text.charAt(at);
      form = Characters.isLatin(c) || Characters.isDigit(c) || c == '-' || c == '_';
    }
    return form;
  }
}
