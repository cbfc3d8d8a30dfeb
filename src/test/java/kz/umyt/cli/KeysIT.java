package kz.umyt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code umyt keys init}, {@code rotate}, {@code destroy} and {@code decrypt} as people type it.
 */
class KeysIT {

  private static final UmytProcess UMYT = new UmytProcess();

  @TempDir private Path temp;

  private UmytProcess.Ended keys(String... words) {
    Object[] arguments = new Object[words.length + 3];
    arguments[0] = "keys";
    System.arraycopy(words, 0, arguments, 1, words.length);
    arguments[words.length + 1] = "--home";
    arguments[words.length + 2] = temp.resolve("home");
    return UMYT.run(arguments);
  }

  @Test
  void liveAndDie() throws IOException {
    keys("rotate").saysOnly(ExitCode.REFUSED, "umyt keys init");
    keys("decrypt").saysOnly(ExitCode.REFUSED, "there is no shared key");
    assertThat(keys("init").endsWith(ExitCode.DONE).out()).contains("Shared key 1 is made.");
    assertThat(keys("init").endsWith(ExitCode.DONE).out()).contains("already: 1");
    assertThat(keys("rotate").endsWith(ExitCode.DONE).out()).contains("shared key 2");
    keys("decrypt").endsWith(ExitCode.DONE);
    keys("destroy").saysOnly(ExitCode.USAGE, "for good", "--yes");
    assertThat(temp.resolve("home/keys/shared-1.key")).exists();

    assertThat(keys("destroy", "--yes").endsWith(ExitCode.DONE).out())
        .contains("Destroyed: shared key 1, 2");
    assertThat(keys("destroy", "--yes").endsWith(ExitCode.DONE).out())
        .contains("nothing to destroy");

    assertThat(temp.resolve("home/keys/shared-1.key")).doesNotExist();
    assertThat(Files.readString(temp.resolve("home/ledger.jsonl")))
        .containsOnlyOnce("shared-keys-destroyed");
    UMYT.run("verify", "--home", temp.resolve("home")).endsWith(ExitCode.DONE);
  }
}
