package kz.umyt.ledger;

import static kz.umyt.ledger.LedgerFixture.CLOCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What opening does to a ledger that a crash or a person has cut or changed. */
class LedgerRecoveryTest {
  @TempDir Path folder;

  @Test
  void cutsOffATornLineWhereverItTore() throws IOException {
    Path file = LedgerFixture.written(folder, 4);
    byte[] whole = Files.readAllBytes(file);
    int second = endOfLine(whole, 2);
    for (int size = second; size < whole.length; size++) {
      Files.write(file, Arrays.copyOf(whole, size));
      int sound = size - sinceLineFeed(whole, size);

      try (Ledger ledger = Ledger.open(file, CLOCK)) {
        List<Entry> entries = ledger.entries();
        int kept = sound == second ? 2 : 3;
        if (sound == size) {
          assertThat(entries).hasSize(kept);
        } else {
          assertThat(entries).hasSize(kept + 1);
          Entry recovered = entries.get(kept);
          assertThat(recovered.event()).isEqualTo(Ledger.RECOVERED);
          assertThat(recovered.number("bytes")).hasValue(size - sound);
        }
      }
      assertThat(LedgerVerifier.verify(file))
          .as("cut at byte %s", size)
          .isInstanceOfSatisfying(
              Verification.Intact.class, intact -> assertThat(intact.unfinished()).isFalse());
      assertThat(Arrays.copyOf(Files.readAllBytes(file), sound))
          .isEqualTo(Arrays.copyOf(whole, sound));
    }
  }

  @Test
  void cutsOffALongHoleThatAPowerCutLeft() throws IOException {
    Path file = LedgerFixture.written(folder, 2);
    Files.write(file, new byte[300_000], StandardOpenOption.APPEND);
    try (Ledger ledger = Ledger.open(file, CLOCK)) {
      assertThat(ledger.last(entry -> true))
          .hasValueSatisfying(entry -> assertThat(entry.number("bytes")).hasValue(300_000));
    }
    assertThat(LedgerVerifier.verify(file)).isInstanceOf(Verification.Intact.class);
  }

  @Test
  void survivesACrashInTheFirstEntry() throws IOException {
    Path file = LedgerFixture.written(folder, 1);
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 20));
    try (Ledger ledger = Ledger.open(file, CLOCK)) {
      assertThat(ledger.entries()).extracting(Entry::event).containsExactly(Ledger.RECOVERED);
    }
  }

  @Test
  void saysThatItWasFoundEmpty() throws IOException {
    Path file = LedgerFixture.written(folder, 3);
    Files.write(file, new byte[0]);
    try (Ledger ledger = Ledger.open(file, CLOCK)) {
      assertThat(ledger.entries()).extracting(Entry::event).containsExactly(Ledger.RECOVERED);
    }
  }

  @Test
  void refusesAnyOtherChangeOfItsLastTwoLines() throws IOException {
    Path file = LedgerFixture.written(folder, 4);
    byte[] whole = Files.readAllBytes(file);
    int from = endOfLine(whole, 2);
    for (int at = from; at < whole.length; at++) {
      byte[] changed = whole.clone();
      changed[at] ^= 1;
      Files.write(file, changed);
      long line = at < endOfLine(whole, 3) ? 3 : 4;
      assertThatThrownBy(() -> Ledger.open(file, CLOCK))
          .as("byte %s", at)
          .isInstanceOfSatisfying(
              LedgerAlteredException.class, altered -> assertThat(altered.line()).isEqualTo(line));
      assertThat(Files.readAllBytes(file)).isEqualTo(changed);
    }
  }

  @Test
  void refusesAWholeLineThatIsNotAnEntry() throws IOException {
    Path file = LedgerFixture.written(folder, 2);
    Files.writeString(file, "done\n", StandardOpenOption.APPEND);
    assertThatThrownBy(() -> Ledger.open(file, CLOCK))
        .isInstanceOf(LedgerAlteredException.class)
        .hasMessageContaining("ledger.jsonl:3:");
  }

  @Test
  void refusesALineThatIsMissingBeforeTheLast() throws IOException {
    Path file = LedgerFixture.written(folder, 4);
    List<String> lines = LedgerFixture.lines(file);
    lines.remove(2);
    LedgerFixture.writeLines(file, lines);
    assertThatThrownBy(() -> Ledger.open(file, CLOCK))
        .isInstanceOf(LedgerAlteredException.class)
        .hasMessageContaining("ledger.jsonl:3:");
  }

  @Test
  void unlocksWhatItRefused() throws IOException {
    Path file = LedgerFixture.written(folder, 2);
    byte[] whole = Files.readAllBytes(file);
    Files.writeString(file, "done\n", StandardOpenOption.APPEND);
    assertThatThrownBy(() -> Ledger.open(file, CLOCK)).isInstanceOf(LedgerAlteredException.class);
    Files.write(file, whole);
    try (Ledger ledger = Ledger.open(file, CLOCK)) {
      assertThat(ledger.seq()).isEqualTo(2);
    }
  }

  private static int endOfLine(byte[] bytes, int line) {
    int at = 0;
    for (int seen = 0; seen < line; at++) {
      seen += bytes[at] == '\n' ? 1 : 0;
    }
    return at;
  }

  private static int sinceLineFeed(byte[] bytes, int end) {
    int at = end;
    while (at > 0 && bytes[at - 1] != '\n') {
      at--;
    }
    return end - at;
  }
}
