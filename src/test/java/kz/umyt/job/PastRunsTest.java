package kz.umyt.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.umyt.ledger.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PastRunsTest {

  @TempDir private Path folder;

  private Ledger open() {
    return Ledger.open(folder.resolve("ledger.jsonl"), Clock.systemUTC());
  }

  private static void night(Ledger ledger, String job, int number, long due) {
    String run = job + "-" + number;
    ledger.append(run, Events.RUN_STARTED, Map.of("job", job));
    ledger.append(
        run,
        Events.PLANNED,
        Map.of(
            "targets",
            List.of(
                Map.of("target", "a", "due", due, "confirmed", true),
                Map.of("target", "b", "due", 1_000_000L, "confirmed", false))));
    ledger.append(run, Events.RUN_FINISHED, Map.of("status", "VERIFIED"));
  }

  private Optional<Long> usual(String job) {
    try (Ledger ledger = open()) {
      return new PastRuns(ledger.latest(PastRuns.ENTRIES)).usualDue(job);
    }
  }

  @Test
  void fourNightsTellNothingAndFiveTellTheMiddleOne() {
    try (Ledger ledger = open()) {
      for (int i = 1; i <= 4; i++) {
        night(ledger, "job", i, 10L * i);
        night(ledger, "job-other", i, 7);
      }
    }
    assertThat(usual("job")).isEmpty();
    try (Ledger ledger = open()) {
      night(ledger, "job", 5, 900_000);
    }
    assertThat(usual("job")).contains(30L);
  }

  @Test
  void nightsWithoutWorkDoNotCountAndOldOnesAreForgotten() {
    try (Ledger ledger = open()) {
      for (int i = 1; i <= 20; i++) {
        night(ledger, "job", i, 5000);
      }
      for (int i = 21; i <= 50; i++) {
        night(ledger, "job", i, 100);
        night(ledger, "job", 1000 + i, 0);
      }
    }
    assertThat(usual("job")).contains(100L);
    assertThat(usual("nobody's")).isEmpty();
  }
}
