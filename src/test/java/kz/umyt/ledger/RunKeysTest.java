package kz.umyt.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunKeysTest {
  @TempDir Path home;

  @Test
  void givesEachRunAKeyOfItsOwn() {
    RunKeys keys = new RunKeys(home.resolve("keys"));
    SecretKey first = keys.create("2026-03-01-a");
    SecretKey second = keys.create("2026-03-01-b");
    assertThat(first.getEncoded()).hasSize(32).isNotEqualTo(second.getEncoded());
    assertThat(keys.load("2026-03-01-a")).contains(first);
    assertThat(keys.load("2026-03-01-c")).isEmpty();
  }

  @Test
  void neverReplacesAKey() {
    RunKeys keys = new RunKeys(home);
    SecretKey key = keys.create("r");
    assertThatThrownBy(() -> keys.create("r")).isInstanceOf(KeyException.class);
    assertThat(keys.load("r")).contains(key);
  }

  @Test
  void keepsKeysFromEverybodyElse() throws IOException {
    new RunKeys(home.resolve("keys")).create("r");
    assertThat(mode(home.resolve("keys"))).isEqualTo("rwx------");
    assertThat(mode(home.resolve("keys/r.key"))).isEqualTo("rw-------");
  }

  @Test
  void destroysAKeyOnce() throws IOException {
    RunKeys keys = new RunKeys(home);
    keys.create("r");
    keys.create("r-2");
    assertThat(keys.destroy("r")).isTrue();
    assertThat(keys.destroy("r")).isFalse();
    assertThat(keys.load("r")).isEmpty();
    assertThat(keys.load("r-2")).isPresent();
    assertThat(names()).containsExactly("r-2.key");
    assertThat(new RunKeys(home.resolve("none")).destroy("r")).isFalse();
  }

  @Test
  void overwritesTheBytesBeforeTheyAreReleased() throws IOException {
    RunKeys keys = new RunKeys(home);
    byte[] key = keys.create("r").getEncoded();
    // A second name for the same bytes shows what is left of them.
    Path witness = home.resolve("witness");
    Files.createLink(witness, home.resolve("r.key"));
    keys.destroy("r");
    byte[] left = Files.readAllBytes(witness);
    assertThat(left).hasSizeGreaterThanOrEqualTo(32);
    assertThat(Arrays.copyOf(left, 32)).isNotEqualTo(key);
  }

  @Test
  void loadsNoKeyThatIsNotWhole() throws IOException {
    RunKeys keys = new RunKeys(home);
    keys.create("r");
    byte[] whole = Files.readAllBytes(home.resolve("r.key"));
    for (int size = 0; size < whole.length; size++) {
      Files.write(home.resolve("r.key"), Arrays.copyOf(whole, size));
      assertThatThrownBy(() -> keys.load("r"))
          .as("%s bytes", size)
          .isInstanceOf(KeyException.class);
    }
    for (int at = 0; at < whole.length; at++) {
      byte[] changed = whole.clone();
      changed[at] ^= 64;
      Files.write(home.resolve("r.key"), changed);
      assertThatThrownBy(() -> keys.load("r")).as("byte %s", at).isInstanceOf(KeyException.class);
    }
    assertThat(keys.destroy("r")).isTrue();
    assertThat(keys.load("r")).isEmpty();
  }

  @Test
  void ignoresAndLaterDestroysADraftThatACrashLeft() throws IOException {
    RunKeys keys = new RunKeys(home);
    Files.write(home.resolve(".r.key.1f"), new byte[64]);
    assertThat(keys.load("r")).isEmpty();
    SecretKey key = keys.create("r");
    assertThat(keys.load("r")).contains(key);
    assertThat(keys.destroy("r")).isTrue();
    assertThat(names()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", "..", "../r", "a/b", "a\\b", "a.b", "a b", "a\u0000", "қ", "/etc", "١"})
  void takesNoNameThatCouldLeaveItsFolder(String run) {
    RunKeys keys = new RunKeys(home);
    assertThatIllegalArgumentException().isThrownBy(() -> keys.create(run));
    assertThatIllegalArgumentException().isThrownBy(() -> keys.load(run));
    assertThatIllegalArgumentException().isThrownBy(() -> keys.destroy(run));
  }

  @Test
  void makesOneKeyOfTheInstallationHoweverManyAskFirst() throws Exception {
    ExecutorService askers = Executors.newFixedThreadPool(8);
    Callable<SecretKey> ask = () -> new HomeKey(home).loadOrCreate();
    List<Future<SecretKey>> answers = askers.invokeAll(java.util.Collections.nCopies(32, ask));
    askers.shutdown();
    SecretKey key = new HomeKey(home).loadOrCreate();
    for (Future<SecretKey> answer : answers) {
      assertThat(answer.get()).isEqualTo(key);
    }
    assertThat(names()).containsExactly("fingerprint.key");
  }

  @Test
  void destroysTheKeyOfTheInstallation() {
    HomeKey home = new HomeKey(this.home);
    SecretKey before = home.loadOrCreate();
    assertThat(home.destroy()).isTrue();
    assertThat(home.destroy()).isFalse();
    assertThat(home.loadOrCreate()).isNotEqualTo(before);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> inside = Files.list(home)) {
      return inside.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
