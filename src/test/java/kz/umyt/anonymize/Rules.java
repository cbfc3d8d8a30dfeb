package kz.umyt.anonymize;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import kz.umyt.anonymize.ColumnShape.Kind;
import kz.umyt.recognize.Finding;
import kz.umyt.settings.Located;
import kz.umyt.settings.OperatorSpec;
import kz.umyt.settings.Position;
import kz.umyt.settings.Target;

/** Rules, columns and keys as a job would give them. */
final class Rules {
  static final ColumnShape ANY_TEXT = new ColumnShape(Kind.TEXT, 0, true, false);

  private Rules() {}

  static Target.ColumnRule whole(OperatorSpec operator) {
    return rule(operator, false);
  }

  static Target.ColumnRule detected(OperatorSpec operator) {
    return rule(operator, true);
  }

  static ColumnShape text(int maxLength) {
    return new ColumnShape(Kind.TEXT, maxLength, true, false);
  }

  static ColumnShape column(Kind kind) {
    return new ColumnShape(kind, 0, true, false);
  }

  static OperatorSpec replace() {
    return new OperatorSpec.Replace(Optional.empty());
  }

  static OperatorSpec replace(String newValue) {
    return new OperatorSpec.Replace(Optional.of(newValue));
  }

  static Operators operators(int key) {
    return operators(key, Rules::digits);
  }

  static Operators operators(int key, TextFinder finder) {
    SecureRandom random = new SecureRandom();
    return new Operators(
        key(key),
        finder,
        count -> {
          byte[] bytes = new byte[count];
          random.nextBytes(bytes);
          return bytes;
        });
  }

  static SecretKey key(int seed) {
    byte[] bytes = new byte[32];
    bytes[31] = (byte) seed;
    return new SecretKeySpec(bytes, "HmacSHA256");
  }

  /** Takes every run of three and more digits for a phone number. */
  static List<Finding> digits(String text) {
    List<Finding> findings = new ArrayList<>();
    int start = 0;
    for (int at = 0; at <= text.length(); at++) {
      if (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
        continue;
      }
      if (at - start >= 3) {
        findings.add(new Finding("PHONE_NUMBER", start, at, 0.5, false, "digits"));
      }
      start = at + 1;
    }
    return findings;
  }

  static Target.ColumnRule shuffle(String entity) {
    Position at = new Position("jobs/night.yaml", 12, 7);
    return new Target.ColumnRule(
        new Located<>("full_name", at),
        Optional.of(new Located<>(entity, at)),
        new OperatorSpec.Shuffle(),
        false);
  }

  private static Target.ColumnRule rule(OperatorSpec operator, boolean detected) {
    Position at = new Position("jobs/night.yaml", 12, 7);
    return new Target.ColumnRule(
        new Located<>("full_name", at),
        Optional.of(new Located<>("PERSON", at)),
        operator,
        detected);
  }
}
