package kz.umyt.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class FingerprintsTest {
  private final Fingerprints fingerprints = new Fingerprints(key(1));

  @Test
  void areTheDocumentedBytes() throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(key(1));
    mac.update(new byte[] {0, 0, 0, 3});
    mac.update("csv".getBytes(StandardCharsets.UTF_8));
    byte[] expected = mac.doFinal("Әлия;1".getBytes(StandardCharsets.UTF_8));
    assertThat(fingerprints.of("csv", "Әлия;1"))
        .isEqualTo(HexFormat.of().formatHex(expected).substring(0, 32));
  }

  @Test
  void areTheSameForTheSameRowHoweverOften() {
    String first = fingerprints.of("a", "row");
    fingerprints.of("b", "other");
    assertThat(fingerprints.of("a", "row")).isEqualTo(first);
    assertThat(fingerprints.of("a", "row".getBytes(StandardCharsets.UTF_8))).isEqualTo(first);
    assertThat(new Fingerprints(key(1)).of("a", CharBuffer.wrap("row"))).isEqualTo(first);
  }

  @Test
  void differByKeyByNamespaceAndByRow() {
    String one = fingerprints.of("a", "bc");
    assertThat(new Fingerprints(key(2)).of("a", "bc")).isNotEqualTo(one);
    assertThat(fingerprints.of("b", "bc")).isNotEqualTo(one);
    assertThat(fingerprints.of("a", "bd")).isNotEqualTo(one);
    assertThat(fingerprints.of("ab", "c")).isNotEqualTo(one);
    assertThat(fingerprints.of("", "abc")).isNotEqualTo(one);
  }

  private static SecretKey key(int seed) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) seed;
    return new SecretKeySpec(bytes, "HmacSHA256");
  }
}
