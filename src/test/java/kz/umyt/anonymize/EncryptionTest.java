package kz.umyt.anonymize;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.umyt.anonymize.Rules.ANY_TEXT;
import static kz.umyt.anonymize.Rules.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import kz.umyt.settings.OperatorSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncryptionTest {
  private static final OperatorSpec ENCRYPT = new OperatorSpec.Encrypt();

  private final ValueOperator operator = Rules.operators(1).create(whole(ENCRYPT), ANY_TEXT);

  @ParameterizedTest
  @ValueSource(
      strings = {"850712300123", "Айгүл Әбдіқызы", "😀", " ", "=1+1", "e1.no-token-of-ours"})
  void canBeReadByWhoeverHasTheKeyAsTheFormatSays(String text) throws Exception {
    String encrypted = encrypted(text);
    assertThat(encrypted).startsWith("e1.").doesNotContain(text.strip().isEmpty() ? "\n" : text);
    assertThat(decrypted(encrypted, 1)).isEqualTo(text);
  }

  @Test
  void cannotBeReadUnderAnotherKeyOrAfterAChange() {
    String encrypted = encrypted("850712300123");
    assertThatThrownBy(() -> decrypted(encrypted, 2)).isInstanceOf(AEADBadTagException.class);
    String altered =
        encrypted.substring(0, 25)
            + (encrypted.charAt(25) == 'A' ? 'B' : 'A')
            + encrypted.substring(26);
    assertThatThrownBy(() -> decrypted(altered, 1)).isInstanceOf(AEADBadTagException.class);
  }

  @Test
  void isReadByTheOwnerUnderAnyOfTheKeys() {
    String encrypted = encrypted("Айгүл");
    Decryption decryption = new Decryption(List.of(Rules.key(2), Rules.key(1)));
    assertThat(decryption.of(encrypted)).contains("Айгүл");
    assertThat(new Decryption(List.of(Rules.key(2))).of(encrypted)).isEmpty();
    assertThat(decryption.of(encrypted + "A")).isEmpty();
    assertThat(decryption.of("e1." + "A".repeat(41))).isEmpty();
    assertThat(decryption.of("Айгүл")).isEmpty();
  }

  @Test
  void differsEachTimeSoThatNobodyIsCountedByIt() {
    Set<String> seen = new HashSet<>();
    for (int time = 0; time < 1000; time++) {
      seen.add(encrypted("850712300123"));
    }
    assertThat(seen).hasSize(1000);
  }

  @Test
  void leavesNoValueAndEmptyTextAlone() {
    assertThat(operator.apply(null)).isNull();
    assertThat(operator.apply("")).isEqualTo("");
  }

  @Test
  void isNoResidue() {
    assertThat(new Leftovers().areWritten(ENCRYPT, encrypted("Айгүл"))).isTrue();
    assertThat(new Leftovers().areWritten(ENCRYPT, encrypted("1"))).isTrue();
    assertThat(new Leftovers().areWritten(ENCRYPT, "Айгүл")).isFalse();
    assertThat(new Leftovers().areWritten(ENCRYPT, "e1." + "aigul@mail.kz ".repeat(5))).isFalse();
  }

  private String encrypted(String text) {
    return String.valueOf(operator.apply(text));
  }

  /** As somebody would who has the description only. */
  private static String decrypted(String encrypted, int key) throws GeneralSecurityException {
    byte[] whole = Base64.getUrlDecoder().decode(encrypted.substring(3));
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(Rules.key(key));
    byte[] derived = mac.doFinal("umyt/encryption/1".getBytes(US_ASCII));
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE,
        new SecretKeySpec(derived, "AES"),
        new GCMParameterSpec(128, whole, 0, 12));
    cipher.updateAAD("e1.".getBytes(US_ASCII));
    return new String(cipher.doFinal(Arrays.copyOfRange(whole, 12, whole.length)), UTF_8);
  }
}
