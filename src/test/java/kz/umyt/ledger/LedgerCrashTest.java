package kz.umyt.ledger;

import static kz.umyt.ledger.LedgerFixture.CLOCK;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerCrashTest {
  private static final int KILLS = 6;

  @TempDir Path folder;

  @Test
  void losesNothingItPromisedWhenTheProcessIsKilled() throws Exception {
    Path file = folder.resolve("ledger.jsonl");
    Random random = new Random(9);
    for (int kill = 0; kill < KILLS; kill++) {
      String promised = killedAfter(Duration.ofMillis(20 + random.nextInt(200)), file);
      int space = promised.indexOf(' ');
      long seq = Long.parseLong(promised.substring(0, space));

      try (Ledger ledger = Ledger.open(file, CLOCK)) {
        assertThat(ledger.seq()).isGreaterThanOrEqualTo(seq);
        assertThat(ledger.last(entry -> entry.seq() == seq))
            .hasValueSatisfying(
                entry -> assertThat(entry.hash()).isEqualTo(promised.substring(space + 1)));
        ledger.append("run-1", "restarted", Map.of("kill", kill));
      }
      assertThat(LedgerVerifier.verify(file))
          .isInstanceOfSatisfying(
              Verification.Intact.class, intact -> assertThat(intact.unfinished()).isFalse());
    }
    assertThat(new LedgerReader(file).entriesOf("run-1"))
        .filteredOn(entry -> entry.event().equals("restarted"))
        .hasSize(KILLS);
  }

  @Test
  void staysLockedForOtherProcessesWhileReadersComeAndGo() throws Exception {
    Path file = LedgerFixture.written(folder, 1);
    try (Ledger ledger = Ledger.open(file, CLOCK)) {
      assertThat(ledger.entries()).hasSize(1);
      assertThat(LedgerVerifier.verify(file)).isInstanceOf(Verification.Intact.class);
      Process other = start(file);
      assertThat(other.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(new String(other.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
          .contains("LedgerLockedException");
      assertThat(ledger.append("r", "x", Map.of()).seq()).isEqualTo(2);
    }
  }

  /** The last promise of a process that was killed at an arbitrary moment after its first one. */
  private static String killedAfter(Duration time, Path file) throws Exception {
    Process process = start(file);
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      String promised = out.readLine();
      assertThat(promised).as("the first promise").isNotNull();
      long end = System.nanoTime() + time.toNanos();
      while (System.nanoTime() < end) {
        promised = out.readLine();
      }
      // SIGKILL; what is still in the pipe had been promised too. The process object itself would
      // close the pipe.
      process.toHandle().destroyForcibly();
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        // The last line may be torn as well: a whole one ends in a hash.
        promised = line.length() > 65 ? line : promised;
      }
      assertThat(process.waitFor()).isNotZero();
      return promised;
    }
  }

  private static Process start(Path file) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                EndlessAppends.class.getName(),
                file.toString()))
        .start();
  }
}
