package kz.umyt.anonymize;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Keyed tokens: {@code h} and then the lower-case base32 digits (RFC 4648, without padding) of
 * HMAC-SHA256 over the exact text, two bytes for each UTF-16 unit, most significant first. Equal
 * texts have equal tokens under one key, in every target; a shorter token is the beginning of the
 * longer one. Without the key nobody can make one, not even of a text they know.
 */
final class Tokens {
  /** The letter and 130 bits, which never repeat by chance. */
  private static final int LENGTH = 27;

  /** The letter and 45 bits: less would give different people the same token too often. */
  private static final int MIN_LENGTH = 10;

  /** Shorter ones may be words. */
  private static final int SURE_LENGTH = 20;

  private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz234567";

  private final Mac mac;

  Tokens(SecretKey key) {
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
    } catch (GeneralSecurityException unusable) {
      throw new IllegalArgumentException("not a key for HMAC-SHA256", unusable);
    }
  }

  /** Whether a column of that many characters (0: unlimited) can hold tokens. */
  static boolean fitIn(int maxLength) {
    return maxLength == 0 || maxLength >= MIN_LENGTH;
  }

  /** The length of the tokens in such a column. */
  static int lengthIn(int maxLength) {
    return maxLength == 0 ? LENGTH : Math.min(maxLength, LENGTH);
  }

  /** Whether a text can hardly be anything but a token. */
  static boolean isSurelyOne(String text) {
    return text.length() >= SURE_LENGTH
        && text.length() <= LENGTH
        && text.charAt(0) == 'h'
        && text.chars().allMatch(digit -> DIGITS.indexOf(digit) >= 0);
  }

  String of(String text, int length) {
    String token = token(text, length);
    // A text that is its own token is not to be expected, but it would be left as it is.
    return token.equals(text) ? token(text + text, length) : token;
  }

  private String token(String text, int length) {
    byte[] digest = digest(text);
    StringBuilder token = new StringBuilder(length).append('h');
    int bits = 0;
    int held = 0;
    for (int at = 0; token.length() < length; ) {
      if (held < 5) {
        bits = ((bits << 8) | (digest[at++] & 0xff)) & 0xfff;
        held += 8;
      }
      held -= 5;
      token.append(DIGITS.charAt((bits >> held) & 31));
    }
    return token.toString();
  }

  private synchronized byte[] digest(String text) {
    byte[] units = new byte[2 * text.length()];
    for (int at = 0; at < text.length(); at++) {
      units[2 * at] = (byte) (text.charAt(at) >> 8);
      units[2 * at + 1] = (byte) text.charAt(at);
    }
    return mac.doFinal(units);
  }
}
