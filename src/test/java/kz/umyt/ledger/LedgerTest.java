package kz.umyt.ledger;

import static kz.umyt.ledger.LedgerFixture.CLOCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTest {
  @TempDir Path folder;

  @Test
  void writesCanonicalLinesThatOtherToolsCanCheck() throws IOException {
    Path file = folder.resolve("ledger.jsonl");
    try (Ledger ledger = Ledger.open(file, CLOCK)) {
      ledger.append("r-1", "run-started", Map.of("job", "ночь \"1\"\t\u0001😀", "due", 7));
    }
    String content =
        "{\"due\":7,\"event\":\"run-started\",%s\"job\":\"ночь \\\"1\\\"\\t\\u0001😀\",\"prev\":\""
            + "0".repeat(64)
            + "\",\"run\":\"r-1\",\"seq\":1,\"time\":\"2026-03-01T22:15:30.250Z\"}";
    String hash = Sha256.hex(content.replace("%s", "").getBytes(StandardCharsets.UTF_8));

    assertThat(Files.readString(file))
        .isEqualTo(content.replace("%s", "\"hash\":\"" + hash + "\",") + "\n");
  }

  @Test
  void chainsEveryEntryToTheOneBefore() {
    try (Ledger ledger = Ledger.open(folder.resolve("ledger.jsonl"), CLOCK)) {
      Entry first = ledger.append("r", "one", Map.of());
      Entry second = ledger.append("r", "two", Map.of());
      assertThat(first.prev()).isEqualTo("0".repeat(64));
      assertThat(second.prev()).isEqualTo(first.hash());
      assertThat(ledger.head()).isEqualTo(second.hash());
      assertThat(ledger.seq()).isEqualTo(2);
    }
  }

  @Test
  void goesOnWhereItEndedAndReadsWhatItReturned() {
    Path file = LedgerFixture.written(folder, 3);
    try (Ledger ledger = Ledger.open(file, CLOCK)) {
      Entry fourth = ledger.append("run-1", "run-ended", Map.of("ok", true));
      assertThat(fourth.seq()).isEqualTo(4);
      assertThat(ledger.entries()).hasSize(4).last().isEqualTo(fourth);
      assertThat(ledger.entriesOf("run-1")).extracting(Entry::seq).containsExactly(1L, 3L, 4L);
      assertThat(ledger.entriesOf("run")).isEmpty();
      assertThat(ledger.last(entry -> entry.event().equals("chunk-done")))
          .hasValueSatisfying(entry -> assertThat(entry.number("rows")).hasValue(3));
      assertThat(ledger.last(entry -> entry.event().equals("never"))).isEmpty();
    }
  }

  @Test
  void findsARunByItsOwnMemberAndNotByADetailOfThatName() {
    try (Ledger ledger = Ledger.open(folder.resolve("ledger.jsonl"), CLOCK)) {
      ledger.append("a", "x", Map.of("nested", Map.of("run", "b")));
      Entry own = ledger.append("b", "x", Map.of());
      assertThat(ledger.entriesOf("b")).containsExactly(own);
    }
  }

  @Test
  void doesNotExistBeforeItsFirstEntry() {
    Path file = folder.resolve("state/deep/ledger.jsonl");
    try (Ledger ledger = Ledger.open(file, CLOCK)) {
      assertThat(file).doesNotExist();
      assertThat(ledger.entries()).isEmpty();
      assertThat(ledger.last(entry -> true)).isEmpty();
      assertThat(ledger.head()).isEqualTo("0".repeat(64));
      assertThat(ledger.seq()).isZero();
      ledger.append("", "hello", Map.of());
      assertThat(file).exists();
    }
  }

  @Test
  void belongsToItsOwnerAlone() throws IOException {
    Path file = LedgerFixture.written(folder, 1);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void hasOneWriter() {
    Path file = LedgerFixture.written(folder, 1);
    try (Ledger first = Ledger.open(file, CLOCK)) {
      assertThatThrownBy(() -> Ledger.open(file, CLOCK))
          .isInstanceOf(LedgerLockedException.class)
          .hasMessageContaining("ledger.jsonl");
      first.append("r", "still-works", Map.of());
    }
    try (Ledger second = Ledger.open(file, CLOCK)) {
      assertThat(second.seq()).isEqualTo(2);
    }
  }

  @Test
  void noticesThatSomebodyElseWroteMeanwhile() throws IOException {
    Path file = LedgerFixture.written(folder, 2);
    try (Ledger ledger = Ledger.open(file, CLOCK)) {
      Files.writeString(file, "{}\n", StandardOpenOption.APPEND);
      assertThatThrownBy(() -> ledger.append("r", "x", Map.of()))
          .isInstanceOfSatisfying(
              LedgerAlteredException.class, altered -> assertThat(altered.line()).isEqualTo(3));
    }
  }

  @Test
  void noticesThatSomebodyRemovedItMeanwhile() throws IOException {
    Path file = LedgerFixture.written(folder, 2);
    try (Ledger ledger = Ledger.open(file, CLOCK)) {
      Files.delete(file);
      assertThatThrownBy(() -> ledger.append("r", "x", Map.of()))
          .isInstanceOf(LedgerAlteredException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"seq", "time", "run", "event", "prev", "hash"})
  void keepsItsOwnKeysForItself(String key) {
    try (Ledger ledger = Ledger.open(folder.resolve("ledger.jsonl"), CLOCK)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ledger.append("r", "x", Map.of(key, "1")))
          .withMessageContaining(key);
      assertThat(ledger.seq()).isZero();
    }
  }

  @Test
  void refusesWhatHasNoCanonicalForm() {
    Map<String, Object> nothing = new HashMap<>();
    nothing.put("a", null);
    List<Map<String, ?>> refused =
        List.of(
            Map.of("a", 1.5),
            Map.of("a", "half a pair \ud83d"),
            Map.of("a", List.of(Map.of("b", 'c'))),
            Map.of("a", "x".repeat(1 << 20)),
            Map.of("a", nested(100)),
            nothing);
    try (Ledger ledger = Ledger.open(folder.resolve("ledger.jsonl"), CLOCK)) {
      for (Map<String, ?> details : refused) {
        assertThatIllegalArgumentException().isThrownBy(() -> ledger.append("r", "x", details));
      }
      assertThatIllegalArgumentException().isThrownBy(() -> ledger.append("r", "", Map.of()));
      assertThat(ledger.append("r", "x", Map.of()).seq()).isEqualTo(1);
    }
  }

  @Test
  void doesNotChangeWhenTheCallersMapDoes() {
    Map<String, Object> details = new HashMap<>(Map.of("rows", 1));
    try (Ledger ledger = Ledger.open(folder.resolve("ledger.jsonl"), CLOCK)) {
      Entry entry = ledger.append("r", "x", details);
      details.put("rows", 2);
      assertThat(entry.details()).containsExactly(Map.entry("rows", 1L));
    }
  }

  @Test
  void writesInAnInterruptedThread() {
    try (Ledger ledger = Ledger.open(folder.resolve("ledger.jsonl"), CLOCK)) {
      Thread.currentThread().interrupt();
      ledger.append("r", "one", Map.of());
      ledger.append("r", "two", Map.of());
      assertThat(Thread.interrupted()).isTrue();
      assertThat(ledger.entries()).hasSize(2);
    }
  }

  @Test
  void takesEntriesFromSeveralThreads() throws Exception {
    Path file = folder.resolve("ledger.jsonl");
    try (Ledger ledger = Ledger.open(file, CLOCK)) {
      ExecutorService workers = Executors.newFixedThreadPool(4);
      for (int worker = 0; worker < 4; worker++) {
        var ignored =
            workers.submit(
                () -> {
                  for (int number = 0; number < 25; number++) {
                    ledger.append("r", "x", Map.of());
                  }
                });
      }
      workers.shutdown();
      assertThat(workers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }
    assertThat(LedgerVerifier.verify(file))
        .isInstanceOfSatisfying(
            Verification.Intact.class, intact -> assertThat(intact.entries()).isEqualTo(100));
  }

  @Test
  @Timeout(20)
  void opensALargeLedgerWithoutReadingIt() throws IOException {
    Path file = folder.resolve("ledger.jsonl");
    Path small = LedgerFixture.written(folder, 2);
    byte[] end = Files.readAllBytes(small);
    // A sparse file: if opening read all of it, this test would take minutes.
    Files.delete(small);
    try (var out = new java.io.RandomAccessFile(file.toFile(), "rw")) {
      out.setLength(64L << 30);
      out.seek((64L << 30) - 1);
      out.write('\n');
      out.write(end);
    }
    try (Ledger ledger = Ledger.open(file, CLOCK)) {
      assertThat(ledger.seq()).isEqualTo(2);
      assertThat(ledger.last(entry -> entry.seq() == 1)).isPresent();
    }
  }

  private static Object nested(int depth) {
    return depth == 0 ? "x" : List.of(nested(depth - 1));
  }
}
