package kz.umyt.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedKeysTest {
  @TempDir Path home;

  @Test
  void areKeptByTheirNumbers() throws IOException {
    SharedKeys keys = new SharedKeys(home.resolve("keys"));
    assertThat(keys.numbers()).isEmpty();
    SecretKey first = keys.create(1);
    SecretKey tenth = keys.create(10);
    Files.writeString(home.resolve("keys/shared-x.key"), "");
    Files.writeString(home.resolve("keys/shared-99999999999.key"), "");

    assertThat(keys.numbers()).containsExactly(1, 10);
    assertThat(keys.load(1)).contains(first);
    assertThat(keys.load(10)).contains(tenth);
    assertThat(first).isNotEqualTo(tenth);
    assertThatThrownBy(() -> keys.create(10)).isInstanceOf(KeyException.class);
  }

  @Test
  void areNobodyElsesToRead() throws IOException {
    SharedKeys keys = new SharedKeys(home);
    keys.create(1);
    Path file = home.resolve("shared-1.key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");

    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    assertThatThrownBy(() -> keys.load(1))
        .isInstanceOf(KeyException.class)
        .hasMessageContaining("everybody may read this key")
        .hasMessageContaining("chmod 600");
  }

  @Test
  void areOverwrittenBeforeTheyGo() throws IOException {
    SharedKeys keys = new SharedKeys(home);
    keys.create(1);
    Path file = home.resolve("shared-1.key");
    byte[] before = Files.readAllBytes(file);
    Path sameBytes = home.resolve("another name of the same bytes");
    Files.createLink(sameBytes, file);

    assertThat(keys.destroy(1)).isTrue();

    assertThat(Files.readAllBytes(sameBytes)).isNotEqualTo(before);
    assertThat(keys.load(1)).isEmpty();
    assertThat(keys.destroy(1)).isFalse();
  }
}
